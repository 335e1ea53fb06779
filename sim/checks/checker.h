#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/time.h"
#include "server/rehearsal/rehearsal.h"

namespace callwright::sim {

// Something that must never be, and was.
struct Violation {
  int invariant = 0;  // Its number.
  std::string what;
};

// Where a universe stands when it is looked at.
struct Moment {
  std::uint64_t step = 0;
  Instant now;
  server::Rehearsal& rehearsal;
};

// Looks at a universe from outside. It shares no rule with the code it judges.
class Checker {
 public:
  virtual ~Checker() = default;
  virtual void after_step(const Moment& moment, std::vector<Violation>& found) = 0;
  // Nothing is under way any more and every fault has stopped.
  virtual void at_end(const Moment& moment, std::vector<Violation>& found) = 0;
};

}  // namespace callwright::sim
