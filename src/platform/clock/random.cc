#include "platform/clock/random.h"

#include <openssl/rand.h>

#include "base/result.h"

namespace callwright {

std::uint64_t Random::below(std::uint64_t bound) {
  ASSERT(bound > 0);
  // Multiplying instead of taking the remainder keeps the numbers uniform to within 2^-64.
  __extension__ using Wide = unsigned __int128;
  return static_cast<std::uint64_t>((static_cast<Wide>(next()) * bound) >> 64);
}

double Random::fraction() {
  return static_cast<double>(next() >> 11) * 0x1.0p-53;
}

std::uint64_t SystemRandom::next() {
  std::uint64_t value = 0;
  ASSERT(RAND_bytes(reinterpret_cast<unsigned char*>(&value), sizeof value) == 1);
  return value;
}

// SplitMix64: full period, and good enough that nothing we draw can tell.
std::uint64_t SeededRandom::next() {
  const std::lock_guard lock(mutex_);
  state_ += 0x9E3779B97F4A7C15ULL;
  std::uint64_t z = state_;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31);
}

}  // namespace callwright
