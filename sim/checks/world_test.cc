#include <gtest/gtest.h>

#include "server/commands/ready_tenant.h"
#include "sim/checks/test_support/watched_world.h"

namespace callwright::sim {
namespace {

// What a caller says, in turn, until a visit is booked.
const std::vector<std::string> booking = {
    "hi my kitchen sink is clogged",   "Jordan Example", "42 Maple Street in Springfield",
    "Wednesday at ten in the morning", "yes please",     "no that is all"};

TEST(WatchedWorld, a_booking_breaks_nothing_and_is_looked_at) {
  WatchedWorld world;
  world.play(booking);
  EXPECT_THAT(world.finish(), ::testing::IsEmpty());
  for (const int invariant : {1, 3, 4, 8, 10, 11, 12, 13, 14, 15, 19, 20, 25, 26, 38, 39}) {
    EXPECT_GT(world.checks().findings().counts()[static_cast<std::size_t>(invariant)], 0U)
        << invariant;
  }
}

TEST(WatchedWorld, an_emergency_breaks_nothing_and_is_looked_at) {
  WatchedWorld world;
  world.play({"there is gas everywhere I smell gas", "1204 Oak Street"});
  EXPECT_THAT(world.finish(), ::testing::IsEmpty());
  for (const int invariant : {16, 17, 18}) {
    EXPECT_GT(world.checks().findings().counts()[static_cast<std::size_t>(invariant)], 0U)
        << invariant;
  }
}

TEST(WatchedWorld, what_was_committed_is_there_after_a_crash) {
  WatchedWorld world;
  world.play(booking);
  world.rehearsal().crash();
  world.checks().after_restart(world.database());
  EXPECT_THAT(world.finish(), ::testing::IsEmpty());
}

TEST(WatchedWorld, a_row_that_nobody_committed_is_seen) {
  WatchedWorld world;
  world.play(booking);
  ASSERT_TRUE(world.unseen().write([](db::Transaction& tx) {
    return tx.execute("UPDATE customers SET notes = 'changed behind the back'");
  }));
  world.checks().after_restart(world.database());
  const auto violations = world.checks().findings().take_violations();
  ASSERT_EQ(violations.size(), 1U);
  EXPECT_EQ(violations[0].invariant, acknowledged_is_kept);
  EXPECT_EQ(violations[0].what, "not what was committed: customers");
}

}  // namespace
}  // namespace callwright::sim
