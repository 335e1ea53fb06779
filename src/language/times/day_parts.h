#pragma once

#include <cstddef>
#include <optional>

#include "language/times/calendar.h"
#include "language/times/days.h"
#include "language/times/vocabulary.h"
#include "language/words.h"

// The productions that read_days() chooses from; each reads one family of phrases or nothing.
namespace callwright::language {

// "Today", "the day after tomorrow", "pasado mañana".
std::optional<DaysReading> read_relative_day(const Words& words, std::size_t at, Day today);

// "Friday", "next Friday", "Friday week", "Friday the 13th", "two Sundays from now".
std::optional<DaysReading> read_weekday(const Words& words, std::size_t at, Day today);

// "March 5th", "the fifth of March 2027", "5 de marzo", "3/5", "the 14th", "the 14th of next
// month".
std::optional<DaysReading> read_date(const Words& words, std::size_t at, Day today);

// "This week", "the weekend", "the week after next", "end of the month", "late March", "next 3
// weeks".
std::optional<DaysReading> read_period(const Words& words, std::size_t at, Day today);

// "The last Monday of March", "first week of October".
std::optional<DaysReading> read_ordinal_day(const Words& words, std::size_t at, Day today);

// "The last three weeks of this year", "the 9th month of next year", "third day of next week".
std::optional<DaysReading> read_counted_days(const Words& words, std::size_t at, Day today);

// "In a week", "three days from Friday", "a week from now", "de hoy en ocho".
std::optional<DaysReading> read_offset_day(const Words& words, std::size_t at, Day today);

// "Thanksgiving", "Christmas 2027".
std::optional<DaysReading> read_holiday(const Words& words, std::size_t at, Day today);

// A year written after a date.
std::optional<std::chrono::year> year_at(const Words& words, std::size_t at);

// 1 to 31, in any form, that is not the hour of a clock.
struct DayNumber {
  unsigned day = 0;
  std::size_t next = 0;
  bool ordinal = false;  // "5th", "fifth".
};
std::optional<DayNumber> day_number_at(const Words& words, std::size_t at);

// The week, month, quarter or year that the day lies in.
Days unit_around(Day day, Unit unit);

// The month that "this month", "next month", "March" or "the month" means.
std::optional<DaysReading> month_named_at(const Words& words, std::size_t at, Day today);

}  // namespace callwright::language
