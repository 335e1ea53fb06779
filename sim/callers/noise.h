#pragma once

#include <string>
#include <string_view>

#include "sim/draw.h"

namespace callwright::sim {

// What a speech recogniser makes of words on a bad line: some are lost, some change places, some
// are heard as others that sound alike. `strength` in [0, 1]; 0 changes nothing.
std::string heard_through_noise(std::string_view words, double strength, Draw& draw);

}  // namespace callwright::sim
