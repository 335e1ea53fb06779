#include "sim/world/office.h"

namespace callwright::sim {

std::optional<Milliseconds> Office::act(World& world) {
  if (draw_.chance(0.5 * world.faults().weight(Fault::SettingsChange))) {
    change_settings(world);
  } else {
    book(world);
  }
  return Minutes(draw_.between(20, 400));
}

void Office::change_settings(World& world) {
  Business& business = world.businesses()[business_];
  Json policies = business.document["policies"];
  switch (draw_.below(5)) {
    case 0:
      policies.set("lockdown", draw_.chance(0.3));
      break;
    case 1:
      policies.set("booking_notice_minutes", draw_.between(30, 360));
      break;
    case 2:
      policies.set("after_hours", draw_.chance(0.5) ? "book" : "callback");
      break;
    case 3:
      policies.set("transfer_to_owner", draw_.chance(0.5));
      break;
    default:
      policies.set("emergency_visits_any_hour", draw_.chance(0.5));
      break;
  }
  Json document = business.document;
  document.set("policies", std::move(policies));
  world.apply(business, std::move(document));
  world.tally().count_fault("settings_change");
}

void Office::book(World& world) {
  const tenants::Tenant& tenant = *world.businesses()[business_].tenant;
  server::Product& product = world.rehearsal().product();
  const auto& technician = tenant.technicians[draw_.below(tenant.technicians.size())];
  const auto days = static_cast<int>(draw_.between(1, 5));
  const auto hour = draw_.between(8, 15);
  const LocalTime today = tenant.zone.to_local(world.now());
  const LocalTime wanted{std::chrono::sys_days(today.date) + std::chrono::days(days),
                         Minutes(60 * hour)};
  const Instant begin = tenant.zone.resolve(wanted).instant;
  const TimeRange visit{begin, begin + Minutes(60)};
  // It may be taken, and the process may die: then there is no visit.
  static_cast<void>(product.world.database.write([&](db::Transaction& tx) -> Result<void> {
    const CorrelationId correlation(product.ids.text("cor"));
    const auto actor = access::Actor::operator_named("office");
    TRY_ASSIGN(
        const CustomerId customer,
        product.customers.remember(tx, tenant.id, {.name = "Office Visit"}, actor, correlation));
    TRY_ASSIGN(const auto answer,
               product.calendar.place(tx, tenant,
                                      {.appointment = {.id = product.ids.make<AppointmentId>("apt"),
                                                       .customer = customer,
                                                       .name = "Office Visit",
                                                       .service = tenant.services.front().id,
                                                       .technician = technician.id,
                                                       .visit = visit},
                                       .blocks = visit},
                                      actor, correlation));
    if (!std::holds_alternative<scheduling::Booked>(answer)) {
      return failure(ErrorCode::Conflict, "that time is taken");
    }
    return {};
  }));
}

}  // namespace callwright::sim
