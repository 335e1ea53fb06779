#pragma once

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "sim/checks/invariants.h"
#include "sim/checks/violation.h"

namespace callwright::sim {

// How often each invariant was looked at, and where it did not hold.
class Findings {
 public:
  // One broken thing breaks many more: the first few tell the story.
  static constexpr std::size_t violations_max = 16;

  // `what` makes the words for a violation, and is asked only then.
  template <class What>
  void expect(int invariant, bool holds, What what) {
    ++counts_.at(static_cast<std::size_t>(invariant));
    if (holds || violations_.size() >= violations_max) return;
    violations_.push_back({.invariant = invariant, .what = what()});
  }

  const std::vector<Violation>& violations() const { return violations_; }
  std::vector<Violation> take_violations() { return std::exchange(violations_, {}); }
  const std::array<std::uint64_t, invariants_end>& counts() const { return counts_; }

 private:
  std::array<std::uint64_t, invariants_end> counts_{};
  std::vector<Violation> violations_;
};

}  // namespace callwright::sim
