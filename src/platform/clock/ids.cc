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
  const Stamp stamp = next_stamp();
  std::string result(prefix);
  result += '_';
  append_base32(result, stamp.ms, time_characters);
  append_base32(result, stamp.high, random_characters);
  append_base32(result, stamp.low, random_characters);
  return result;
}

Ids::Stamp Ids::next_stamp() {
  // Room to count up within one millisecond without running over.
  constexpr std::uint64_t low_start_max = std::uint64_t{1} << 39;
  const auto now = static_cast<std::uint64_t>(to_ms(clock_.now()));
  const std::lock_guard lock(mutex_);
  if (now > last_.ms) {
    last_ = {.ms = now, .high = random_.next(), .low = random_.below(low_start_max)};
  } else {
    ++last_.low;
  }
  return last_;
}

}  // namespace callwright
