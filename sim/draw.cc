#include "sim/draw.h"

#include "base/result.h"

namespace callwright::sim {
namespace {

// SplitMix64's finisher: every bit of the input moves every bit of the output.
std::uint64_t mixed(std::uint64_t z) {
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31);
}

constexpr std::uint64_t step = 0x9E3779B97F4A7C15ULL;

}  // namespace

std::uint64_t derived_seed(std::uint64_t seed, std::uint64_t stream) {
  return mixed(mixed(seed + step) + (stream + 1) * step);
}

std::uint64_t Draw::next() {
  state_ += step;
  return mixed(state_);
}

std::uint64_t Draw::below(std::uint64_t bound) {
  ASSERT(bound > 0);
  __extension__ using Wide = unsigned __int128;
  return static_cast<std::uint64_t>((static_cast<Wide>(next()) * bound) >> 64);
}

std::int64_t Draw::between(std::int64_t low, std::int64_t high) {
  ASSERT(low <= high);
  return low + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(high - low) + 1));
}

double Draw::fraction() {
  return static_cast<double>(next() >> 11) * 0x1.0p-53;
}

}  // namespace callwright::sim
