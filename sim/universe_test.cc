#include "sim/universe.h"

#include <gtest/gtest.h>

#include "sim/run.h"
#include "sim/world/conversations_again.h"

namespace callwright::sim {
namespace {

// Some callers of a universe, so that a test takes no longer than it must.
UniverseSpec small(std::uint64_t index, FaultSet faults) {
  UniverseSpec spec{.seed = 11, .index = index, .faults = faults};
  spec.only_callers.emplace();
  for (std::uint64_t caller = 0; caller < 40; ++caller) spec.only_callers->insert(caller);
  return spec;
}

TEST(Universe, is_the_same_whenever_it_is_played) {
  for (std::uint64_t index = 0; index < 3; ++index) {
    const UniverseSpec spec = small(index, FaultSet().set());
    const UniverseResult first = play(spec);
    const UniverseResult second = play(spec);
    EXPECT_EQ(first.trace, second.trace);
    EXPECT_EQ(first.tally.steps, second.tally.steps);
    EXPECT_TRUE(first.violations.empty()) << first.violations.front().violation.what;
  }
}

TEST(Universe, differs_from_the_next_one) {
  EXPECT_NE(play(small(0, FaultSet())).trace, play(small(1, FaultSet())).trace);
}

TEST(Universe, plays_only_the_callers_it_is_told_to) {
  UniverseSpec spec = small(0, FaultSet());
  spec.only_callers = std::set<std::uint64_t>{3, 17};
  const UniverseResult result = play(spec);
  EXPECT_EQ(result.callers, (std::vector<std::uint64_t>{3, 17}));
  EXPECT_GE(result.tally.calls, 2u);
}

TEST(Universe, without_faults_ends_many_calls_with_a_visit) {
  std::uint64_t booked = 0;
  for (std::uint64_t index = 0; index < 4; ++index) {
    booked += play(small(index, FaultSet())).tally.outcomes["voice booked"];
  }
  EXPECT_GE(booked, 10u);
}

// The same callers on days on which only this kind of fault is on, in those where it is drawn.
Tally days_of(Fault fault) {
  Tally tally;
  for (std::uint64_t index = 0; index < 6; ++index) {
    UniverseResult result = play(small(index, FaultSet().set(index_of(fault))));
    EXPECT_TRUE(result.violations.empty()) << result.violations.front().violation.what;
    tally.add(result.tally);
  }
  return tally;
}

TEST(Universe, where_numbers_are_shared_has_a_second_caller_for_some) {
  const Tally shared = days_of(Fault::SharedNumber);
  const Tally alone = days_of(Fault::OwnerCalls);
  const auto companions = shared.faults.find("shared_number");
  ASSERT_NE(companions, shared.faults.end());
  EXPECT_GE(shared.calls, alone.calls + companions->second);
}

TEST(Universe, where_owners_call_has_lines_that_are_busy) {
  Tally owners = days_of(Fault::OwnerCalls);
  EXPECT_GT(owners.faults["owner_calls"], 0u);
  EXPECT_GT(owners.faults["owner_calls: busy"], 0u);
}

TEST(Universe, in_which_the_process_was_away_for_long_ends_like_any_other) {
  EXPECT_GT(days_of(Fault::Downtime).faults["downtime"], 0u);
}

// The provider took texts, did not say so, and is asked about them later: a run of a job whose
// first event changes nothing.
TEST(Universe, that_is_recorded_plays_its_conversations_again) {
  Tally tally;
  for (std::uint64_t index = 1; index < 32; index += 8) {
    ASSERT_TRUE(records_conversations(index));
    const FaultSet in_doubt = FaultSet().set(index_of(Fault::ProviderAcceptThenTimeout));
    const UniverseResult result = play(small(index, in_doubt));
    EXPECT_TRUE(result.violations.empty()) << result.violations.front().violation.what;
    tally.add(result.tally);
  }
  EXPECT_GT(tally.looked_at.at(9), 0u);
  EXPECT_GT(tally.faults["carrier: sms.accept_then_timeout"], 0u);
}

TEST(Run, is_the_same_with_any_number_of_threads) {
  RunSettings settings{.seed = 5, .calls = 600, .faults = FaultSet().set()};
  const RunResult alone = play_all(settings, [](std::uint64_t) {});
  settings.jobs = 3;
  const RunResult together = play_all(settings, [](std::uint64_t) {});
  EXPECT_EQ(alone.trace.hash(), together.trace.hash());
  EXPECT_EQ(alone.universes, together.universes);
  EXPECT_EQ(alone.tally.calls, together.tally.calls);
  EXPECT_EQ(alone.tally.outcomes, together.tally.outcomes);
}

}  // namespace
}  // namespace callwright::sim
