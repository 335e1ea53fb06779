#pragma once

#include <optional>

#include "language/understanding.h"
#include "language/words.h"

namespace callwright::language {

// What a turn of phrase makes of an answer whatever its single words say: "not a problem" is a yes,
// "ok, actually no" is a no, and "no rush" is neither (Intent::None). Nothing where no such turn is
// heard.
std::optional<Intent> answer_turn(const Words& words, Question asked);

}  // namespace callwright::language
