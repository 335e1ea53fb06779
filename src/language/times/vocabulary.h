#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "base/time.h"
#include "language/times/calendar.h"
#include "language/words.h"

namespace callwright::language {

enum class Unit : std::uint8_t { Minute, Hour, Day, Week, Fortnight, Month, Quarter, Year };

// Names in English and Spanish, with their usual abbreviations, plurals and possessives.
std::optional<std::chrono::weekday> weekday_at(const Words& words, std::size_t at);
std::optional<unsigned> month_at(const Words& words, std::size_t at);
std::optional<Unit> unit_at(const Words& words, std::size_t at);

// Words that place a day or a week: "next", "this", "last" and their Spanish sisters.
bool is_next(const Words& words, std::size_t at);
bool is_this(const Words& words, std::size_t at);
bool is_last(const Words& words, std::size_t at);

// The length of "weekend" or "fin de semana" at this place, else 0.
std::size_t weekend_at(const Words& words, std::size_t at);

struct HolidayReading {
  Holiday holiday;
  std::size_t next = 0;
};
std::optional<HolidayReading> holiday_at(const Words& words, std::size_t at);

// Which half of the day an hour belongs to, when it is said.
enum class Half : std::uint8_t {
  Unsaid,
  Morning,    // "am", "in the morning".
  Afternoon,  // "pm", "in the evening".
  Night,      // Both sides of midnight: "ten at night", "three at night".
};

// "In the morning", "first thing", "after lunch", "tonight".
struct PartReading {
  Minutes begin{};  // Since midnight.
  Minutes end{};
  Half half = Half::Unsaid;
  bool today = false;  // Says so itself: "tonight", "this morning".
  std::size_t next = 0;
};
std::optional<PartReading> part_at(const Words& words, std::size_t at);

// "Two weeks", "half an hour", "a couple of days", "an hour and a half".
struct DurationReading {
  std::int64_t count = 0;  // Of the unit, or of minutes where halves were said.
  Unit unit = Unit::Day;
  std::size_t next = 0;

  bool of_clock() const { return unit == Unit::Minute || unit == Unit::Hour; }
  // Clock units only.
  Minutes length() const { return Minutes(unit == Unit::Hour ? count * 60 : count); }
};
std::optional<DurationReading> duration_at(const Words& words, std::size_t at);

// Calendar units only.
Day later_by(Day day, const DurationReading& duration);

}  // namespace callwright::language
