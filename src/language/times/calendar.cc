#include "language/times/calendar.h"

#include <algorithm>
#include <array>

#include "base/result.h"

namespace callwright::language {
namespace {

namespace chrono = std::chrono;

constexpr int years_searched_max = 8;  // A leap day may be eight years off, around 2100.

Day first_of_month(Day day) {
  const chrono::year_month_day date(day);
  return date.year() / date.month() / 1;
}

Day nth_weekday(chrono::year year, unsigned month, chrono::weekday weekday, unsigned index) {
  const auto day = weekday_of_month(year / chrono::month(month) / 1, weekday, index);
  ASSERT(day.has_value());
  return *day;
}

// The Gregorian reckoning, as Meeus, Jones and Butcher wrote it down.
Day easter(chrono::year in_year) {
  const int year = static_cast<int>(in_year);
  const int golden = year % 19;
  const int century = year / 100;
  const int epact =
      (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
  const int weekday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - epact - year % 100 % 4) % 7;
  const int correction = (golden + 11 * epact + 22 * weekday) / 451;
  const int sum = epact + weekday - 7 * correction + 114;
  return in_year / chrono::month(static_cast<unsigned>(sum / 31)) /
         chrono::day(static_cast<unsigned>(sum % 31 + 1));
}

enum class HolidayKind : std::uint8_t { Fixed, Weekday, Easter };

struct HolidayRule {
  Holiday holiday;
  HolidayKind kind = HolidayKind::Fixed;
  unsigned month = 1;
  unsigned number = 1;  // The day of the month, or which weekday of it; 0 is the last.
  chrono::weekday weekday = chrono::Monday;
  int days_later = 0;
};

constexpr auto holiday_rules = std::to_array<HolidayRule>({
    {Holiday::NewYearsDay, HolidayKind::Fixed, 1, 1},
    {Holiday::MartinLutherKingDay, HolidayKind::Weekday, 1, 3, chrono::Monday},
    {Holiday::GroundhogDay, HolidayKind::Fixed, 2, 2},
    {Holiday::ValentinesDay, HolidayKind::Fixed, 2, 14},
    {Holiday::PresidentsDay, HolidayKind::Weekday, 2, 3, chrono::Monday},
    {Holiday::SaintPatricksDay, HolidayKind::Fixed, 3, 17},
    {.holiday = Holiday::GoodFriday, .kind = HolidayKind::Easter, .days_later = -2},
    {.holiday = Holiday::Easter, .kind = HolidayKind::Easter},
    {.holiday = Holiday::EasterMonday, .kind = HolidayKind::Easter, .days_later = 1},
    {Holiday::AprilFoolsDay, HolidayKind::Fixed, 4, 1},
    {Holiday::TaxDay, HolidayKind::Fixed, 4, 15},
    {Holiday::EarthDay, HolidayKind::Fixed, 4, 22},
    {Holiday::MayDay, HolidayKind::Fixed, 5, 1},
    {Holiday::CincoDeMayo, HolidayKind::Fixed, 5, 5},
    {Holiday::MothersDay, HolidayKind::Weekday, 5, 2, chrono::Sunday},
    {Holiday::MemorialDay, HolidayKind::Weekday, 5, 0, chrono::Monday},
    {Holiday::FlagDay, HolidayKind::Fixed, 6, 14},
    {Holiday::FathersDay, HolidayKind::Weekday, 6, 3, chrono::Sunday},
    {Holiday::Juneteenth, HolidayKind::Fixed, 6, 19},
    {Holiday::IndependenceDay, HolidayKind::Fixed, 7, 4},
    {Holiday::LaborDay, HolidayKind::Weekday, 9, 1, chrono::Monday},
    {Holiday::ColumbusDay, HolidayKind::Weekday, 10, 2, chrono::Monday},
    {Holiday::Halloween, HolidayKind::Fixed, 10, 31},
    {Holiday::ElectionDay, HolidayKind::Weekday, 11, 1, chrono::Monday, 1},
    {Holiday::VeteransDay, HolidayKind::Fixed, 11, 11},
    {Holiday::Thanksgiving, HolidayKind::Weekday, 11, 4, chrono::Thursday},
    {Holiday::BlackFriday, HolidayKind::Weekday, 11, 4, chrono::Thursday, 1},
    {Holiday::CyberMonday, HolidayKind::Weekday, 11, 4, chrono::Thursday, 4},
    {Holiday::ChristmasEve, HolidayKind::Fixed, 12, 24},
    {Holiday::Christmas, HolidayKind::Fixed, 12, 25},
    {Holiday::BoxingDay, HolidayKind::Fixed, 12, 26},
    {Holiday::NewYearsEve, HolidayKind::Fixed, 12, 31},
});

}  // namespace

Day monday_of(Day day) {
  return day - (chrono::weekday(day) - chrono::Monday);
}

Days week_of(Day day) {
  return {.begin = monday_of(day), .end = monday_of(day) + chrono::days(7)};
}

Days weekend_of(Day day) {
  return {.begin = monday_of(day) + chrono::days(5), .end = monday_of(day) + chrono::days(7)};
}

Days month_of(Day day) {
  const Day first = first_of_month(day);
  return {.begin = first, .end = months_later(first, 1)};
}

Days year_of(Day day) {
  const chrono::year year = chrono::year_month_day(day).year();
  return {.begin = year / 1 / 1, .end = (year + chrono::years(1)) / 1 / 1};
}

Day months_later(Day day, int months) {
  const chrono::year_month_day date(day);
  const chrono::year_month_day later = date + chrono::months(months);
  if (later.ok()) return later;
  return chrono::year_month_day_last(later.year(), chrono::month_day_last(later.month()));
}

std::optional<Day> day_in(chrono::year year, unsigned month, unsigned day_of_month) {
  const chrono::year_month_day date(year, chrono::month(month), chrono::day(day_of_month));
  if (!date.ok()) return std::nullopt;
  return date;
}

std::optional<Day> next_date(Day from, unsigned month, unsigned day_of_month) {
  const chrono::year first = chrono::year_month_day(from).year();
  for (int later = 0; later <= years_searched_max; ++later) {
    const auto day = day_in(first + chrono::years(later), month, day_of_month);
    if (day && *day >= from) return day;
  }
  return std::nullopt;
}

std::optional<Day> next_day_of_month(Day from, unsigned day_of_month) {
  Day month = first_of_month(from);
  // No two months in a row lack the same day.
  for (int later = 0; later < 3; ++later, month = months_later(month, 1)) {
    const chrono::year_month_day date(month);
    const auto day = day_in(date.year(), static_cast<unsigned>(date.month()), day_of_month);
    if (day && *day >= from) return day;
  }
  return std::nullopt;
}

std::optional<Day> next_weekday_on(Day from, chrono::weekday weekday, unsigned day_of_month) {
  Day month = first_of_month(from);
  constexpr int months_searched_max = 28;  // Long enough for every pair to meet, the 31st included.
  for (int later = 0; later < months_searched_max; ++later, month = months_later(month, 1)) {
    const chrono::year_month_day date(month);
    const auto day = day_in(date.year(), static_cast<unsigned>(date.month()), day_of_month);
    if (day && *day >= from && chrono::weekday(*day) == weekday) return day;
  }
  return std::nullopt;
}

Day weekday_on_or_after(Day from, chrono::weekday weekday) {
  return from + (weekday - chrono::weekday(from));
}

std::optional<Day> weekday_of_month(Day month, chrono::weekday weekday, unsigned index) {
  const Days days = month_of(month);
  if (index == 0) return weekday_on_or_after(days.end - chrono::days(7), weekday);
  const Day day = weekday_on_or_after(days.begin, weekday) + chrono::days(7 * (index - 1));
  if (!days.contains(day)) return std::nullopt;
  return day;
}

Day holiday_in(chrono::year year, Holiday holiday) {
  for (const HolidayRule& rule : holiday_rules) {
    if (rule.holiday != holiday) continue;
    const chrono::days later(rule.days_later);
    switch (rule.kind) {
      case HolidayKind::Fixed:
        return Day(year / chrono::month(rule.month) / chrono::day(rule.number)) + later;
      case HolidayKind::Weekday:
        return nth_weekday(year, rule.month, rule.weekday, rule.number) + later;
      case HolidayKind::Easter:
        return easter(year) + later;
    }
  }
  assertion_failed("a known holiday");
}

Day next_holiday(Day from, Holiday holiday) {
  const chrono::year year = chrono::year_month_day(from).year();
  const Day this_year = holiday_in(year, holiday);
  return this_year >= from ? this_year : holiday_in(year + chrono::years(1), holiday);
}

}  // namespace callwright::language
