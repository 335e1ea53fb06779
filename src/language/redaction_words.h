#pragma once

#include <cstdint>
#include <string_view>

// What a word is to the redactor. Its own small dictionary rather than the readers' (numbers.h),
// because every stored or logged byte passes through it.
namespace callwright::language {

enum class RedactionWordKind : std::uint8_t {
  None,
  // Numbers.
  Unit,  // 0 to 9.
  Teen,  // 10 to 19 and the Spanish 21 to 29: two digits that nothing is added to.
  Tens,  // 20 to 90: a unit may follow.
  Hundred,
  Hundreds,  // Spanish: "doscientos".
  Thousand,
  Repeat,      // "double", "triple": value is how often.
  SoundsLike,  // "for", "to": a digit between digits, a word elsewhere.
  Month,
  MayBeMonth,  // "may".
  Ordinal,     // "third": the day of a date.
  // May stand between the digits of one number.
  Filler,
  Talk,  // "Hold on, let me see".
  Slash,
  // What the number nearby is.
  Card,
  Ssn,
  Routing,
  Account,
  Bank,
  Checking,  // An account, or what people do: "checking in".
  Cvv,
  Code,
  Security,
  Back,
  Digits,  // "The three digits".
  Expiry,
  Birth,
  PhoneCue,
  OtherNumber,  // Orders, permits, models, zips: numbers that stay.
  MoneyUnit,    // After a number: a price.
  Date,
  At,
  Dot,      // value 1 for "punto", which also stands between digits.
  Blanked,  // "[CARD_NUMBER]": hidden already.
};

struct RedactionWord {
  RedactionWordKind kind = RedactionWordKind::None;
  std::uint16_t value = 0;
};

// The word is lower-case without diacritics.
RedactionWord redaction_word(std::string_view folded);

constexpr std::size_t redaction_word_size_max = 15;

}  // namespace callwright::language
