#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "language/words.h"

namespace callwright::language {

enum class NumeralKind : std::uint8_t {
  Zero,      // "zero", "oh".
  Unit,      // 1 to 9.
  Teen,      // 10 to 19, and the Spanish words for 21 to 29: nothing is added to them.
  Tens,      // 20 to 90: a unit may follow.
  Hundred,   // Multiplies what stands before: "fifteen hundred".
  Hundreds,  // A whole number of hundreds in one word: "doscientos".
  Thousand,
  Ordinal,
};

struct Numeral {
  NumeralKind kind;
  int value;
};

// The meaning of one number word, in English or Spanish.
std::optional<Numeral> numeral(std::string_view folded);

struct NumberReading {
  std::int64_t value = 0;
  std::size_t next = 0;  // The first word after the number.
};

// How many: "25", "1,200", "twenty five", "fifteen hundred", "a hundred and five", "treinta y dos".
std::optional<NumberReading> read_cardinal(const Words& words, std::size_t at);

// Which one: "21st", "twenty first", "one hundred seventieth", "tercero".
std::optional<NumberReading> read_ordinal(const Words& words, std::size_t at);

// What "five hundred twelve" means when digits are dictated: a house counts (512), a phone number
// lists them ("eight hundred, five five five": 800555).
enum class Hundreds : std::uint8_t { Count, List };

struct DigitsReading {
  std::string digits;
  std::size_t next = 0;
};

// Digits as people dictate them: "twelve oh four" is 1204, "double five" 55, "fifty five oh one"
// 5501. Ends at a pause.
std::optional<DigitsReading> read_digits(const Words& words, std::size_t at, Hundreds hundreds);

}  // namespace callwright::language
