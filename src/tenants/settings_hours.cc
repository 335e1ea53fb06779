#include "tenants/settings_hours.h"

#include <algorithm>

#include "tenants/settings_words.h"

namespace callwright::tenants {
namespace {

constexpr std::size_t ranges_per_day_max = 8;
constexpr std::size_t holidays_max = 400;
constexpr std::size_t holiday_name_bytes_max = 120;
constexpr std::size_t range_bytes_max = 11;  // "08:00-17:00"

std::optional<OpenHours> parse_range(std::string_view text) {
  const auto dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto opens = parse_time_of_day(text.substr(0, dash));
  const auto closes = parse_time_of_day(text.substr(dash + 1));
  if (!opens || !closes) return std::nullopt;
  return OpenHours{.opens = *opens, .closes = *closes};
}

std::vector<OpenHours> read_day(ObjectReader& object, std::string_view name) {
  std::vector<OpenHours> day;
  for (const auto& item : object.items(name, ranges_per_day_max)) {
    const auto text = read_line(item, range_bytes_max, object.mistakes());
    if (!text) continue;
    const auto range = parse_range(*text);
    if (!range) {
      add_mistake(object.mistakes(), item.path, "must look like \"08:00-17:00\"");
    } else if (range->closes <= range->opens) {
      add_mistake(object.mistakes(), item.path, "closes before it opens");
    } else if (!day.empty() && range->opens < day.back().closes) {
      add_mistake(object.mistakes(), item.path, "begins before the range before it ends");
    } else {
      day.push_back(*range);
    }
  }
  return day;
}

Json day_to_json(const std::vector<OpenHours>& day) {
  Json::Array ranges;
  for (const OpenHours& open : day) {
    ranges.emplace_back(to_string_time_of_day(open.opens) + "-" +
                        to_string_time_of_day(open.closes));
  }
  return Json(std::move(ranges));
}

}  // namespace

WeeklyHours read_weekly_hours(ObjectReader& object) {
  WeeklyHours week;
  for (std::size_t day = 0; day < week.size(); ++day) {
    week[day] = read_day(object, weekday_words[day]);
  }
  object.refuse_unknown();
  return week;
}

std::vector<Holiday> read_holidays(ObjectReader& document) {
  std::vector<Holiday> holidays;
  for (const auto& item : document.items("holidays", holidays_max)) {
    ObjectReader entry(item.json, item.path, document.mistakes());
    const std::string date = entry.line("date", 10, ObjectReader::Need::Required);
    Holiday holiday{.name = entry.line("name", holiday_name_bytes_max),
                    .hours = read_day(entry, "hours")};
    entry.refuse_unknown();
    const auto parsed = parse_iso_date(date);
    if (parsed && std::ranges::find(holidays, *parsed, &Holiday::date) != holidays.end()) {
      entry.mistake("date", "is listed twice");
    } else if (parsed) {
      holiday.date = *parsed;
      holidays.push_back(std::move(holiday));
    } else if (!date.empty()) {
      entry.mistake("date", "must look like \"2026-07-04\"");
    }
  }
  return holidays;
}

Json hours_to_json(const WeeklyHours& hours) {
  Json json = Json::object();
  for (std::size_t day = 0; day < hours.size(); ++day) {
    if (!hours[day].empty()) json.set(weekday_words[day], day_to_json(hours[day]));
  }
  return json;
}

Json holiday_to_json(const Holiday& holiday) {
  return Json::object({{"date", iso_date(holiday.date)},
                       {"name", holiday.name},
                       {"hours", day_to_json(holiday.hours)}});
}

}  // namespace callwright::tenants
