#pragma once

#include <optional>

#include "language/understanding.h"
#include "language/words.h"

namespace callwright::language {

// When something is wanted, as the context's zone has it: an instant, a window, a date, days that
// are excluded, or as soon as possible. Never in the past; times that only tell when the trouble
// began are none.
std::optional<Found<TimeReading>> read_time(const Words& words, const Context& context);

}  // namespace callwright::language
