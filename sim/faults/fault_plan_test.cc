#include "sim/faults/fault_plan.h"

#include <gtest/gtest.h>

namespace callwright::sim {
namespace {

TEST(Faults, are_named_one_by_one_or_all_at_once) {
  EXPECT_TRUE(parse_faults("none")->none());
  EXPECT_TRUE(parse_faults("all")->all());
  const auto two = parse_faults("crash,webhook_drop");
  ASSERT_TRUE(two);
  EXPECT_EQ(two->count(), 2u);
  EXPECT_EQ(to_text(*two), "webhook_drop,crash");
}

TEST(Faults, with_a_wrong_name_are_refused_with_the_known_ones) {
  const auto wrong = parse_faults("crash,earthquake");
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().code, ErrorCode::Invalid);
  EXPECT_NE(wrong.error().message.find("\"earthquake\""), std::string::npos);
  for (const FaultRow& row : fault_rows()) {
    EXPECT_NE(wrong.error().message.find(row.name), std::string::npos) << row.name;
  }
}

TEST(FaultPlan, has_only_what_is_allowed) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const FaultPlan plan(Draw(seed), *parse_faults("crash"));
    for (const FaultRow& row : fault_rows()) {
      if (row.fault != Fault::Crash) EXPECT_FALSE(plan.is_on(row.fault)) << row.name;
    }
  }
}

TEST(FaultPlan, of_one_kind_does_not_change_with_what_else_is_allowed) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const FaultPlan alone(Draw(seed), *parse_faults("crash"));
    const FaultPlan among_others(Draw(seed), *parse_faults("all"));
    EXPECT_EQ(alone.weight(Fault::Crash), among_others.weight(Fault::Crash));
  }
}

TEST(FaultPlan, switches_each_kind_on_in_half_of_the_universes) {
  int on = 0;
  for (std::uint64_t seed = 0; seed < 1'000; ++seed) {
    on += FaultPlan(Draw(seed), *parse_faults("all")).is_on(Fault::ClockStep) ? 1 : 0;
  }
  EXPECT_NEAR(on, 500, 60);
}

}  // namespace
}  // namespace callwright::sim
