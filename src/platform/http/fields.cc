#include "platform/http/fields.h"

#include <strings.h>

#include <algorithm>
#include <array>

#include "base/text.h"

namespace callwright::http {
namespace {

constexpr auto token_characters = [] {
  std::array<bool, 256> allowed{};
  for (int c = '0'; c <= '9'; ++c) allowed[static_cast<std::size_t>(c)] = true;
  for (int c = 'a'; c <= 'z'; ++c) allowed[static_cast<std::size_t>(c)] = true;
  for (int c = 'A'; c <= 'Z'; ++c) allowed[static_cast<std::size_t>(c)] = true;
  for (const char c : std::string_view("!#$%&'*+-.^_`|~")) {
    allowed[static_cast<std::size_t>(c)] = true;
  }
  return allowed;
}();

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

}  // namespace

std::optional<FieldLine> parse_field_line(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string_view name = line.substr(0, colon);
  const std::string_view value = line.substr(colon + 1);
  if (!is_token(name) || !std::ranges::all_of(value, is_value_character)) return std::nullopt;
  return FieldLine{.name = name, .value = without_blanks(value)};
}

bool is_token(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_token_character);
}

bool is_token_character(char c) {
  return token_characters[static_cast<unsigned char>(c)];
}

bool is_value_character(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return c == '\t' || (byte >= 0x20 && byte != 0x7f);
}

std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() && strncasecmp(a.data(), b.data(), a.size()) == 0;
}

bool lists(std::string_view values, std::string_view wanted) {
  return std::ranges::any_of(split(values, ','), [&](std::string_view item) {
    return equal_ignoring_case(without_blanks(item), wanted);
  });
}

}  // namespace callwright::http
