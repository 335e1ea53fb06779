#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace callwright {

// An ASCII digit, whatever the locale.
constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string_view trimmed(std::string_view text);

// ASCII letters only; other bytes pass through, so UTF-8 stays UTF-8.
std::string lowered(std::string_view text);

// Pieces between separators, empty ones included: split("a,,b", ',') has three.
std::vector<std::string_view> split(std::string_view text, char separator);

std::string joined(const std::vector<std::string>& pieces, std::string_view separator);

std::string replaced(std::string_view text, std::string_view from, std::string_view to);

// Length of the well-formed UTF-8 sequence at the start of the text; 0 when there is none. Refuses
// overlong forms, surrogates and values beyond U+10FFFF. The text must not be empty.
std::size_t utf8_sequence_length(std::string_view text);
bool is_valid_utf8(std::string_view text);

// Compares secrets in time that depends only on the lengths.
bool equal_in_constant_time(std::string_view a, std::string_view b);

}  // namespace callwright
