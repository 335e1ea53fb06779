#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>

#include "sim/faults/fault_plan.h"
#include "sim/trace.h"
#include "sim/universe.h"

namespace callwright::sim {

struct RunSettings {
  std::uint64_t seed = 1;
  std::uint64_t calls = 10'000;
  double minutes = 0;  // 0: until the calls are done.
  FaultSet faults;
  int jobs = 1;
  bool json = false;
  std::optional<std::uint64_t> universe;  // Only this one.
  std::optional<std::set<std::uint64_t>> only_callers;
  const Bug* bug = nullptr;  // Planted in the product.
};

// What a run of universes came to. The same settings give the same one whatever the number of
// threads, unless it was ended by the clock.
struct RunResult {
  std::uint64_t universes = 0;
  Tally tally;
  Trace trace;
  double seconds = 0;
  std::optional<UniverseSpec> failed;  // The first universe in which an invariant did not hold.
  std::vector<FoundViolation> violations;
};

// Plays universes until the calls are done, the time is over, or an invariant did not hold.
// `watch` is told now and then how many calls are done.
RunResult play_all(const RunSettings& settings, const std::function<void(std::uint64_t)>& watch);

// callwright sim: plays, prints the page, and gives the exit code.
int run_simulator(const RunSettings& settings);

}  // namespace callwright::sim
