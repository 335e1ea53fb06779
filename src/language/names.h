#pragma once

#include <optional>

#include "language/understanding.h"
#include "language/words.h"

namespace callwright::language {

// The caller's own name: after "my name is", "this is", "soy", or as the whole answer when the name
// was asked. Letters that were spelled out replace the word they spell.
std::optional<Found<NameReading>> read_name(const Words& words, const Context& context);

}  // namespace callwright::language
