#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>

namespace callwright {

// Chance, as an argument. Safe to call from any thread.
class Random {
 public:
  virtual ~Random() = default;
  virtual std::uint64_t next() = 0;

  // Uniform in [0, bound); bound must be positive.
  std::uint64_t below(std::uint64_t bound);
  // Uniform in [0, 1).
  double fraction();
};

// From the operating system: fit for tokens and nonces.
class SystemRandom final : public Random {
 public:
  std::uint64_t next() override;
};

// The same seed gives the same numbers on every machine.
class SeededRandom final : public Random {
 public:
  explicit SeededRandom(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() override;

 private:
  std::mutex mutex_;
  std::uint64_t state_;
};

}  // namespace callwright
