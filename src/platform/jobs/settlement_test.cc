#include "platform/jobs/settlement.h"

#include <gtest/gtest.h>

namespace callwright::jobs {
namespace {

const Instant now = from_ms(1'800'000'000'000);
const RetryPolicy policy = {
    .attempts_max = 4, .delay_first = Milliseconds(1'000), .delay_max = Milliseconds(60'000)};

TEST(RetryDelay, doubles_until_its_bound_and_is_never_below_half) {
  struct Row {
    int attempt;
    double chance;
    int delay_ms;
  };
  // clang-format off
  const Row rows[] = {
      { 1, 0.0,    500}, { 1, 0.5,    750},
      { 2, 0.0,  1'000}, { 2, 0.5,  1'500},
      { 3, 0.0,  2'000},
      { 6, 0.0, 16'000}, { 7, 0.0, 30'000},  // The seventh would be 64 s.
      {99, 0.0, 30'000}, {99, 0.5, 45'000},
  };
  // clang-format on
  for (const Row& row : rows) {
    EXPECT_EQ(retry_delay(policy, row.attempt, row.chance).count(), row.delay_ms)
        << "attempt " << row.attempt << ", chance " << row.chance;
  }
}

TEST(RetryDelay, holds_its_promises_for_any_policy) {
  SeededRandom random(7);
  for (int round = 0; round < 20'000; ++round) {
    const RetryPolicy any = {
        .delay_first = Milliseconds(random.below(100'000)),
        .delay_max = Milliseconds(1 + random.below(10'000'000)),
    };
    const int attempt = 1 + static_cast<int>(random.below(100));
    const double chance = random.fraction();
    const Milliseconds delay = retry_delay(any, attempt, chance);
    EXPECT_GE(delay, Milliseconds(0));
    EXPECT_LE(delay, any.delay_max);
    EXPECT_GE(delay, std::min(any.delay_first, any.delay_max) / 2);
    EXPECT_LE(delay, retry_delay(any, attempt + 1, chance)) << "a later retry comes sooner";
    EXPECT_LE(retry_delay(any, attempt, chance / 2), delay) << "less chance is a longer delay";
  }
}

TEST(Settlement, a_job_that_is_done_is_finished) {
  const Settlement done = settle(policy, 1, Done{}, now, 0);
  EXPECT_EQ(done.finished_at, now);
  EXPECT_FALSE(done.due_at || done.parked_at);
}

TEST(Settlement, a_failed_attempt_is_retried_until_the_last_is_used_up) {
  for (int attempt = 1; attempt < policy.attempts_max; ++attempt) {
    const Settlement retry = settle(policy, attempt, RetryLater{.reason = "hung"}, now, 0.5);
    EXPECT_EQ(retry.due_at, now + retry_delay(policy, attempt, 0.5));
    EXPECT_EQ(retry.attempts, attempt);
    EXPECT_EQ(retry.reason, "hung");
    EXPECT_FALSE(retry.parked_at || retry.finished_at);
  }
  const Settlement last = settle(policy, policy.attempts_max, RetryLater{.reason = "hung"}, now, 0);
  EXPECT_EQ(last.parked_at, now);
  EXPECT_EQ(last.reason, "hung");
  EXPECT_FALSE(last.due_at || last.finished_at);
}

TEST(Settlement, the_other_side_may_ask_for_a_longer_wait_within_a_day) {
  const auto due = [](Milliseconds asked) {
    return *settle(policy, 1, RetryLater{.reason = "", .at_least = asked}, now, 0).due_at - now;
  };
  EXPECT_EQ(due(Milliseconds(1)), Milliseconds(500));
  EXPECT_EQ(due(Milliseconds(90'000)), Milliseconds(90'000));
  EXPECT_EQ(due(std::chrono::hours(24 * 365)), std::chrono::hours(24));
}

TEST(Settlement, a_job_may_give_itself_up) {
  const Settlement parked = settle(policy, 1, Park{.reason = "no such number"}, now, 0);
  EXPECT_EQ(parked.parked_at, now);
  EXPECT_EQ(parked.reason, "no such number");
  EXPECT_FALSE(parked.due_at || parked.finished_at);
}

TEST(Settlement, a_job_that_runs_again_begins_afresh) {
  const Settlement again = settle(policy, 3, Again{.at = now + Minutes(5)}, now, 0);
  EXPECT_EQ(again.due_at, now + Minutes(5));
  EXPECT_EQ(again.attempts, 0);
  EXPECT_FALSE(again.parked_at || again.finished_at);
}

}  // namespace
}  // namespace callwright::jobs
