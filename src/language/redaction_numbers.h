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
  std::string digits;
  std::uint32_t begin = 0;  // Bytes, half-open.
  std::uint32_t end = 0;
  bool spoken = false;
  bool splittable = false;  // "Forty one" may also be 40 and 1.
};

// Digit groups with nothing but pauses between them.
struct DigitRun {
  std::vector<DigitGroup> groups;
  std::uint32_t first_word = 0;
  std::uint32_t last_word = 0;
  std::size_t first_atom = 0;
  std::size_t next_atom = 0;
  bool money = false;
  bool plus = false;
};

std::vector<DigitRun> digit_runs(std::string_view text, std::span<const Atom> atoms);

bool passes_luhn(std::string_view digits);
bool passes_aba(std::string_view digits);  // Routing number: prefix and check digit.
bool is_possible_ssn(
    std::string_view digits);  // Nine digits; the taxpayer numbers that begin with 9 too.
bool begins_like_card(std::string_view digits);  // The issuer's prefix fits the length.

}  // namespace callwright::language
