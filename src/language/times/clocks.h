#pragma once

#include <cstddef>
#include <optional>

#include "language/times/vocabulary.h"
#include "language/words.h"

namespace callwright::language {

// What was said of a time of day, before it is known which half of the day is meant.
struct Clock {
  int hour = 0;  // 0 to 24.
  int minute = 0;
  Half half = Half::Unsaid;
  bool exact = false;  // On the 24-hour clock: "17:30", "09:45", "noon".

  // Since midnight. Unsaid halves are those of a working day: 7 to 11 are morning, 12 to 6
  // afternoon.
  Minutes of_day(Half hint = Half::Unsaid) const;
};

struct ClockReading {
  Clock begin;
  std::optional<Clock> end;       // "Ten to noon".
  std::optional<Minutes> length;  // "At ten for two hours".
  std::size_t next = 0;
  bool certain = false;  // Says that it is a time: "at 3", "3 pm", "3:30". A bare "3" does not.
};

// "Half past ten", "10:30 in the morning", "between ten and noon", "a las tres y media".
std::optional<ClockReading> read_clock(const Words& words, std::size_t at);

// Whether the words may go on after a number that stands by itself, so that it counts nothing: "at
// 3 please", but not "about 3 bathrooms".
bool stands_alone(const Words& words, std::size_t next);

}  // namespace callwright::language
