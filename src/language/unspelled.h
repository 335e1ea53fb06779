#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "language/words.h"

namespace callwright::language {

// An utterance in which what was given letter by letter stands as a word: "310 b-i-r-c-h lane" is
// "310 birch lane", and "310 birch, b-i-r-c-h, lane" says the name only once.
struct Unspelled {
  std::string text;
  std::vector<std::size_t> from;  // Where each of its words, and their end, stand in the original.
  bool any = false;               // Something was spelled.

  WordRange original(WordRange range) const { return {from[range.begin], from[range.end]}; }
};

Unspelled unspelled(const Words& words);

}  // namespace callwright::language
