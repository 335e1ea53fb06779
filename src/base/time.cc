#include "base/time.h"

#include <cctz/civil_time.h>
#include <cctz/time_zone.h>

#include <algorithm>
#include <charconv>
#include <cstdio>

namespace callwright {
namespace {

using std::chrono::year_month_day;

cctz::civil_minute to_civil(const LocalTime& local) {
  return cctz::civil_minute(static_cast<int>(local.date.year()),
                            static_cast<int>(static_cast<unsigned>(local.date.month())),
                            static_cast<int>(static_cast<unsigned>(local.date.day())), 0,
                            static_cast<int>(local.time_of_day.count()));
}

// Reads exactly `width` digits and moves past them.
std::optional<int> take_digits(std::string_view& text, std::size_t width) {
  if (text.size() < width) return std::nullopt;
  int value = 0;
  for (std::size_t i = 0; i < width; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(width);
  return value;
}

bool take(std::string_view& text, char expected) {
  if (!text.starts_with(expected)) return false;
  text.remove_prefix(1);
  return true;
}

struct TimeOfDay {
  int hour = 0, minute = 0, second = 0, millisecond = 0;
};

std::optional<TimeOfDay> take_time(std::string_view& text) {
  TimeOfDay time;
  const auto hour = take_digits(text, 2);
  if (!hour || !take(text, ':')) return std::nullopt;
  const auto minute = take_digits(text, 2);
  if (!minute) return std::nullopt;
  time.hour = *hour;
  time.minute = *minute;
  if (take(text, ':')) {
    const auto second = take_digits(text, 2);
    if (!second) return std::nullopt;
    time.second = *second;
    if (take(text, '.')) {
      int scale = 100;
      bool any = false;
      while (!text.empty() && text[0] >= '0' && text[0] <= '9') {
        time.millisecond += (text[0] - '0') * scale;
        scale /= 10;
        any = true;
        text.remove_prefix(1);
      }
      if (!any) return std::nullopt;
    }
  }
  if (time.hour > 23 || time.minute > 59 || time.second > 59) return std::nullopt;
  return time;
}

// "Z", "+05:30", "-0500"; minutes east of Greenwich.
std::optional<int> take_offset(std::string_view& text) {
  if (take(text, 'Z') || take(text, 'z')) return 0;
  int sign = 1;
  if (take(text, '-')) {
    sign = -1;
  } else if (!take(text, '+')) {
    return std::nullopt;
  }
  const auto hours = take_digits(text, 2);
  if (!hours) return std::nullopt;
  take(text, ':');
  const auto minutes = take_digits(text, 2);
  if (!minutes || *hours > 23 || *minutes > 59) return std::nullopt;
  return sign * (*hours * 60 + *minutes);
}

std::optional<year_month_day> take_date(std::string_view& text) {
  const auto year = take_digits(text, 4);
  if (!year || !take(text, '-')) return std::nullopt;
  const auto month = take_digits(text, 2);
  if (!month || !take(text, '-')) return std::nullopt;
  const auto day = take_digits(text, 2);
  if (!day) return std::nullopt;
  const year_month_day date(std::chrono::year(*year),
                            std::chrono::month(static_cast<unsigned>(*month)),
                            std::chrono::day(static_cast<unsigned>(*day)));
  if (!date.ok()) return std::nullopt;
  return date;
}

std::string format_local(Instant local, const char* suffix) {
  const auto days = std::chrono::floor<std::chrono::days>(local);
  const year_month_day date(days);
  const auto seconds = std::chrono::floor<Seconds>(local - days).count();
  char buffer[64];
  const int size =
      std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02uT%02d:%02d:%02d%s",
                    static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                    static_cast<unsigned>(date.day()), static_cast<int>(seconds / 3600),
                    static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60), suffix);
  return std::string(buffer, static_cast<std::size_t>(size));
}

// Names become paths below the folder of zones, and may come from outside. "Fixed/UTC-05:00:00" is
// the zone of an offset.
bool is_zone_name(std::string_view name) {
  constexpr std::size_t zone_name_bytes_max = 64;
  if (name.empty() || name.size() > zone_name_bytes_max || name.front() == '/') return false;
  const bool colons = name.starts_with("Fixed/UTC");
  return std::ranges::all_of(name, [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' ||
           c == '_' || c == '-' || c == '+' || (c == ':' && colons);
  });
}

}  // namespace

