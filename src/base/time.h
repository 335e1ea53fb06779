#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace callwright {

using Milliseconds = std::chrono::milliseconds;
using Seconds = std::chrono::seconds;
using Minutes = std::chrono::minutes;

// A point in time, UTC, to the millisecond: what is stored and compared.
using Instant = std::chrono::sys_time<Milliseconds>;

inline std::int64_t to_ms(Instant instant) {
  return instant.time_since_epoch().count();
}
inline Instant from_ms(std::int64_t ms) {
  return Instant(Milliseconds(ms));
}

// Half-open: begin belongs to the range, end does not.
struct TimeRange {
  Instant begin;
  Instant end;

  bool empty() const { return end <= begin; }
  bool contains(Instant instant) const { return begin <= instant && instant < end; }
  bool contains(const TimeRange& other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(const TimeRange& other) const { return begin < other.end && other.begin < end; }
  Milliseconds length() const { return end - begin; }

  friend bool operator==(const TimeRange&, const TimeRange&) = default;
};

// What a clock on the wall shows: a date and a time of day without a zone.
struct LocalTime {
  std::chrono::year_month_day date;
  Minutes time_of_day{};  // Since midnight; may reach 24 h, the end of the day.

  friend auto operator<=>(const LocalTime&, const LocalTime&) = default;
};

// How a local time maps to instants when clocks change.
enum class LocalTimeKind : std::uint8_t {
  Unique,
  Skipped,   // The clock jumped over it; it never showed this time.
  Repeated,  // The clock showed it twice.
};

struct ResolvedTime {
  // Unique: the instant. Skipped: the instant the clock jumped. Repeated: the first of the two.
  Instant instant;
  LocalTimeKind kind;
};

// An IANA time zone. Cheap to copy; equal when the names are equal.
class Zone {
 public:
  // Invalid for a name the zone database does not hold.
  static Result<Zone> find(const std::string& name);
  static Zone utc();

  const std::string& name() const { return name_; }

  LocalTime to_local(Instant instant) const;
  ResolvedTime resolve(const LocalTime& local) const;

  // Offset from UTC in force at the instant; positive east of Greenwich.
  Minutes offset_at(Instant instant) const;

  // "2026-03-10T10:05:00-05:00".
  std::string iso8601(Instant instant) const;

  friend bool operator==(const Zone& a, const Zone& b) { return a.name_ == b.name_; }

 private:
  struct Data;
  Zone(std::string name, std::shared_ptr<const Data> data)
      : name_(std::move(name)), data_(std::move(data)) {}

  std::string name_;
  std::shared_ptr<const Data> data_;
};

// "2026-03-10T15:05:00Z" or with an offset; seconds and fractions may be missing. Invalid
// otherwise.
Result<Instant> parse_iso8601(std::string_view text);
std::string iso8601_utc(Instant instant);

// "2026-03-10", and back.
std::string iso_date(const std::chrono::year_month_day& date);
std::optional<std::chrono::year_month_day> parse_iso_date(std::string_view text);

// "08:00" as minutes since midnight; "24:00" is the end of the day.
std::optional<Minutes> parse_time_of_day(std::string_view text);
std::string to_string_time_of_day(Minutes minutes);

}  // namespace callwright
