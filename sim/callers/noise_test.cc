#include "sim/callers/noise.h"

#include <gtest/gtest.h>

namespace callwright::sim {
namespace {

constexpr std::string_view words = "my kitchen sink has a leak and there is water in the street";

TEST(Noise, of_no_strength_changes_nothing) {
  Draw draw(1);
  for (int i = 0; i < 100; ++i) EXPECT_EQ(heard_through_noise(words, 0, draw), words);
}

TEST(Noise, drops_swaps_and_mishears) {
  Draw draw(1);
  int changed = 0;
  bool misheard = false;
  for (int i = 0; i < 100; ++i) {
    const std::string heard = heard_through_noise(words, 1, draw);
    changed += heard != words ? 1 : 0;
    misheard |= heard.find("leek") != std::string::npos;
  }
  EXPECT_GT(changed, 90);
  EXPECT_TRUE(misheard);
}

TEST(Noise, never_leaves_nothing_at_all) {
  Draw draw(1);
  for (int i = 0; i < 1'000; ++i) EXPECT_FALSE(heard_through_noise("yes", 1, draw).empty());
}

}  // namespace
}  // namespace callwright::sim
