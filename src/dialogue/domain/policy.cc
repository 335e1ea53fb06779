#include "dialogue/domain/policy.h"

namespace callwright::dialogue {
namespace {

using enum Action;

void reset_task(Memory& memory, Goal goal) {
  if (memory.goal == goal) return;
  memory.goal = goal;
  memory.offers.clear();
  memory.chosen.reset();
  memory.visits.clear();
  memory.visit.reset();
  memory.searches = 0;
}

}  // namespace

bool ends_turn(Action action) {
  return action <= Action::Ignore;
}

void apply(Memory& memory, const Row& row) {
  const bool counts = row.effect == Effect::CountRepair || row.effect == Effect::UseKeypad;
  memory.repairs = counts ? memory.repairs + 1 : 0;
  if (row.goal) reset_task(memory, *row.goal);
  if (row.to) memory.stage = *row.to;
  if (row.outcome) memory.outcome = heavier(memory.outcome, *row.outcome);

  switch (row.effect) {
    case Effect::None:
    case Effect::CountRepair:
      break;
    case Effect::UseKeypad:
      memory.keypad = true;
      break;
    case Effect::DenyEmergency:
      memory.emergency_denied = true;
      break;
    case Effect::AcceptAddress:
      memory.address = memory.address_on_file;
      break;
    case Effect::RefuseAddress:
      memory.address_on_file_refused = true;
      break;
    case Effect::ForgetAddress:
      memory.address = {};
      memory.address_on_file_refused = true;
      break;
    case Effect::ForgetName:
      memory.name.clear();
      break;
    case Effect::ForgetTime:
      memory.wish.reset();
      memory.chosen.reset();
      memory.offers.clear();
      break;
    case Effect::ForgetOffers:
      memory.chosen.reset();
      memory.offers.clear();
      break;
    case Effect::SwitchLanguage:
      memory.language = memory.language == language::Language::English
                            ? language::Language::Spanish
                            : language::Language::English;
      break;
    case Effect::TryTransfer:
      memory.transfer_tried = true;
      break;
  }
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
  switch (effect) {
    case Effect::None:
      return "";
    case Effect::CountRepair:
      return "count_repair";
    case Effect::UseKeypad:
      return "use_keypad";
    case Effect::DenyEmergency:
      return "deny_emergency";
    case Effect::AcceptAddress:
      return "accept_address";
    case Effect::RefuseAddress:
      return "refuse_address";
    case Effect::ForgetAddress:
      return "forget_address";
    case Effect::ForgetName:
      return "forget_name";
    case Effect::ForgetTime:
      return "forget_time";
    case Effect::ForgetOffers:
      return "forget_offers";
    case Effect::SwitchLanguage:
      return "switch_language";
    case Effect::TryTransfer:
      return "try_transfer";
  }
  return "";
}

}  // namespace callwright::dialogue
