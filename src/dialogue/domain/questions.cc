#include "dialogue/domain/questions.h"

#include <array>
#include <optional>

namespace callwright::dialogue {
namespace {

struct ClearQuestion {
  Value value;
  Prompt natural;
  std::array<Prompt, 4> by_clarity;  // In the order of Clarity.
};

constexpr auto clear_questions = std::to_array<ClearQuestion>({
    {Value::Name,
     Prompt::AskName,
     {Prompt::AskName, Prompt::AskNameSlowly, Prompt::AskNameSpelled, Prompt::AskNameSpelled}},
    {Value::Phone,
     Prompt::AskPhone,
     {Prompt::AskPhone, Prompt::AskPhoneDigits, Prompt::AskPhoneDigits, Prompt::AskPhoneKeys}},
    {Value::Address,
     Prompt::AskAddress,
     {Prompt::AskAddress, Prompt::AskAddressDigits, Prompt::AskAddressSpelled,
      Prompt::AskAddressKeys}},
    {Value::Email,
     Prompt::AskEmail,
     {Prompt::AskEmail, Prompt::AskEmailSlowly, Prompt::AskEmailSpelled, Prompt::AskEmailSpelled}},
});

constexpr std::array<Prompt, 4> value_read_backs = {Prompt::ReadBackName, Prompt::ReadBackPhone,
                                                    Prompt::ReadBackAddress, Prompt::ReadBackEmail};

}  // namespace

Prompt question_prompt(Stage stage, Goal goal) {
  switch (stage) {
    case Stage::Start:
    case Stage::Opening:
      return Prompt::HowCanIHelp;
    case Stage::KeypadMenu:
      return Prompt::KeypadMenu;
    case Stage::Degraded:
      return Prompt::DegradedGreeting;
    case Stage::EmergencyConfirm:
      return Prompt::ConfirmEmergency;
    case Stage::EmergencyAddress:
      return Prompt::AskEmergencyAddress;
    case Stage::EmergencyPhone:
      return Prompt::AskEmergencyPhone;
    case Stage::Problem:
      return Prompt::AskProblem;
    case Stage::Name:
      return Prompt::AskName;
    case Stage::Phone:
      return Prompt::AskPhone;
    case Stage::AddressOnFile:
      return Prompt::AskAddressOnFile;
    case Stage::Address:
      return Prompt::AskAddress;
    case Stage::Place:
      return Prompt::AskPlace;
    case Stage::Email:
      return Prompt::AskEmail;
    case Stage::ValueConfirm:
      return Prompt::ReadBackValue;
    case Stage::Time:
      return goal == Goal::Move ? Prompt::AskMoveTime : Prompt::AskTime;
    case Stage::Offers:
      return Prompt::OfferSlots;
    case Stage::BookingConfirm:
      return Prompt::ReadBackBooking;
    case Stage::Change:
      return Prompt::AskWhatToChange;
    case Stage::Identity:
      return Prompt::AskIdentity;
    case Stage::VisitChoice:
      return Prompt::AskWhichVisit;
    case Stage::MoveConfirm:
      return Prompt::ReadBackMove;
    case Stage::CancelConfirm:
      return Prompt::ReadBackCancel;
    case Stage::AnythingElse:
      return Prompt::AnythingElse;
    case Stage::Transferring:
    case Stage::Recording:
    case Stage::Done:
      break;
  }
  return Prompt::None;
}

Prompt at_clarity(Prompt prompt, const Memory& memory) {
  // Where the town is known and does not decide, only the ZIP code is missing, and the other way
  // round.
  if (prompt == Prompt::AskPlace && !memory.address.city.empty()) return Prompt::AskZip;
  if (prompt == Prompt::AskPlace && !memory.address.zip.empty()) return Prompt::AskCity;
  if (!memory.doubt) return prompt;
  if (prompt == Prompt::ReadBackValue) {
    return value_read_backs[static_cast<std::size_t>(*memory.doubt)];
  }
  for (const ClearQuestion& question : clear_questions) {
    if (question.value == *memory.doubt && question.natural == prompt) {
      return question.by_clarity[static_cast<std::size_t>(memory.clarity)];
    }
  }
  return prompt;
}

}  // namespace callwright::dialogue
