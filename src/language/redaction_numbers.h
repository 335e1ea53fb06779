#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/redaction_scanner.h"

namespace callwright::language {

// Digits said or written together: "4111", "forty one", "double five".
struct DigitGroup {
  std::uint32_t at = 0;  // In DigitRuns::digits.
  std::uint32_t size = 0;
  std::uint32_t begin = 0;  // Bytes of the text, half-open.
  std::uint32_t end = 0;
  std::uint32_t splits =
      0;  // Groups up to this one that may hold a digit more: "forty one" as 40 1.
  bool spoken = false;
  bool touches = false;  // A dash or dot alone stands before it.
};

// Digit groups with nothing but pauses between them.
struct DigitRun {
  std::uint32_t first_group = 0;
  std::uint32_t end_group = 0;
  std::uint32_t first_word = 0;
  std::uint32_t last_word = 0;
  std::uint32_t first_atom = 0;
  std::uint32_t next_atom = 0;
  bool money = false;
  bool plus = false;
};

// All runs of a text; their groups and digits lie side by side.
struct DigitRuns {
  std::vector<DigitRun> runs;
  std::vector<DigitGroup> groups;
  std::string digits;
};

DigitRuns digit_runs(std::string_view text, std::span<const Atom> atoms);

bool passes_luhn(std::string_view digits);
bool passes_aba(std::string_view digits);        // Routing number: prefix and check digit.
bool is_possible_ssn(std::string_view digits);   // Nine digits; taxpayer numbers (9...) too.
bool begins_like_card(std::string_view digits);  // The issuer's prefix fits the length.

}  // namespace callwright::language
