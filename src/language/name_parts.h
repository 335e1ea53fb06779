#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/understanding.h"
#include "language/words.h"

namespace callwright::language {

struct NamePart {
  std::string folded;
  std::string written;    // As it is written in a name: "O'Neil".
  bool joined = false;    // Written to the part before with a hyphen.
  bool particle = false;  // "de la", "van".
  bool title = false;
  bool suffix = false;
};

// Words that may be a name; whether they are one is for their surroundings to say.
struct NameCandidate {
  std::vector<NamePart> parts;
  bool spelled = false;
  WordRange words;

  // Parts that are neither titles nor suffixes nor particles.
  std::size_t names() const;
  NameReading reading() const;
};

// Reads as many words of a name as stand at `at`: titles, first and last names, particles,
// suffixes, and letters that spell one of them.
std::optional<NameCandidate> read_name_parts(const Words& words, std::size_t at);

// "Jo, J O, Example, E X A M P L E": a first name that is spelled, and the last name after it.
void add_name_after_spelling(NameCandidate& candidate, const Words& words);

// "MARY" and "mary" are written "Mary", "o'neil" "O'Neil"; what is already in mixed case stays.
std::string in_name_case(std::string_view word);

bool is_title(std::string_view folded);

// How many letters must change to make one word the other.
std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace callwright::language
