#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "language/redaction_words.h"

namespace callwright::language {

// A word or number that matters to redaction. All others only separate.
struct Atom {
  std::uint32_t begin = 0;  // Bytes, half-open.
  std::uint32_t end = 0;
  std::uint32_t word = 0;  // How many words come before it.
  RedactionWord meaning;   // None for written digits.
  bool is_digits = false;
  bool joins = false;    // Only spaces, dashes, dots, commas or brackets since the atom before.
  bool touches = false;  // Nothing at all since the atom before, or a single dash or dot.
  bool slash = false;    // A slash, colon or underscore since the atom before.
  bool money = false;    // A currency sign right before.
  bool plus = false;     // A plus sign right before.
  bool ordinal = false;  // Digits with "st", "nd", "rd", "th".
};

struct Scan {
  std::vector<Atom> atoms;
  std::uint32_t words = 0;
  std::vector<std::size_t> iban_candidates;  // Bytes where two letters and then digits stand.
};

// One pass over the bytes; text in other scripts passes through.
Scan scan_for_redaction(std::string_view text);

// An international bank account number that begins here: its length in bytes, or 0.
std::size_t iban_at(std::string_view text, std::size_t at);

}  // namespace callwright::language
