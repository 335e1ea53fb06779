#include "dialogue/domain/signal.h"

#include <array>

#include "base/text.h"
#include "dialogue/domain/choice.h"
#include "dialogue/domain/first_words.h"
#include "dialogue/domain/holding_on.h"
#include "dialogue/domain/plain_answers.h"

namespace callwright::dialogue {
namespace {

using language::EmergencyLevel;
using language::Intent;
using language::Question;

// clang-format off
constexpr std::array<std::string_view, signal_count> signal_names = {
    "arrived", "emergency", "maybe_emergency", "stop_texts", "start_texts", "help_texts",
    "wants_person", "wants_message", "wants_callback", "wants_booking", "wants_move",
    "wants_cancel", "asks_faq", "asks_and_books",
    "drops_task", "hazard_over", "hazard_goes_on", "repeat", "holds_on", "goodbye",
    "yes", "no", "chosen",
    "facts", "change_name",
    "change_phone", "change_address", "change_time", "other_language", "silence", "unclear",
    "transfer_reached", "transfer_failed", "recording_taken", "recording_empty",
    "needs_problem", "needs_name", "needs_phone", "needs_address_on_file", "needs_address",
    "needs_place", "needs_email", "needs_read_back", "needs_time", "needs_identity",
    "needs_visits", "needs_visit_choice", "needs_search", "needs_confirm", "needs_nothing",
    "outside_area",
    "alert_raised", "alert_known", "alerts_off", "slots_found", "exact_free", "exact_not_free",
    "no_slots", "booked", "slot_lost", "not_recognised", "no_visit", "one_visit", "many_visits",
    "moved", "cancelled",
    "callback_queued", "consent_changed",
};
// clang-format on
static_assert(!signal_names.back().empty());

bool is_confirm(Stage stage) {
  return stage == Stage::BookingConfirm || stage == Stage::MoveConfirm ||
         stage == Stage::CancelConfirm || stage == Stage::AddressOnFile ||
         stage == Stage::ValueConfirm;
}

bool asks_for_value(Stage stage) {
  switch (stage) {
    case Stage::Problem:
    case Stage::Name:
    case Stage::Phone:
    case Stage::Address:
    case Stage::Place:
    case Stage::Email:
    case Stage::Time:
    case Stage::Offers:
    case Stage::Change:
    case Stage::Identity:
    case Stage::EmergencyAddress:
    case Stage::EmergencyPhone:
      return true;
    default:
      return false;
  }
}

Signal signal_of_intent(const language::IntentReading& intent) {
  switch (intent.label) {
    case Intent::SpeakToHuman:
      return Signal::WantsPerson;
    case Intent::LeaveMessage:
      return Signal::WantsMessage;
    case Intent::Repeat:
      return Signal::Repeat;
    case Intent::Goodbye:
      return Signal::Goodbye;
    case Intent::Reschedule:
      return Signal::WantsMove;
    case Intent::Cancel:
      return Signal::WantsCancel;
    case Intent::Faq:
      return Signal::AsksFaq;
    case Intent::Schedule:
      return Signal::WantsBooking;
    case Intent::Emergency:
      return Signal::MaybeEmergency;
    case Intent::Affirm:
      return Signal::Yes;
    case Intent::Deny:
      return Signal::No;
    case Intent::OwnerQuery:
    case Intent::OutOfScope:
    case Intent::None:
      break;
  }
  return Signal::Unclear;
}

// Requests that are heard at any question. The rest only count where nothing else was asked for.
bool interrupts(Signal signal) {
  return signal == Signal::WantsPerson || signal == Signal::WantsMessage ||
         signal == Signal::Repeat || signal == Signal::WantsCancel || signal == Signal::WantsMove;
}

Signal signal_of_emergency(const Memory& memory, const language::Understanding& heard,
                           Signal otherwise) {
  if (memory.alert) return otherwise;
  if (heard.emergency.level == EmergencyLevel::Emergency) return Signal::Emergency;
  const bool denied = memory.emergency_denied || memory.stage == Stage::EmergencyConfirm;
  if (heard.emergency.level == EmergencyLevel::Ambiguous && !denied) return Signal::MaybeEmergency;
  return otherwise;
}

// A part of the read-back may be named as wrong without its right value.
Signal signal_of_change(std::string_view text) {
  const std::string words = lowered(text);
  const auto says = [&](std::string_view word) { return words.find(word) != std::string::npos; };
  if (says("address") || says("street") || says("dirección") || says("direccion")) {
    return Signal::ChangeAddress;
  }
  if (says("time") || says("day") || says("date") || says("hora") || says("fecha")) {
    return Signal::ChangeTime;
  }
  if (says("name") || says("nombre")) return Signal::ChangeName;
  if (says("number") || says("phone") || says("número") || says("teléfono")) {
    return Signal::ChangePhone;
  }
  return Signal::Unclear;
}

bool is_task(Stage stage) {
  return asks_for_value(stage) || is_confirm(stage) || stage == Stage::VisitChoice;
}

// What is heard from the words themselves, whatever they are taken for by themselves.
std::optional<Signal> signal_of_turn(const Memory& memory, const language::Understanding& heard,
                                     std::string_view text, bool absorbed) {
  const bool after_alert = memory.stage == Stage::EmergencyAddress ||
                           memory.stage == Stage::EmergencyPhone ||
                           memory.stage == Stage::AnythingElse;
  if (memory.alert && after_alert && !absorbed) {
    if (says_hazard_is_over(text)) return Signal::HazardOver;
    if (says_hazard_goes_on(text)) return Signal::HazardGoesOn;
  }
  if (memory.stage == Stage::EmergencyConfirm && !memory.alert &&
      heard.emergency.level == EmergencyLevel::NotEmergency) {
    if (denies_emergency(text)) return Signal::No;
    // "No, I mean yes", "no, I can't stop it": a no that may be none is asked about once more.
    if (heard.intent.label == Intent::Deny && doubts_denial(text)) return Signal::Unclear;
  }
  const bool has_task = memory.goal != Goal::None && !after_alert && is_task(memory.stage);
  const bool ends_booking = memory.goal == Goal::Book && takes_back(text);
  if (has_task && !absorbed && (drops_task(text) || ends_booking)) return Signal::DropsTask;
  const bool just_booked =
      memory.stage == Stage::AnythingElse && memory.outcome == Outcome::Booked && !absorbed;
  if (just_booked && takes_back(text)) return Signal::WantsCancel;
  if (!absorbed && asks_to_wait(heard, text)) return Signal::HoldsOn;
  // At the other questions it is the number we have that is wrong.
  const bool just_called = memory.stage == Stage::Opening || memory.stage == Stage::Problem ||
                           memory.stage == Stage::Name || memory.stage == Stage::Address;
  // Whoever names a danger or work for us is no such caller, whatever else they say.
  const bool needs_us =
      heard.emergency.level != EmergencyLevel::NotEmergency || heard.slots.service.has_value();
  if (just_called && !needs_us && (says_wrong_number(text) || sounds_like_sales_call(text)))
    return Signal::Goodbye;
  // Whoever only greets is asked for their wish once more.
  if (memory.stage == Stage::Opening && only_greets(text)) return Signal::Yes;
  const bool is_idle = memory.stage == Stage::Opening || memory.stage == Stage::AnythingElse;
  const bool would_interrupt =
      heard.intent.label == Intent::LeaveMessage || heard.intent.label == Intent::SpeakToHuman;
  if ((is_idle || would_interrupt) && wants_callback(text)) return Signal::WantsCallback;
  if (is_idle && heard.intent.label == Intent::Faq && wants_visit_too(text)) {
    return Signal::AsksAndBooks;
  }
  return std::nullopt;
}

Signal signal_of_answer(Memory& memory, const language::Understanding& heard, std::string_view text,
                        bool absorbed) {
  if (const auto turn = signal_of_turn(memory, heard, text, absorbed)) return *turn;
  const Signal intent = signal_of_intent(heard.intent);

  if (memory.stage == Stage::Offers) {
    if (const auto offer = chosen_offer(memory.offers, heard, text)) {
      memory.chosen = memory.offers[*offer];
      return Signal::Chosen;
    }
    // The same wish once more agrees to all that were offered for it, and names none.
    if (heard.slots.date_time && !absorbed && !memory.offers.empty() && !interrupts(intent))
      return Signal::Yes;
  }
  if (memory.stage == Stage::VisitChoice) {
    if (const auto visit = chosen_visit(memory.visits, heard, text)) {
      memory.visit = memory.visits[*visit];
      return Signal::Chosen;
    }
  }
  if (is_confirm(memory.stage) && absorbed) return Signal::Facts;  // "Yes, but make it three."
  if (asks_for_value(memory.stage) && absorbed && !interrupts(intent)) return Signal::Facts;
  const bool refuses = memory.stage == Stage::BookingConfirm && intent == Signal::No;
  if ((memory.stage == Stage::Change && intent != Signal::WantsPerson) || refuses) {
    const Signal part = signal_of_change(text);
    if (part != Signal::Unclear) return part;
  }
  const bool wants_more = memory.stage == Stage::Opening || memory.stage == Stage::AnythingElse;
  if (intent == Signal::Unclear || intent == Signal::MaybeEmergency ||
      (wants_more && absorbed && (intent == Signal::Yes || intent == Signal::Goodbye))) {
    return absorbed ? Signal::Facts : Signal::Unclear;
  }
  return intent;
}

bool has_street(const customers::Address& address) {
  return !address.street.empty();
}

// A value in doubt comes before the next question: said to be wrong, it is asked for again; else
// it is read back.
std::optional<Signal> next_doubt(const Memory& memory) {
  if (!memory.doubt) return std::nullopt;
  const auto ask_or_read = [&](bool known, Signal ask) {
    return memory.doubt_refused || !known ? ask : Signal::NeedsReadBack;
  };
  switch (*memory.doubt) {
    case Value::Name:
      return ask_or_read(!memory.name.empty(), Signal::NeedsName);
    case Value::Phone:
      return ask_or_read(memory.phone.has_value(), Signal::NeedsPhone);
    case Value::Address:
      return ask_or_read(has_street(memory.address), Signal::NeedsAddress);
    case Value::Email:
      return ask_or_read(!memory.email.empty(), Signal::NeedsEmail);
  }
  return std::nullopt;
}

Signal next_booking_need(const Memory& memory, const tenants::Tenant& tenant) {
  if (const auto doubt = next_doubt(memory)) return *doubt;
  // By keys alone the problem cannot be told: the technician will ask.
  const bool problem_known = !memory.problem.empty() || !memory.service.empty();
  if (!problem_known && !memory.keypad) return Signal::NeedsProblem;
  if (memory.name.empty()) return Signal::NeedsName;
  if (!memory.phone) return Signal::NeedsPhone;
  if (!has_street(memory.address)) {
    const bool offer_known = has_street(memory.address_on_file) && !memory.address_on_file_refused;
    return offer_known ? Signal::NeedsAddressOnFile : Signal::NeedsAddress;
  }
  switch (tenants::covers(tenant.area, memory.address.zip, memory.address.city)) {
    case tenants::AreaAnswer::Outside:
      return Signal::OutsideArea;
    case tenants::AreaAnswer::Unknown:
      return Signal::NeedsPlace;
    case tenants::AreaAnswer::Inside:
      break;
  }
  if (memory.chosen) return Signal::NeedsConfirm;
  if (!memory.wish) return Signal::NeedsTime;
  return Signal::NeedsSearch;
}

Signal next_change_need(const Memory& memory) {
  if (memory.doubt == Value::Phone) return *next_doubt(memory);
  if (!memory.phone) return Signal::NeedsPhone;
  if (!memory.identified) return Signal::NeedsIdentity;
  if (memory.visits.empty()) return Signal::NeedsVisits;
  if (!memory.visit) return Signal::NeedsVisitChoice;
  if (memory.goal == Goal::Cancel || memory.chosen) return Signal::NeedsConfirm;
  if (!memory.wish) return Signal::NeedsTime;
  return Signal::NeedsSearch;
}

Signal next_emergency_need(const Memory& memory) {
  if (!has_street(memory.address)) return Signal::NeedsAddress;
  if (!memory.phone) return Signal::NeedsPhone;
  return Signal::NeedsNothing;
}

}  // namespace

std::string_view to_string(Signal signal) {
  return signal_names[static_cast<std::size_t>(signal)];
}

Signal signal_of_words(Memory& memory, const language::Understanding& heard, std::string_view text,
                       bool absorbed) {
  switch (heard.opt_out) {
    case language::OptOut::Stop:
      return Signal::StopTexts;
    case language::OptOut::Start:
      return Signal::StartTexts;
    case language::OptOut::Help:
      return Signal::HelpTexts;
    case language::OptOut::None:
      break;
  }
  return signal_of_emergency(memory, heard, signal_of_answer(memory, heard, text, absorbed));
}

Signal next_need(const Memory& memory, const tenants::Tenant& tenant) {
  if (memory.stage == Stage::EmergencyAddress || memory.stage == Stage::EmergencyPhone) {
    return next_emergency_need(memory);
  }
  switch (memory.goal) {
    case Goal::Book:
      return next_booking_need(memory, tenant);
    case Goal::Move:
    case Goal::Cancel:
      return next_change_need(memory);
    case Goal::Callback:
      if (memory.phone && memory.doubt != Value::Phone) return Signal::WantsCallback;
      return next_doubt(memory).value_or(Signal::NeedsPhone);
    case Goal::None:
      break;
  }
  return Signal::NeedsNothing;
}

}  // namespace callwright::dialogue
