#pragma once

#include <string>

#include "base/time.h"
#include "sim/draw.h"

namespace callwright::sim {

// When a universe begins: some hour of a day of 2026 or 2027. `clocks_change`: the evening before a
// night on which the clocks of that zone change, where they do.
Instant draw_first_moment(Draw draw, const std::string& zone, bool clocks_change);

}  // namespace callwright::sim
