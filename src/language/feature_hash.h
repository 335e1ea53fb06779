#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace callwright::language {

// Classifiers number their features by hash: two that meet in one number share a weight.
constexpr std::size_t feature_count = std::size_t{1} << 15U;

inline std::uint32_t hashed_feature(std::initializer_list<std::string_view> parts) {
  std::uint32_t hash = 2166136261U;
  for (const std::string_view part : parts) {
    for (const char c : part) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    hash = (hash ^ 0x1FU) * 16777619U;
  }
  return (hash ^ (hash >> 15U)) & static_cast<std::uint32_t>(feature_count - 1);
}

}  // namespace callwright::language
