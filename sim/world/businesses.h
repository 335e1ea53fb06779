#pragma once

#include <cstdint>
#include <vector>

#include "platform/json/json.h"
#include "sim/draw.h"

namespace callwright::sim {

// The documents of a universe's businesses: one to four, each with its own zone, hours, people and
// policies, and with numbers that nobody else has.
std::vector<Json> draw_businesses(Draw draw);

}  // namespace callwright::sim
