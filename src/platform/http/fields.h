#pragma once

#include <optional>
#include <string_view>

namespace callwright::http {

// One "name: value" line without its line end; the value without the blanks around it.
struct FieldLine {
  std::string_view name;
  std::string_view value;
};
// Nothing when the line is not exactly that: a token, a colon at once, no control characters.
std::optional<FieldLine> parse_field_line(std::string_view line);

// A name as RFC 9110 section 5.6.2 has it.
bool is_token(std::string_view text);
bool is_token_character(char c);

// Visible characters of any 8-bit encoding, space and tab.
bool is_value_character(char c);

std::string_view without_blanks(std::string_view text);

// ASCII letters only.
bool equal_ignoring_case(std::string_view a, std::string_view b);

// Whether a comma-separated list holds the word, in any case.
bool lists(std::string_view values, std::string_view wanted);

}  // namespace callwright::http
