#pragma once

#include <cstddef>
#include <optional>

#include "language/times/calendar.h"
#include "language/words.h"

namespace callwright::language {

struct DaysReading {
  Days days;
  std::size_t next = 0;
  bool past = false;       // What was said is over: "last Tuesday", "June 2016".
  bool weekday = false;    // Named by its weekday alone.
  bool next_week = false;  // "Next Friday".
  bool in_week = false;    // Says which week: "Friday of next week".
  bool around = false;     // A day that stands for its week: "in two weeks".
};

// The days that the words at `at` name, seen from today: "Friday", "the week after next", "a week
// from Friday", "July 13 to 15", "de hoy en ocho". A day without a year is the next such day.
std::optional<DaysReading> read_days(const Words& words, std::size_t at, Day today);

}  // namespace callwright::language
