#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/time.h"
#include "sim/checks/violation.h"
#include "sim/faults/fault_plan.h"
#include "sim/sabotage/bugs.h"
#include "sim/world/tally.h"

namespace callwright::sim {

// Everything a universe is made of.
struct UniverseSpec {
  std::uint64_t seed = 1;
  std::uint64_t index = 0;
  FaultSet faults;  // Those that may be drawn.
  // Only these callers, by their numbers; not set: all that are drawn.
  std::optional<std::set<std::uint64_t>> only_callers;
  const Bug* bug = nullptr;  // Planted in the product of this universe.
};

struct FoundViolation {
  Violation violation;
  std::uint64_t step = 0;
  Instant at;
};

struct UniverseResult {
  Tally tally;
  std::uint64_t trace = 0;
  std::vector<std::uint64_t> callers;  // Those who came, in the order of their first acts.
  std::vector<FoundViolation> violations;
  std::vector<std::string> talk;  // Where there are violations: the last turns of everybody.
};

// Plays one universe from its first call to its end; stops at the first step that breaks an
// invariant.
UniverseResult play(const UniverseSpec& spec);

}  // namespace callwright::sim
