#include "dialogue/domain/policy.h"

#include <algorithm>

#include "base/result.h"

namespace callwright::dialogue {
namespace {

using enum Action;

// The value is wrong or was not understood: it is asked for again, one step more carefully.
void doubt(Memory& memory, Value value) {
  if (memory.doubt != value) memory.clarity = Clarity::Natural;
  memory.clarity = clearer(value, memory.clarity).value_or(memory.clarity);
  memory.doubt = value;
  memory.doubt_refused = true;
}

void refuse(Memory& memory, Value value) {
  ++memory.refusals;
  doubt(memory, value);
}

void trust(Memory& memory) {
  memory.doubt.reset();
  memory.doubt_refused = false;
  memory.clarity = Clarity::Natural;
}

// What is known to be wrong is not carried into another task.
void forget_doubted(Memory& memory) {
  switch (*memory.doubt) {
    case Value::Name:
      memory.name.clear();
      break;
    case Value::Phone:
      take_phone(memory, memory.line);
      break;
    case Value::Address:
      memory.address = {};
      break;
    case Value::Email:
      memory.email.clear();
      break;
  }
  trust(memory);
}

void reset_task(Memory& memory, Goal goal) {
  if (memory.goal == goal) return;
  memory.goal = goal;
  memory.offers.clear();
  memory.chosen.reset();
  memory.visits.clear();
  memory.visit.reset();
  memory.searches = 0;
  if (memory.doubt && memory.doubt_refused) forget_doubted(memory);
}

void forget_offers(Memory& memory) {
  memory.chosen.reset();
  memory.offers.clear();
}

void forget_time(Memory& memory) {
  memory.wish.reset();
  forget_offers(memory);
}

void take_effect_on_values(Memory& memory, Effect effect) {
  switch (effect) {
    case Effect::AskClearer:
      if (const auto value = value_of(memory.stage)) doubt(memory, *value);
      break;
    case Effect::RefuseValue:
      ASSERT(memory.doubt);
      doubt(memory, *memory.doubt);
      break;
    case Effect::RefuseName:
      refuse(memory, Value::Name);
      break;
    case Effect::RefusePhone:
      refuse(memory, Value::Phone);
      break;
    case Effect::RefuseAddress:
      refuse(memory, Value::Address);
      break;
    case Effect::TrustValue:
      trust(memory);
      break;
    case Effect::LeaveOutEmail:
      memory.email.clear();
      trust(memory);
      break;
    case Effect::ForgetPhone:
      take_phone(memory, memory.line);
      trust(memory);
      break;
    default:
      break;
  }
}

void take_effect(Memory& memory, Effect effect) {
  switch (effect) {
    case Effect::UseKeypad:
      memory.keypad = true;
      break;
    case Effect::DenyEmergency:
      memory.emergency_denied = true;
      break;
    case Effect::AcceptAddress:
      memory.address = memory.address_on_file;
      break;
    case Effect::RefuseAddressOnFile:
      memory.address_on_file_refused = true;
      break;
    case Effect::RefuseTime:
      ++memory.refusals;
      forget_time(memory);
      break;
    case Effect::CountRefusal:
      ++memory.refusals;
      break;
    case Effect::ForgetTime:
      forget_time(memory);
      break;
    case Effect::ForgetErrand:
      memory.problem.clear();
      memory.service.clear();
      forget_time(memory);
      break;
    case Effect::RefuseOffers:
      ++memory.searches;
      forget_time(memory);
      break;
    case Effect::ForgetOffers:
      forget_offers(memory);
      break;
    case Effect::CountIdentityTry:
      ++memory.identity_tries;
      break;
    case Effect::SwitchLanguage:
      memory.language = memory.language == language::Language::English
                            ? language::Language::Spanish
                            : language::Language::English;
      break;
    case Effect::TryTransfer:
      memory.transfer_tried = true;
      break;
    default:
      take_effect_on_values(memory, effect);
      break;
  }
}

bool is_commit_confirm(Stage stage) {
  return stage == Stage::BookingConfirm || stage == Stage::MoveConfirm ||
         stage == Stage::CancelConfirm;
}

// Whether the row says aloud what a yes would commit.
bool reads_back(const Row& row, Stage stage) {
  if (!is_commit_confirm(stage)) return false;
  return std::ranges::any_of(row.say, [](Prompt prompt) {
    return prompt == Prompt::Question || prompt == Prompt::ReadBackBooking ||
           prompt == Prompt::ReadBackMove || prompt == Prompt::ReadBackCancel;
  });
}

}  // namespace

bool ends_turn(Action action) {
  return action <= Action::Ignore;
}

void apply(Memory& memory, const Row& row) {
  const bool counts = row.effect == Effect::CountRepair || row.effect == Effect::UseKeypad;
  memory.repairs = counts ? memory.repairs + 1 : 0;
  take_effect(memory, row.effect);
  if (row.goal) reset_task(memory, *row.goal);
  if (row.to) memory.stage = *row.to;
  if (row.outcome) memory.outcome = heavier(memory.outcome, *row.outcome);
  if (reads_back(row, memory.stage)) memory.read_back = commitment(memory);
}

std::string_view callback_reason(const Row& row) {
  struct Reason {
    std::string_view rows;  // A row's name, or the start of several.
    std::string_view reason;
  };
  constexpr Reason reasons[] = {
      {"emergency.", "emergency"},
      {"person.", "wants_person"},
      {"callback.", "callback_requested"},
      {"message.", "message"},
      {"degraded.", "automation_off"},
      {"faq.", "question"},
      {"booking.outside_area", "outside_area"},
      {"booking.give_up", "could_not_book"},
      {"booking.refused", "could_not_book"},
      {"value.", "could_not_understand"},
      {"bound.", "long_conversation"},
      {"booking.", "bookings_closed"},
      {"visit.", "visit_not_found"},
      {"repair.", "could_not_understand"},
      {"otherwise.", "could_not_understand"},
  };
  for (const Reason& entry : reasons) {
    if (row.name.starts_with(entry.rows)) return entry.reason;
  }
  return "other";
}

std::string_view to_string(Action action) {
  switch (action) {
    case Listen:
      return "listen";
    case Transfer:
      return "transfer";
    case Record:
      return "record";
    case End:
      return "end";
    case Ignore:
      return "ignore";
    case CheckNeeds:
      return "check_needs";
    case RaiseAlert:
      return "raise_alert";
    case UpdateAlert:
      return "update_alert";
    case TellOwner:
      return "tell_owner";
    case FindSlots:
      return "find_slots";
    case Book:
      return "book";
    case FindVisits:
      return "find_visits";
    case CheckIdentity:
      return "check_identity";
    case MoveVisit:
      return "move_visit";
    case CancelVisit:
      return "cancel_visit";
    case AddCallback:
      return "add_callback";
    case KeepRecording:
      return "keep_recording";
    case ChangeConsent:
      return "change_consent";
  }
  return "";
}

std::string_view to_string(Effect effect) {
  constexpr std::string_view names[] = {
      "",
      "count_repair",
      "use_keypad",
      "deny_emergency",
      "accept_address",
      "refuse_address_on_file",
      "ask_clearer",
      "refuse_value",
      "refuse_name",
      "refuse_phone",
      "refuse_address",
      "refuse_time",
      "count_refusal",
      "trust_value",
      "leave_out_email",
      "forget_phone",
      "forget_time",
      "forget_errand",
      "refuse_offers",
      "forget_offers",
      "count_identity_try",
      "switch_language",
      "try_transfer",
  };
  return names[static_cast<std::size_t>(effect)];
}

}  // namespace callwright::dialogue
