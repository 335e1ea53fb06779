#include "sim/world/businesses.h"

#include <array>
#include <string>
#include <string_view>

#include "server/commands/ready_tenant.h"

namespace callwright::sim {
namespace {

constexpr auto zones = std::to_array<std::string_view>(
    {"America/Chicago", "America/New_York", "America/Denver", "America/Los_Angeles",
     "America/Phoenix", "America/Anchorage", "Pacific/Honolulu", "America/St_Johns",
     "Australia/Lord_Howe", "Europe/Lisbon"});
constexpr auto trades =
    std::to_array<std::string_view>({"plumbing", "plumbing", "electrical", "hvac", "general"});
constexpr auto weekdays =
    std::to_array<std::string_view>({"mon", "tue", "wed", "thu", "fri", "sat", "sun"});

Json hours_of_week(std::string_view weekday_hours, std::string_view weekend_hours) {
  Json hours = Json::object();
  for (std::size_t day = 0; day < weekdays.size(); ++day) {
    const std::string_view range = day < 5 ? weekday_hours : weekend_hours;
    hours.set(weekdays[day], range.empty() ? Json::array() : Json::array({Json(range)}));
  }
  return hours;
}

Json draw_hours(Draw& draw) {
  switch (draw.below(4)) {
    case 0:
      return hours_of_week("08:00-17:00", "");
    case 1:
      return hours_of_week("07:00-18:00", "09:00-13:00");
    case 2:
      return hours_of_week("00:00-24:00", "00:00-24:00");
    default:
      return hours_of_week("09:00-16:30", "10:00-14:00");
  }
}

std::string number_text(int business, int line) {
  return "+155501001" + std::to_string(100 + business * 20 + line).substr(1);
}

Json draw_technicians(Draw& draw, int business) {
  Json technicians = Json::array();
  const auto count = static_cast<int>(draw.between(1, 4));
  for (int i = 0; i < count; ++i) {
    const std::string letter(1, static_cast<char>('a' + i));
    Json skills = Json::array();
    for (const char* skill : {"drains", "water_heaters", "gas"}) {
      if (i == 0 || draw.chance(0.6)) skills.push_back(skill);
    }
    technicians.push_back(Json::object({{"id", "tech-" + letter},
                                        {"name", "Technician " + letter},
                                        {"skills", std::move(skills)},
                                        {"phone", number_text(business, 10 + i)}}));
  }
  return technicians;
}

Json draw_policies(const Json& usual, Draw& draw) {
  Json policies = usual;
  constexpr auto after_hours = std::to_array<std::string_view>({"book", "callback", "voicemail"});
  policies.set("after_hours", draw.pick(after_hours));
  policies.set("book_online", draw.chance(0.9));
  policies.set("booking_notice_minutes", draw.between(0, 240));
  policies.set("booking_horizon_days", draw.between(7, 60));
  policies.set("transfer_to_owner", draw.chance(0.6));
  policies.set("emergency_alerts", draw.chance(0.93));
  policies.set("emergency_visits_any_hour", draw.chance(0.3));
  policies.set("transcripts", draw.chance(0.9));
  return policies;
}

Json draw_on_call(Draw& draw, int business) {
  Json people = Json::array();
  const auto count = static_cast<int>(draw.between(0, 2));
  for (int i = 0; i < count; ++i) {
    people.push_back(Json::object({{"name", "On call"}, {"phone", number_text(business, 6 + i)}}));
  }
  return people;
}

Json draw_business(Draw& draw, int business) {
  Json document = server::ready_tenant();
  const std::string name = "business-" + std::to_string(business);
  document.set("slug", name);
  document.set("name", "Business " + std::to_string(business));
  document.set("trade", draw.pick(trades));
  document.set("zone", draw.pick(zones));
  document.set("numbers",
               Json::array({Json(number_text(business, 0)), Json(number_text(business, 1))}));
  document.set("hours", draw_hours(draw));
  document.set("technicians", draw_technicians(draw, business));
  document.set("policies", draw_policies(document["policies"], draw));
  document.set("on_call", draw_on_call(draw, business));
  Json owner = document["owner"];
  owner.set("phone", number_text(business, 5));
  document.set("owner", std::move(owner));
  document.set("visits", Json::array());
  document.set("customers", Json::array());
  return document;
}

}  // namespace

std::vector<Json> draw_businesses(Draw draw) {
  std::vector<Json> documents;
  const auto count = static_cast<int>(draw.between(1, 4));
  for (int business = 0; business < count; ++business) {
    documents.push_back(draw_business(draw, business));
  }
  return documents;
}

}  // namespace callwright::sim
