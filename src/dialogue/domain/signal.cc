#include "dialogue/domain/signal.h"

#include <array>

#include "base/text.h"
#include "dialogue/domain/choice.h"

namespace callwright::dialogue {
namespace {

using language::EmergencyLevel;
using language::Intent;
using language::Question;

// clang-format off
constexpr std::array<std::string_view, signal_count> signal_names = {
    "arrived", "emergency", "maybe_emergency", "stop_texts", "start_texts", "help_texts",
    "wants_person", "wants_message", "wants_callback", "wants_booking", "wants_move",
    "wants_cancel", "asks_faq", "repeat", "goodbye", "yes", "no", "chosen", "facts", "change_name",
    "change_address", "change_time", "other_language", "silence", "unclear", "transfer_reached",
    "transfer_failed", "recording_taken", "recording_empty",
    "needs_problem", "needs_name", "needs_phone", "needs_address_on_file", "needs_address",
    "needs_place", "needs_time", "needs_identity", "needs_visits", "needs_visit_choice",
    "needs_search", "needs_confirm", "needs_nothing", "outside_area",
    "alert_raised", "alert_known", "alerts_off", "slots_found", "exact_free", "exact_not_free",
    "no_slots", "booked", "slot_lost", "no_visit", "one_visit", "many_visits", "moved", "cancelled",
    "callback_queued", "consent_changed",
};
// clang-format on
static_assert(!signal_names.back().empty());

bool is_confirm(Stage stage) {
  return stage == Stage::BookingConfirm || stage == Stage::MoveConfirm ||
         stage == Stage::CancelConfirm || stage == Stage::AddressOnFile;
}

bool asks_for_value(Stage stage) {
  switch (stage) {
    case Stage::Problem:
    case Stage::Name:
    case Stage::Phone:
    case Stage::Address:
    case Stage::Place:
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

// Replaces what is known by what was said; true when that changed anything.
template <class T>
bool take(T& known, const T& said) {
  if (known == said) return false;
  known = said;
  return true;
}

bool absorb_address(Memory& memory, const language::AddressReading& said) {
  customers::Address address = memory.address;
  if (!said.street.empty()) {
    // Another house: nothing of the old address may be mixed into the new one.
    if (!address.street.empty() && address.street != said.street) address = {};
    address.street = said.street;
  }
  if (!said.unit.empty()) address.unit = said.unit;
  if (!said.city.empty()) address.city = said.city;
  if (!said.state.empty()) address.state = said.state;
  if (!said.zip.empty()) address.zip = said.zip;
  // A ZIP or a town alone is no address, unless it completes one or was asked for.
  if (address.street.empty() && memory.stage != Stage::Place) {
    return false;
  }
  return take(memory.address, address);
}

// An answer to "who are you?" is an answer even when it says what is on file.
bool absorb_claim(Memory& memory, const language::Slots& said) {
  if (said.name) memory.claimed_name = said.name->full;
  if (said.address) {
    memory.claimed_address = {.street = said.address->street,
                              .unit = said.address->unit,
                              .city = said.address->city,
                              .state = said.address->state,
                              .zip = said.address->zip};
  }
  return said.name || said.address;
}

bool absorb_time(Memory& memory, const language::TimeReading& said) {
  using Kind = language::TimeReading::Kind;
  if (said.kind == Kind::None && !said.asap && said.exclude.empty()) return false;
  TimeWish wish;
  wish.asap = said.asap;
  wish.exclude = said.exclude;
  if (said.kind == Kind::Instant) {
    wish.exact = said.begin;
    wish.window = {said.begin, said.begin + Minutes(1)};
  } else if (said.kind != Kind::None) {
    wish.window = {said.begin, said.end};
  }
  if (memory.wish == wish) return false;
  memory.wish = wish;
  memory.chosen.reset();
  memory.offers.clear();
  return true;
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

// At "which part is wrong?" a part may be named without its right value.
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
  return Signal::Unclear;
}

Signal signal_of_answer(Memory& memory, const language::Understanding& heard, std::string_view text,
                        bool absorbed) {
  const Signal intent = signal_of_intent(heard.intent);

  if (memory.stage == Stage::Offers) {
    if (const auto offer = chosen_offer(memory.offers, heard, text)) {
      memory.chosen = memory.offers[*offer];
      return Signal::Chosen;
    }
  }
  if (memory.stage == Stage::VisitChoice) {
    if (const auto visit = chosen_visit(memory.visits, heard, text)) {
      memory.visit = memory.visits[*visit];
      return Signal::Chosen;
    }
  }
  if (is_confirm(memory.stage) && absorbed) return Signal::Facts;  // "Yes, but make it three."
  if (asks_for_value(memory.stage) && absorbed && !interrupts(intent)) return Signal::Facts;
  if (memory.stage == Stage::Change && intent != Signal::WantsPerson) {
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

Signal next_booking_need(const Memory& memory, const tenants::Tenant& tenant) {
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

bool absorb(Memory& memory, const language::Understanding& heard) {
  bool changed = false;
  const language::Slots& slots = heard.slots;
  if (memory.stage == Stage::Identity) return absorb_claim(memory, slots);
  if (slots.name) changed |= take(memory.name, slots.name->full);
  if (slots.phone) changed |= take(memory.phone, slots.phone);
  if (slots.email) changed |= take(memory.email, *slots.email);
  if (slots.address) changed |= absorb_address(memory, *slots.address);
  if (slots.date_time) changed |= absorb_time(memory, *slots.date_time);
  // The first telling of the problem stands; what is said later is detail the technician will hear.
  const bool is_question = heard.intent.label == Intent::Faq;
  if (slots.problem && memory.problem.empty() && !is_question)
    changed |= take(memory.problem, *slots.problem);
  if (slots.service && memory.service.empty()) changed |= take(memory.service, *slots.service);
  if (heard.intent.faq_topic) memory.faq_topic = heard.intent.faq_topic;
  return changed;
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
      return memory.phone ? Signal::WantsCallback : Signal::NeedsPhone;
    case Goal::None:
      break;
  }
  return Signal::NeedsNothing;
}

}  // namespace callwright::dialogue
