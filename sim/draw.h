#pragma once

#include <cstdint>
#include <iterator>

namespace callwright::sim {

// The seed of one of many streams of chance: the same two numbers give the same stream everywhere,
// and streams that differ in either have nothing to do with each other.
std::uint64_t derived_seed(std::uint64_t seed, std::uint64_t stream);

// A stream of chance of one actor. Its own, so that leaving another actor out changes nothing here.
class Draw {
 public:
  explicit Draw(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next();
  // Uniform in [0, bound); bound is positive.
  std::uint64_t below(std::uint64_t bound);
  // Uniform in [low, high].
  std::int64_t between(std::int64_t low, std::int64_t high);
  // Uniform in [0, 1).
  double fraction();
  bool chance(double probability) { return fraction() < probability; }

  // One of the items of a table, which is not empty.
  template <class Table>
  const auto& pick(const Table& table) {
    return table[below(std::size(table))];
  }

 private:
  std::uint64_t state_;
};

}  // namespace callwright::sim
