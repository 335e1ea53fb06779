#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dialogue/domain/memory.h"
#include "language/understanding.h"
#include "tenants/domain/tenant.h"

namespace callwright::dialogue {

// What has happened, in the few words the policy knows. From the person, or from the world in
// answer to an action.
enum class Signal : std::uint8_t {
  // The person.
  Arrived,
  Emergency,
  MaybeEmergency,
  StopTexts,
  StartTexts,
  HelpTexts,
  WantsPerson,
  WantsMessage,
  WantsCallback,
  WantsBooking,
  WantsMove,
  WantsCancel,
  AsksFaq,
  AsksAndBooks,  // "Do you do water heaters? I need one."
  DropsTask,     // "Never mind": the visit, or its change, is not wanted after all.
  HazardOver,    // After an alert: "it has stopped".
  HazardGoesOn,  // After an alert: "it has not stopped".
  Repeat,
  HoldsOn,  // "Hold on": the answer is still to come.
  Goodbye,
  Yes,
  No,
  Chosen,      // One of the offers or visits.
  Facts,       // Something we wanted to know was said.
  ChangeName,  // What the read-back got wrong, named without the right value.
  ChangePhone,
  ChangeAddress,
  ChangeTime,
  OtherLanguage,
  Silence,
  Unclear,
  TransferReached,
  TransferFailed,
  RecordingTaken,
  RecordingEmpty,

  // What the facts at hand call for next: the answer to Action::CheckNeeds.
  NeedsProblem,
  NeedsName,
  NeedsPhone,
  NeedsAddressOnFile,
  NeedsAddress,
  NeedsPlace,
  NeedsEmail,
  NeedsReadBack,
  NeedsTime,
  NeedsIdentity,
  NeedsVisits,
  NeedsVisitChoice,
  NeedsSearch,
  NeedsConfirm,
  NeedsNothing,
  OutsideArea,

  // The world.
  AlertRaised,
  AlertKnown,  // The same emergency was alerted before.
  AlertsOff,   // The tenant wants none.
  SlotsFound,
  ExactFree,     // The start that was named is free.
  ExactNotFree,  // It is not; others were found.
  NoSlots,
  Booked,
  SlotLost,       // Somebody else was quicker.
  NotRecognised,  // Who they say they are does not fit what is on file.
  NoVisit,
  OneVisit,
  ManyVisits,
  Moved,
  Cancelled,
  CallbackQueued,
  ConsentChanged,
};

inline constexpr int signal_count = static_cast<int>(Signal::ConsentChanged) + 1;

std::string_view to_string(Signal signal);

// What a key means just now. The words of the wire: "yes", "offer_2", "person".
struct KeyOption {
  char key;
  std::string meaning;
};
std::vector<KeyOption> key_options(const Memory& memory);

// Whether keys are an answer themselves here: digits until the finish key.
bool takes_digits(const Memory& memory);

// What the words amount to at this stage. `absorbed` is what absorb() returned for them.
Signal signal_of_words(Memory& memory, const language::Understanding& heard, std::string_view text,
                       bool absorbed);

// What the pressed keys amount to. Digits may be an answer themselves (a phone number).
Signal signal_of_keys(Memory& memory, std::string_view keys);

// What the goal still lacks, in the order it is asked for.
Signal next_need(const Memory& memory, const tenants::Tenant& tenant);

}  // namespace callwright::dialogue
