#pragma once

#include "platform/clock/random.h"
#include "sim/draw.h"

namespace callwright::sim {

// The chance of the product and of the carrier. Each step begins a stream of its own, made of who
// acts and how often that one has acted before, so that what happens to one caller does not depend
// on who else is in the world.
class StepChance final : public Random {
 public:
  explicit StepChance(std::uint64_t seed) : seed_(seed), draw_(seed) {}

  void begin_step(std::uint64_t who, std::uint64_t turn) {
    draw_ = Draw(derived_seed(derived_seed(seed_, who), turn));
  }
  std::uint64_t next() override { return draw_.next(); }

 private:
  const std::uint64_t seed_;
  Draw draw_;
};

}  // namespace callwright::sim
