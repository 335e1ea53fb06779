#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "language/understanding.h"

// Everything the receptionist can say, in one place, by language.
namespace callwright::dialogue {

enum class Prompt : std::uint8_t {
  None,

  // Opening and closing.
  Greeting,
  AfterHoursGreeting,
  DegradedGreeting,
  TextGreeting,
  HowCanIHelp,
  AnythingElse,
  Goodbye,
  GoodbyeUnheard,

  // Emergencies.
  ConfirmEmergency,
  SafetyGas,
  SafetyCarbonMonoxide,
  SafetyFire,
  SafetyElectric,
  SafetyWater,
  SafetyGeneral,
  OwnerIsBeingCalled,
  OwnerWasCalled,
  AlertsAreOff,
  AskEmergencyAddress,
  AskEmergencyPhone,
  HelpIsComing,
  HelpWithoutNumber,

  // Questions.
  AskProblem,
  AskName,
  AskNameSlowly,
  AskNameSpelled,
  AskPhone,
  AskPhoneDigits,
  AskPhoneKeys,
  AskAddress,
  AskAddressDigits,
  AskAddressSpelled,
  AskAddressKeys,
  AskAddressOnFile,
  AskPlace,
  AskZip,
  AskCity,
  NothingBooked,
  OverPassedOn,
  GoesOnPassedOn,
  AskEmail,
  AskEmailSlowly,
  AskEmailSpelled,
  AskTime,
  AskMoveTime,
  NextVisit,
  OfferSlots,
  OfferOneSlot,
  AskWhichOffer,
  AskIdentity,
  AskWhichVisit,
  AskWhatToChange,
  ReadBackName,
  ReadBackPhone,
  ReadBackAddress,
  ReadBackEmail,
  ReadBackBooking,
  ReadBackMove,
  ReadBackCancel,
  KeypadMenu,
  KeypadOnly,

  // Answers.
  FaqAnswer,
  FaqUnknown,
  NoSlots,
  ExactNotFree,
  SlotJustTaken,
  OutsideArea,
  NoVisitFound,
  NotRecognised,
  UseLine,
  EmailLeftOut,
  PersonTakesOver,
  CallUs,
  VisitKept,
  CallbackPromised,
  CallbackPromisedNow,
  ConnectingYou,
  NobodyAnswered,
  LeaveMessage,
  MessageTaken,
  TextsStopped,
  TextsStarted,
  TextsHelp,
  StopFromPhone,
  NotAnEmergency,

  // Repairs.
  AreYouThere,
  TakeYourTime,
  NotUnderstood,
  IsAutomated,
  TroubleHearing,
  Apology,

  // Resolved when spoken: by the hazard, by the stage, by the value, or what was said last.
  Safety,
  Question,
  ReadBackValue,
  LastSaid,

  // What only a committed row may say. Spoken by receipts, never by name alone.
  BookedReceipt,
  MovedReceipt,
  CancelledReceipt,
  BookedNotice,  // The same for the business's own people.
  MovedNotice,
  CancelledNotice,
};

inline constexpr int prompt_count = static_cast<int>(Prompt::CancelledNotice) + 1;

std::string_view to_string(Prompt prompt);

// Whether the prompt claims that something was committed.
bool is_receipt(Prompt prompt);

// The text with its {fields} still in place, for a person who listens.
std::string_view prompt_text(Prompt prompt, language::Language language);

// The same for a person who reads and types: no keys to press, nothing to say slowly.
std::string_view written_prompt_text(Prompt prompt, language::Language language);

// Replaces each {field} by what the function gives for it.
std::string fill(std::string_view text, const std::function<std::string(std::string_view)>& field);

// The safety words for a hazard code such as "gas.smell".
Prompt safety_for(std::string_view hazard);

}  // namespace callwright::dialogue
