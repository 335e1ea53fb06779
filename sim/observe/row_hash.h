#pragma once

#include <bit>
#include <cstdint>
#include <functional>
#include <string_view>

namespace callwright::sim {

// A number of one row of a table, value by value: equal for equal rows, for sums that do not depend
// on an order.
class RowHash {
 public:
  explicit RowHash(std::string_view table) { mix(std::hash<std::string_view>()(table)); }

  void add_null() { mix(kind_null); }
  void add_integer(std::int64_t value) {
    mix(kind_integer);
    mix(static_cast<std::uint64_t>(value));
  }
  void add_real(double value) {
    mix(kind_real);
    mix(std::bit_cast<std::uint64_t>(value));
  }
  void add_text(std::string_view value) {
    mix(kind_text);
    mix(std::hash<std::string_view>()(value));
  }

  std::uint64_t value() const { return hash_; }

 private:
  static constexpr std::uint64_t mixer = 0x9E37'79B9'7F4A'7C15;
  static constexpr std::uint64_t kind_null = 0;
  static constexpr std::uint64_t kind_integer = 1;
  static constexpr std::uint64_t kind_real = 2;
  static constexpr std::uint64_t kind_text = 3;

  void mix(std::uint64_t value) {
    hash_ = (hash_ ^ value) * mixer;
    hash_ ^= hash_ >> 29;
  }

  std::uint64_t hash_ = mixer;
};

}  // namespace callwright::sim
