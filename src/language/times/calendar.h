#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

namespace callwright::language {

// A day of the calendar, in no zone.
using Day = std::chrono::sys_days;

// Half-open: begin belongs to the days, end does not.
struct Days {
  Day begin;
  Day end;

  bool single() const { return end - begin == std::chrono::days(1); }
  bool contains(Day day) const { return begin <= day && day < end; }
  friend bool operator==(const Days&, const Days&) = default;
};

inline Days one_day(Day day) {
  return {.begin = day, .end = day + std::chrono::days(1)};
}

// Weeks start on Monday.
Day monday_of(Day day);
Days week_of(Day day);
Days weekend_of(Day day);
Days month_of(Day day);
Days year_of(Day day);

// The same day of a later month, or the last of that month where it is shorter.
Day months_later(Day day, int months);

// None where the month has no such day.
std::optional<Day> day_in(std::chrono::year year, unsigned month, unsigned day_of_month);

// The first such day on or after `from`, in at most eight years (29 February).
std::optional<Day> next_date(Day from, unsigned month, unsigned day_of_month);
std::optional<Day> next_day_of_month(Day from, unsigned day_of_month);
// The first day after `from` that is both: "Friday the 13th".
std::optional<Day> next_weekday_on(Day from, std::chrono::weekday weekday, unsigned day_of_month);

Day weekday_on_or_after(Day from, std::chrono::weekday weekday);

// The index-th weekday of the month, or with index 0 its last. None where there is no such day.
std::optional<Day> weekday_of_month(Day month, std::chrono::weekday weekday, unsigned index);

enum class Holiday : std::uint8_t {
  NewYearsDay,
  MartinLutherKingDay,
  ValentinesDay,
  PresidentsDay,
  SaintPatricksDay,
  MayDay,
  CincoDeMayo,
  GroundhogDay,
  AprilFoolsDay,
  GoodFriday,
  Easter,
  EasterMonday,
  TaxDay,
  EarthDay,
  FlagDay,
  MothersDay,
  MemorialDay,
  FathersDay,
  Juneteenth,
  IndependenceDay,
  LaborDay,
  ColumbusDay,
  Halloween,
  ElectionDay,
  VeteransDay,
  Thanksgiving,
  BlackFriday,
  CyberMonday,
  ChristmasEve,
  Christmas,
  BoxingDay,
  NewYearsEve,
};

Day holiday_in(std::chrono::year year, Holiday holiday);
Day next_holiday(Day from, Holiday holiday);

}  // namespace callwright::language
