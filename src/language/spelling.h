#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "language/words.h"

namespace callwright::language {

struct LetterReading {
  std::string letters;  // Folded; two for "double l".
  std::size_t next = 0;
  bool certain = false;  // Not merely a word that sounds like a letter ("see", "are", "you").
};

// One letter as it is dictated: "b", "bee", "b as in boy", "double l", "bravo", "ene de nancy".
std::optional<LetterReading> read_letter(const Words& words, std::size_t at);

struct SpellingReading {
  std::string text;  // Folded, a space where one was dictated: "mary ann".
  std::size_t next = 0;
};

// A word given letter by letter: "m-a-r-y", "s m i t h", "eme a ere i a". At least two letters, of
// which most are certain.
std::optional<SpellingReading> read_spelling(const Words& words, std::size_t at);

}  // namespace callwright::language
