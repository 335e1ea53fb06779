#pragma once

#include <cstddef>

#include "language/words.h"

namespace callwright::language {

// The length of the words at `at` with which a speaker takes back what was just said and says it
// again ("no wait", "I mean", "sorry", "digo"), else 0.
std::size_t correction_at(const Words& words, std::size_t at);

}  // namespace callwright::language
