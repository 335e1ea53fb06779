#pragma once

#include <string>

namespace callwright::sim {

// Something that must never be, and was.
struct Violation {
  int invariant = 0;  // Its number in the list of invariants.h.
  std::string what;
};

}  // namespace callwright::sim
