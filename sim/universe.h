#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "sim/checks/violation.h"

namespace callwright::sim {

struct Outcome {
  std::uint64_t calls = 0;
  std::uint64_t steps = 0;
  std::vector<Violation> violations;
};

// One world drawn from a seed, from its first call to its end.
Outcome run_universe(std::uint64_t seed);

}  // namespace callwright::sim
