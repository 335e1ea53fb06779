#include "sim/checks/business.h"

#include <algorithm>
#include <cctype>

namespace callwright::sim {
namespace {

constexpr std::array<std::string_view, 7> weekdays = {"mon", "tue", "wed", "thu",
                                                      "fri", "sat", "sun"};

std::vector<std::string> texts(const Json& list) {
  std::vector<std::string> found;
  if (const Json::Array* items = list.as_array()) {
    for (const Json& item : *items) {
      if (const std::string* text = item.as_string()) found.push_back(*text);
    }
  }
  return found;
}

const Json::Array& items(const Json& list) {
  static const Json::Array none;
  const Json::Array* found = list.as_array();
  return found != nullptr ? *found : none;
}

// "08:00-17:00".
Day read_day(const Json& list) {
  Day day;
  for (const std::string& text : texts(list)) {
    if (text.size() != 11) continue;
    const auto number = [&](std::size_t at) { return (text[at] - '0') * 10 + text[at + 1] - '0'; };
    day.push_back(
        {.from = Minutes(number(0) * 60 + number(3)), .to = Minutes(number(6) * 60 + number(9))});
  }
  return day;
}

Week read_week(const Json& hours) {
  Week week;
  for (std::size_t day = 0; day < week.size(); ++day) week[day] = read_day(hours[weekdays[day]]);
  return week;
}

bool within(const Day& day, Minutes time) {
  return std::ranges::any_of(
      day, [&](const Opening& opening) { return opening.from <= time && time < opening.to; });
}

std::string lower(std::string_view text) {
  std::string low(text);
  std::ranges::transform(low, low.begin(), [](unsigned char c) { return std::tolower(c); });
  return low;
}

void read_people(const Json& settings, BusinessRules& business) {
  const auto take = [&](const Json& person) {
    const bool has_phone = !person.string_or("phone", "").empty();
    business.reachable_by_phone = business.reachable_by_phone || has_phone;
    business.reachable = business.reachable || has_phone || !person.string_or("email", "").empty();
  };
  take(settings["owner"]);
  for (const Json& person : items(settings["on_call"])) take(person);
}

void read_work(const Json& settings, BusinessRules& business) {
  for (const Json& entry : items(settings["technicians"])) {
    Staff staff{.id = entry.string_or("id", ""), .hours = {}};
    if (entry["hours"].is_object()) staff.hours = read_week(entry["hours"]);
    business.staff.push_back(std::move(staff));
  }
  for (const Json& entry : items(settings["services"])) {
    business.works.push_back({.id = entry.string_or("id", ""),
                              .before = Minutes(entry.integer_or("buffer_before_minutes", 0)),
                              .after = Minutes(entry.integer_or("buffer_after_minutes", 0))});
  }
  for (const Json& entry : items(settings["holidays"])) {
    const auto date = parse_iso_date(entry.string_or("date", ""));
    if (date) business.holidays.emplace_back(*date, read_day(entry["hours"]));
  }
}

}  // namespace

const Staff* BusinessRules::find_staff(std::string_view id) const {
  const auto found = std::ranges::find(staff, id, &Staff::id);
  return found == staff.end() ? nullptr : &*found;
}

const Work* BusinessRules::find_work(std::string_view id) const {
  const auto found = std::ranges::find(works, id, &Work::id);
  return found == works.end() ? nullptr : &*found;
}

std::optional<BusinessRules> read_business(std::string_view text) {
  const Result<Json> parsed = Json::parse(text);
  if (!parsed) return std::nullopt;
  const Json& settings = *parsed;
  const Result<Zone> zone = Zone::find(settings.string_or("zone", ""));
  if (!zone) return std::nullopt;

  const Json& policies = settings["policies"];
  const std::string plan = settings["subscription"].string_or("state", "");
  BusinessRules business;
  business.zone = *zone;
  business.numbers = texts(settings["numbers"]);
  business.hours = read_week(settings["hours"]);
  business.zips = texts(settings["area"]["zips"]);
  business.cities = texts(settings["area"]["cities"]);
  business.notice = Minutes(policies.integer_or("booking_notice_minutes", 0));
  business.thread_idle = Minutes(policies.integer_or("text_thread_idle_minutes", 0));
  business.horizon_days = static_cast<int>(policies.integer_or("booking_horizon_days", 0));
  business.transcripts = policies.bool_or("transcripts", true);
  business.automation =
      !policies.bool_or("lockdown", false) && plan != "past_due" && plan != "canceled";
  business.emergency_alerts = policies.bool_or("emergency_alerts", true);
  business.any_hour_emergencies = policies.bool_or("emergency_visits_any_hour", false);
  read_people(settings, business);
  read_work(settings, business);
  return business;
}

bool works_at(const BusinessRules& business, const Staff& staff, Instant instant) {
  const LocalTime local = business.zone.to_local(instant);
  const std::chrono::weekday weekday{std::chrono::sys_days(local.date)};
  const Week& week = staff.hours ? *staff.hours : business.hours;
  const Day& usual = week[weekday.iso_encoding() - 1];
  const auto holiday = std::ranges::find(business.holidays, local.date,
                                         [](const auto& entry) { return entry.first; });
  if (holiday == business.holidays.end()) return within(usual, local.time_of_day);
  if (!within(holiday->second, local.time_of_day)) return false;
  return !staff.hours || within(usual, local.time_of_day);
}

bool is_outside(const BusinessRules& business, std::string_view zip, std::string_view city) {
  const auto fits = [&](const std::string& pattern) {
    if (pattern.ends_with('*'))
      return zip.starts_with(std::string_view(pattern).substr(0, pattern.size() - 1));
    return zip.substr(0, 5) == pattern;
  };
  const std::string low = lower(city);
  const bool zip_fits = !zip.empty() && std::ranges::any_of(business.zips, fits);
  const bool city_fits =
      std::ranges::any_of(business.cities, [&](const auto& name) { return lower(name) == low; });
  if (zip_fits || city_fits) return false;
  if (!business.zips.empty()) return !zip.empty();
  return !business.cities.empty() && !city.empty();
}

}  // namespace callwright::sim
