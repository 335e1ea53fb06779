#include "sim/world/crew.h"

#include <array>

namespace callwright::sim {
namespace {

constexpr auto days = std::to_array<std::string_view>({"mon", "tue", "wed", "thu", "fri"});
constexpr auto shifts =
    std::to_array<std::string_view>({"08:00-12:00", "12:00-17:00", "09:00-16:00", "07:00-18:00"});

}  // namespace

std::optional<Milliseconds> Crew::act(World& world) {
  const double weight = world.faults().weight(Fault::CrewChange);
  if (weight == 0) return std::nullopt;
  Business& business = world.businesses()[business_];
  if (!everybody_) everybody_ = business.document["technicians"];
  Json document = business.document;
  switch (draw_.below(3)) {
    case 0:
      change_who_works(document);
      break;
    case 1:
      change_hours(document);
      break;
    default:
      take_day_off(business, world.now(), document);
      break;
  }
  world.apply(business, std::move(document));
  world.tally().count_fault("crew_change");
  // Often enough to come between an offer and its yes.
  const double minutes = static_cast<double>(draw_.between(2, 60)) / weight;
  return Minutes(static_cast<std::int64_t>(minutes));
}

// Some of those who worked here at first, at least one.
void Crew::change_who_works(Json& document) {
  Json working = Json::array();
  for (const Json& technician : *everybody_->as_array()) {
    if (draw_.chance(0.6)) working.push_back(technician);
  }
  if (working.as_array()->empty()) working.push_back(draw_.pick(*everybody_->as_array()));
  document.set("technicians", std::move(working));
}

void Crew::change_hours(Json& document) {
  Json technicians = Json::array();
  for (Json technician : *document["technicians"].as_array()) {
    if (draw_.chance(0.5)) {
      Json hours = Json::object();
      for (const std::string_view day : days) {
        hours.set(day, draw_.chance(0.2) ? Json::array() : Json::array({Json(draw_.pick(shifts))}));
      }
      technician.set("hours", std::move(hours));
    }
    technicians.push_back(std::move(technician));
  }
  document.set("technicians", std::move(technicians));
}

// One of the next days is free for everybody, or half of it.
void Crew::take_day_off(const Business& business, Instant now, Json& document) {
  const auto today = std::chrono::sys_days(business.tenant->zone.to_local(now).date);
  const std::chrono::year_month_day date(today + std::chrono::days(draw_.between(0, 6)));
  Json hours = draw_.chance(0.5) ? Json::array() : Json::array({Json("09:00-12:00")});
  document.set("holidays",
               Json::array({Json::object(
                   {{"date", iso_date(date)}, {"name", "Day off"}, {"hours", std::move(hours)}})}));
}

}  // namespace callwright::sim
