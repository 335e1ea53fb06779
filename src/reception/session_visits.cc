// Searching, booking, moving and cancelling visits, on behalf of the policy.
#include "customers/domain/identity.h"
#include "reception/session.h"

namespace callwright::reception {
namespace {

using dialogue::Signal;

constexpr int offers_max = 3;

// A caller's own words for why a start cannot be had.
std::string why_not_text(scheduling::WhyNot why, bool spanish) {
  using scheduling::WhyNot;
  switch (why) {
    case WhyNot::Taken:
      return spanish ? "Esa hora ya está tomada" : "That time is taken";
    case WhyNot::OutsideHours:
      return spanish ? "A esa hora no trabajamos" : "That is outside our hours";
    case WhyNot::Holiday:
      return spanish ? "Ese día es festivo" : "We are closed for a holiday then";
    case WhyNot::TooSoon:
      return spanish ? "No podemos llegar tan pronto" : "We cannot be there that soon";
    case WhyNot::TooFarAhead:
      return spanish ? "Aún no damos citas para entonces" : "That is further ahead than we book";
    case WhyNot::SkippedHour:
      return spanish ? "Esa hora no existe ese día" : "The clocks skip that hour";
    case WhyNot::NoTechnician:
    case WhyNot::UnknownService:
      break;
  }
  return spanish ? "No tengo nada libre entonces" : "I have nothing free then";
}

}  // namespace

scheduling::SlotRequest Session::slot_request() const {
  const tenants::Policies& policies = tenant_.policies;
  const TimeRange horizon{now_, now_ + std::chrono::days(policies.booking_horizon_days)};
  scheduling::SlotRequest request{.service = ServiceId(memory_.service), .window = horizon};
  if (memory_.wish) {
    request.exclude = memory_.wish->exclude;
    request.latest = memory_.wish->latest;
    if (!memory_.wish->window.empty()) request.window = memory_.wish->window;
  }
  return request;
}

void Session::keep_offers(const std::vector<scheduling::Slot>& slots) {
  memory_.offers.clear();
  for (const scheduling::Slot& slot : slots) {
    memory_.offers.push_back({.technician = slot.technician, .visit = slot.visit});
  }
}

Result<Signal> Session::find_slots() {
  if (memory_.goal == dialogue::Goal::Move && memory_.visit) {
    memory_.service = memory_.visit->service.text();
  }
  if (tenant_.find_service(memory_.service) == nullptr) {
    if (tenant_.services.empty()) {
      ++memory_.searches;
      return Signal::NoSlots;
    }
    const bool general = tenant_.find_service("general") != nullptr;
    memory_.service = general ? "general" : tenant_.services.front().id.text();
  }
  name_same_hour();
  scheduling::SlotRequest request = slot_request();
  TRY_ASSIGN(const std::vector<TimeRange> own, own_visits());
  request.exclude.insert(request.exclude.end(), own.begin(), own.end());
  if (memory_.wish && memory_.wish->exact) {
    const bool has_one = std::ranges::any_of(
        own, [&](const TimeRange& visit) { return visit.contains(*memory_.wish->exact); });
    if (!has_one) return find_exact(request);
    memory_.why_not = memory_.language == language::Language::Spanish
                          ? "Usted ya tiene una visita a esa hora"
                          : "You already have a visit then";
    return find_other_slots(request);
  }

  TRY_ASSIGN(const auto slots, parts_.calendar.find_slots(tx_, tenant_, request, offers_max));
  if (slots.empty()) {
    memory_.why_not = why_not_text(scheduling::WhyNot::NoTechnician,
                                   memory_.language == language::Language::Spanish);
    return find_other_slots(request);
  }
  keep_offers(slots);
  return Signal::SlotsFound;
}

// "Tomorrow, same time" names the hour of the visit that is moved.
void Session::name_same_hour() {
  const bool is_move = memory_.goal == dialogue::Goal::Move && memory_.visit;
  if (!is_move || !memory_.wish || !memory_.wish->same_hour || memory_.wish->exact) return;
  if (memory_.wish->window.empty()) return;
  const auto day = tenant_.zone.to_local(memory_.wish->window.begin).date;
  const auto hour = tenant_.zone.to_local(memory_.visit->visit.begin).time_of_day;
  const Instant start = tenant_.zone.resolve({.date = day, .time_of_day = hour}).instant;
  memory_.wish->exact = start;
  memory_.wish->window = {start, start + Minutes(1)};
}

// A person is in one place at a time: a second visit meanwhile would find nobody, or the first
// technician at the door.
Result<std::vector<TimeRange>> Session::own_visits() const {
  std::vector<TimeRange> taken;
  if (memory_.goal == dialogue::Goal::Move || !memory_.customer) return taken;
  TRY_ASSIGN(const auto visits, parts_.calendar.upcoming(tx_, tenant_.id, *memory_.customer));
  for (const scheduling::Appointment& visit : visits) taken.push_back(visit.visit);
  return taken;
}

Result<Signal> Session::find_exact(const scheduling::SlotRequest& request) {
  TRY_ASSIGN(const scheduling::BookingDecision decision,
             parts_.calendar.check(tx_, tenant_, request, *memory_.wish->exact));
  if (const auto* bookable = std::get_if<scheduling::Bookable>(&decision)) {
    memory_.chosen =
        dialogue::Offer{.technician = bookable->slot.technician, .visit = bookable->slot.visit};
    return Signal::ExactFree;
  }
  memory_.why_not = why_not_text(std::get<scheduling::NotBookable>(decision).why,
                                 memory_.language == language::Language::Spanish);
  return find_other_slots(request);
}

// Nothing in the window that was asked for: the next ones after its beginning.
Result<Signal> Session::find_other_slots(scheduling::SlotRequest request) {
  const Instant horizon = now_ + std::chrono::days(tenant_.policies.booking_horizon_days);
  request.window = {std::max(now_, std::min(request.window.begin, horizon)), horizon};
  TRY_ASSIGN(const auto slots, parts_.calendar.find_slots(tx_, tenant_, request, offers_max));
  if (slots.empty()) {
    ++memory_.searches;
    return Signal::NoSlots;
  }
  keep_offers(slots);
  return Signal::ExactNotFree;
}

Result<Signal> Session::book() {
  TRY_ASSIGN(const auto on_file, parts_.customers.find_by_phone(tx_, tenant_.id, *memory_.phone));
  TRY_ASSIGN(const CustomerId customer,
             parts_.customers.remember(tx_, tenant_.id,
                                       {.name = memory_.name,
                                        .phone = memory_.phone,
                                        .email = memory_.email,
                                        .address = memory_.address},
                                       actor(), conversation_.correlation));
  const Instant start = memory_.chosen->visit.begin;
  const scheduling::VisitRequest request{
      // However often this yes arrives, it is one visit.
      .request_key = conversation_.id.text() + ":" + std::to_string(conversation_.turn),
      .customer = customer,
      .name = memory_.name,
      .phone = memory_.phone,
      .address = memory_.address,
      .slot = slot_request(),
      .start = start,
      .notes = memory_.problem};
  TRY_ASSIGN(const scheduling::BookingAnswer answer,
             parts_.calendar.book(tx_, tenant_, request, actor(), conversation_.correlation));
  if (!std::holds_alternative<scheduling::Booked>(answer)) return Signal::SlotLost;

  booked_ = std::get<scheduling::Booked>(answer);
  conversation_.customer = customer;
  memory_.customer = customer;
  // All there is on file was told in this conversation: who told it need not show who they are.
  if (!on_file) memory_.identified = true;
  const std::string cause = booked_->appointment.id.text();
  const Wording written = wording_.in_writing();
  TRY(tell_customer(messaging::MessageKind::Confirmation, "confirmation:" + cause,
                    tenant_.name + ": " + written.booked(*booked_)));
  TRY(tell_owner("booked:" + cause, wording_.for_owner().notice(*booked_)));
  return Signal::Booked;
}

// "When are you coming?": to who has shown who they are, their next visit is the answer.
Result<void> Session::look_up_next_visit() {
  const bool is_asked = signal_ == Signal::AsksFaq && memory_.faq_topic == language::FaqTopic::Eta;
  if (!is_asked || !memory_.identified || !memory_.customer) return {};
  TRY_ASSIGN(auto visits, parts_.calendar.upcoming(tx_, tenant_.id, *memory_.customer));
  if (!visits.empty()) wording_.know_next_visit(std::move(visits.front()));
  return {};
}

Result<Signal> Session::find_visits() {
  TRY_ASSIGN(const auto customer, parts_.customers.find_by_phone(tx_, tenant_.id, *memory_.phone));
  if (!customer) return Signal::NoVisit;
  memory_.customer = customer->id;
  conversation_.customer = customer->id;
  TRY_ASSIGN(const auto visits, parts_.calendar.upcoming(tx_, tenant_.id, customer->id));
  memory_.visits.clear();
  for (const scheduling::Appointment& visit : visits) {
    memory_.visits.push_back({.id = visit.id, .service = visit.service, .visit = visit.visit});
  }
  if (memory_.visits.empty()) return Signal::NoVisit;
  if (memory_.visits.size() > 1) return Signal::ManyVisits;
  memory_.visit = memory_.visits.front();
  return Signal::OneVisit;
}

Result<Signal> Session::check_identity() {
  TRY_ASSIGN(const auto customer, parts_.customers.find_by_phone(tx_, tenant_.id, *memory_.phone));
  if (!customer) return Signal::NoVisit;
  if (!customers::is_same_person(*customer, memory_.claimed_name, memory_.claimed_address))
    return Signal::NotRecognised;
  memory_.identified = true;
  memory_.customer = customer->id;
  return dialogue::next_need(memory_, tenant_);
}

Result<Signal> Session::move_visit() {
  TRY_ASSIGN(const scheduling::MoveAnswer answer,
             parts_.calendar.move(tx_, tenant_, memory_.visit->id, memory_.chosen->visit.begin,
                                  actor(), conversation_.correlation));
  if (std::holds_alternative<scheduling::Refused>(answer)) return Signal::SlotLost;
  if (std::holds_alternative<scheduling::NoSuchVisit>(answer)) return Signal::NoVisit;

  moved_ = std::get<scheduling::Moved>(answer);
  const std::string cause =
      moved_->after.id.text() + ":" + std::to_string(to_ms(moved_->after.visit.begin));
  const Wording written = wording_.in_writing();
  TRY(tell_customer(messaging::MessageKind::ChangeNotice, "moved:" + cause,
                    tenant_.name + ": " + written.moved(*moved_)));
  TRY(tell_owner("moved:" + cause, wording_.for_owner().notice(*moved_)));
  return Signal::Moved;
}

Result<Signal> Session::cancel_visit() {
  TRY_ASSIGN(
      const scheduling::CancelAnswer answer,
      parts_.calendar.cancel(tx_, tenant_, memory_.visit->id, actor(), conversation_.correlation));
  if (std::holds_alternative<scheduling::NoSuchVisit>(answer)) return Signal::NoVisit;

  cancelled_ = std::get<scheduling::Cancelled>(answer);
  const std::string cause = cancelled_->appointment.id.text();
  const Wording written = wording_.in_writing();
  TRY(tell_customer(messaging::MessageKind::ChangeNotice, "cancelled:" + cause,
                    tenant_.name + ": " + written.cancelled(*cancelled_)));
  TRY(tell_owner("cancelled:" + cause, wording_.for_owner().notice(*cancelled_)));
  return Signal::Cancelled;
}

}  // namespace callwright::reception
