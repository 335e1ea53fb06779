#pragma once

#include "language/understanding.h"
#include "language/words.h"

namespace callwright::language {

// The language of the words, by its small words. English where both or neither are heard.
Language spoken_language(const Words& words);

}  // namespace callwright::language
