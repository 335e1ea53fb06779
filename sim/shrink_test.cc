#include "sim/shrink.h"

#include <gtest/gtest.h>

namespace callwright::sim {
namespace {

constexpr int invariant = 10;

// A world of a hundred callers that breaks the invariant when both 17 and 42 call and the process
// may crash.
UniverseResult play_needy(const UniverseSpec& spec) {
  UniverseResult result;
  for (std::uint64_t caller = 0; caller < 100; ++caller) {
    if (!spec.only_callers || spec.only_callers->contains(caller)) result.callers.push_back(caller);
  }
  const auto calls = [&](std::uint64_t caller) {
    return !spec.only_callers || spec.only_callers->contains(caller);
  };
  if (calls(17) && calls(42) && spec.faults.test(index_of(Fault::Crash))) {
    result.violations.push_back({.violation = {.invariant = invariant, .what = "broken"}});
  }
  return result;
}

TEST(Shrinking, keeps_only_the_callers_and_the_faults_that_are_needed) {
  const UniverseSpec failed{.seed = 7, .index = 3, .faults = FaultSet().set()};
  const Shrunk shrunk = shrink(failed, invariant, play_needy);
  EXPECT_EQ(shrunk.spec.only_callers, (std::set<std::uint64_t>{17, 42}));
  EXPECT_EQ(to_text(shrunk.spec.faults), "crash");
  EXPECT_EQ(shrunk.result.violations.size(), 1u);
}

TEST(Shrinking, is_not_led_astray_by_another_invariant) {
  const auto other = [](const UniverseSpec& spec) {
    UniverseResult result = play_needy(spec);
    if (result.violations.empty()) {
      result.violations.push_back({.violation = {.invariant = invariant + 1, .what = "other"}});
    }
    return result;
  };
  const UniverseSpec failed{.seed = 7, .index = 3, .faults = FaultSet().set()};
  EXPECT_EQ(shrink(failed, invariant, other).spec.only_callers, (std::set<std::uint64_t>{17, 42}));
}

}  // namespace
}  // namespace callwright::sim
