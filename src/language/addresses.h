#pragma once

#include <optional>

#include "language/understanding.h"
#include "language/words.h"

namespace callwright::language {

// A street address, written or as it is said: house number and street, unit, city, state and ZIP,
// each only when it was said. A part may stand alone when the address was asked for.
std::optional<Found<AddressReading>> read_address(const Words& words, const Context& context);

}  // namespace callwright::language
