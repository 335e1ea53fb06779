#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace callwright::eval {

// The open rows in two halves, by their names: rules are written with one in view, the other is
// only counted. Were the rules to repeat what they have seen, the halves would differ.
inline bool is_held_out(std::string_view id) {
  std::uint32_t crc = 0xFFFFFFFFU;  // CRC-32: anybody can name the same halves.
  for (const char c : id) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
  }
  return ((crc ^ 0xFFFFFFFFU) & 1U) != 0;
}

inline std::string half_of(std::string_view id) {
  return is_held_out(id) ? "half held out" : "half seen";
}

}  // namespace callwright::eval
