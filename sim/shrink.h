#pragma once

#include <functional>

#include "sim/universe.h"

namespace callwright::sim {

// The smallest universe found in which an invariant still does not hold.
struct Shrunk {
  UniverseSpec spec;
  UniverseResult result;
  int tries = 0;
};

using Play = std::function<UniverseResult(const UniverseSpec&)>;

// Leaves out callers, then kinds of faults, as long as the invariant still breaks.
Shrunk shrink(const UniverseSpec& failed, int invariant, const Play& play);

}  // namespace callwright::sim