struct Zone::Data {
  cctz::time_zone zone;
};

Result<Zone> Zone::find(const std::string& name) {
  auto data = std::make_shared<Data>();
  if (!is_zone_name(name) || !cctz::load_time_zone(name, &data->zone)) {
    return failure(ErrorCode::Invalid, "unknown time zone \"" + name.substr(0, 40) + "\"");
  }
  return Zone(name, std::move(data));
}

Zone Zone::utc() {
  auto data = std::make_shared<Data>();
  data->zone = cctz::utc_time_zone();
  return Zone("UTC", std::move(data));
}

LocalTime Zone::to_local(Instant instant) const {
  const auto lookup = data_->zone.lookup(std::chrono::floor<Seconds>(instant));
  const cctz::civil_second& local = lookup.cs;
  return LocalTime{
      .date = year_month_day(std::chrono::year(static_cast<int>(local.year())),
                             std::chrono::month(static_cast<unsigned>(local.month())),
                             std::chrono::day(static_cast<unsigned>(local.day()))),
      .time_of_day = Minutes(local.hour() * 60 + local.minute()),
  };
}

ResolvedTime Zone::resolve(const LocalTime& local) const {
  const auto lookup = data_->zone.lookup(cctz::civil_second(to_civil(local)));
  switch (lookup.kind) {
    case cctz::time_zone::civil_lookup::SKIPPED:
      return {.instant = lookup.trans, .kind = LocalTimeKind::Skipped};
    case cctz::time_zone::civil_lookup::REPEATED:
      return {.instant = lookup.pre, .kind = LocalTimeKind::Repeated};
    case cctz::time_zone::civil_lookup::UNIQUE:
      break;
  }
  return {.instant = lookup.pre, .kind = LocalTimeKind::Unique};
}

Minutes Zone::offset_at(Instant instant) const {
  const auto lookup = data_->zone.lookup(std::chrono::floor<Seconds>(instant));
  return Minutes(lookup.offset / 60);
}

std::string Zone::iso8601(Instant instant) const {
  const Minutes offset = offset_at(instant);
  const auto magnitude = std::chrono::abs(offset).count();
  char suffix[16];
  std::snprintf(suffix, sizeof suffix, "%c%02d:%02d", offset.count() < 0 ? '-' : '+',
                static_cast<int>(magnitude / 60), static_cast<int>(magnitude % 60));
  return format_local(instant + offset, suffix);
}

Result<Instant> parse_iso8601(std::string_view text) {
  const std::string_view original = text;
  const auto invalid = [&] {
    return failure(ErrorCode::Invalid, "not an ISO 8601 time with offset: \"" +
                                           std::string(original.substr(0, 40)) + "\"");
  };
  const auto date = take_date(text);
  if (!date || !(take(text, 'T') || take(text, ' '))) return invalid();
  const auto time = take_time(text);
  if (!time) return invalid();
  const auto offset = take_offset(text);
  if (!offset || !text.empty()) return invalid();

  return Instant(std::chrono::sys_days(*date)) + std::chrono::hours(time->hour) +
         Minutes(time->minute) + Seconds(time->second) + Milliseconds(time->millisecond) -
         Minutes(*offset);
}

std::string iso8601_utc(Instant instant) {
  return format_local(instant, "Z");
}

std::string iso_date(const year_month_day& date) {
  char buffer[32];
  const int size =
      std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(date.year()),
                    static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return std::string(buffer, static_cast<std::size_t>(size));
}

std::optional<year_month_day> parse_iso_date(std::string_view text) {
  const auto date = take_date(text);
  if (!text.empty()) return std::nullopt;
  return date;
}

std::optional<Minutes> parse_time_of_day(std::string_view text) {
  if (text == "24:00") return Minutes(24 * 60);
  const auto hour = take_digits(text, 2);
  if (!hour || !take(text, ':')) return std::nullopt;
  const auto minute = take_digits(text, 2);
  if (!minute || !text.empty() || *hour > 23 || *minute > 59) return std::nullopt;
  return Minutes(*hour * 60 + *minute);
}

std::string to_string_time_of_day(Minutes minutes) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%02d:%02d", static_cast<int>(minutes.count() / 60),
                static_cast<int>(minutes.count() % 60));
  return buffer;
}

}  // namespace callwright
