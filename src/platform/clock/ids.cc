#include "platform/clock/ids.h"

#include <array>

namespace callwright {
namespace {

// Crockford's base 32 in lower case: sorts as it counts, and has no letters that look like digits.
constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

void append_base32(std::string& out, std::uint64_t value, int characters) {
  for (int i = characters - 1; i >= 0; --i) out += alphabet[(value >> (5 * i)) & 31];
}

}  // namespace

std::string Ids::text(std::string_view prefix) {
  constexpr int time_characters = 10;
  constexpr int random_characters = 8;
  std::string result(prefix);
  result += '_';
  append_base32(result, static_cast<std::uint64_t>(to_ms(clock_.now())), time_characters);
  append_base32(result, random_.next(), random_characters);
  append_base32(result, random_.next(), random_characters);
  return result;
}

}  // namespace callwright
