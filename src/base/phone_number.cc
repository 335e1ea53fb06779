#include "base/phone_number.h"

#include <cctype>

#include "base/text.h"

namespace callwright {
namespace {

constexpr std::size_t e164_digits_min = 7;
constexpr std::size_t e164_digits_max = 15;
constexpr std::size_t north_american_digits = 10;

bool is_separator(char c) {
  return c == ' ' || c == '-' || c == '.' || c == '(' || c == ')' || c == '/';
}

// Area codes and exchanges of North America never start with 0 or 1, except that the fictional
// exchange 555-01xx is also used after the fictional area code 555.
bool is_north_american(std::string_view ten_digits) {
  return ten_digits.size() == north_american_digits && ten_digits[0] >= '2';
}

}  // namespace

std::optional<PhoneNumber> PhoneNumber::parse(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);

  const bool international = text.starts_with('+');
  if (international) text.remove_prefix(1);

  std::string digits;
  for (const char c : text) {
    if (is_digit(c)) {
      digits += c;
    } else if (!is_separator(c)) {
      return std::nullopt;
    }
  }

  if (international) {
    if (digits.size() < e164_digits_min || digits.size() > e164_digits_max || digits[0] == '0') {
      return std::nullopt;
    }
    const bool north_america = digits[0] == '1';
    if (north_america && !is_north_american(std::string_view(digits).substr(1)))
      return std::nullopt;
    return PhoneNumber("+" + digits);
  }

  if (digits.size() == north_american_digits + 1 && digits[0] == '1') digits.erase(0, 1);
  if (!is_north_american(digits)) return std::nullopt;
  return PhoneNumber("+1" + digits);
}

std::string PhoneNumber::redacted() const {
  constexpr std::size_t shown_at_start = 5;
  constexpr std::size_t shown_at_end = 4;
  if (e164_.size() <= shown_at_start + shown_at_end) return "+•••" + e164_.substr(e164_.size() - 2);
  return e164_.substr(0, shown_at_start) + "•••" + e164_.substr(e164_.size() - shown_at_end);
}

std::string PhoneNumber::national() const {
  constexpr std::size_t north_american_length = 12;  // "+1" and ten digits.
  if (!e164_.starts_with("+1") || e164_.size() != north_american_length) return e164_;
  return e164_.substr(2, 3) + " " + e164_.substr(5, 3) + " " + e164_.substr(8);
}

}  // namespace callwright
