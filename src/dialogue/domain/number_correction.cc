#include "dialogue/domain/number_correction.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "language/numbers.h"
#include "language/words.h"

namespace callwright::dialogue {
namespace {

constexpr std::size_t house_digits_max = 6;

struct SaidNumber {
  std::string digits;
  bool after_not = false;
};

std::vector<SaidNumber> numbers_in(const language::Words& words) {
  std::vector<SaidNumber> numbers;
  for (std::size_t at = 0; at < words.size();) {
    const auto read = language::read_digits(words, at, language::Hundreds::Count);
    if (!read) {
      ++at;
      continue;
    }
    const bool follows_no = !numbers.empty() && at > 0 && words.is(at - 1, "no");
    const bool follows_not = at > 0 && words.is(at - 1, "not");
    numbers.push_back({.digits = read->digits, .after_not = follows_no || follows_not});
    at = std::max(read->next, at + 1);
  }
  return numbers;
}

}  // namespace

std::optional<NumberCorrection> read_number_correction(std::string_view text) {
  const language::Words words(text);
  const std::vector<SaidNumber> numbers = numbers_in(words);
  NumberCorrection correction;
  for (const SaidNumber& number : numbers) {
    std::string& part = number.after_not ? correction.wrong : correction.right;
    if (!part.empty()) return std::nullopt;
    part = number.digits;
  }
  if (correction.right.empty()) return std::nullopt;
  return correction;
}

std::optional<std::string> with_house_number(std::string_view street,
                                             const NumberCorrection& correction) {
  const auto end = std::ranges::find_if_not(street, is_digit);
  const std::string_view number(street.begin(), end);
  if (number.empty() || correction.right.size() > house_digits_max) return std::nullopt;
  if (!correction.wrong.empty() && correction.wrong != number) return std::nullopt;
  return correction.right + std::string(end, street.end());
}

std::optional<PhoneNumber> with_digits(const PhoneNumber& phone,
                                       const NumberCorrection& correction) {
  std::string number = phone.e164();
  if (correction.wrong.empty() || correction.wrong.size() != correction.right.size()) {
    return std::nullopt;
  }
  const std::size_t at = number.find(correction.wrong);
  if (at == std::string::npos || number.find(correction.wrong, at + 1) != std::string::npos) {
    return std::nullopt;
  }
  number.replace(at, correction.wrong.size(), correction.right);
  return PhoneNumber::parse(number);
}

}  // namespace callwright::dialogue
