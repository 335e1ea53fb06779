#include "reception/domain/circuit_breaker.h"

#include <gtest/gtest.h>

namespace callwright::reception {
namespace {

using State = CircuitBreaker::State;

enum class Event : std::uint8_t { Attempt, Success, Failure };

struct Step {
  int at_s;
  Event event;
  bool passes;  // Of an attempt.
  State after;
};

// Plays the steps one after the other, on one breaker.
void play(const std::vector<Step>& steps) {
  const Instant start = *parse_iso8601("2026-03-10T15:00:00Z");
  CircuitBreaker breaker;
  for (const Step& step : steps) {
    const Instant now = start + Seconds(step.at_s);
    if (step.event == Event::Attempt) {
      EXPECT_EQ(blocks(breaker, now), !step.passes) << step.at_s;
      EXPECT_EQ(may_pass(breaker, now), step.passes) << step.at_s;
    } else if (step.event == Event::Success) {
      succeeded(breaker);
    } else {
      failed(breaker, now);
    }
    EXPECT_EQ(breaker.state, step.after) << step.at_s << " s: " << to_string(breaker.state);
  }
}

TEST(CircuitBreaker, opens_after_failures_in_a_row) {
  play({{0, Event::Failure, false, State::Closed},
        {1, Event::Failure, false, State::Closed},
        {2, Event::Attempt, true, State::Closed},
        {2, Event::Failure, false, State::Open},
        {3, Event::Attempt, false, State::Open},
        {31, Event::Attempt, false, State::Open}});
}

TEST(CircuitBreaker, a_success_in_between_starts_the_count_again) {
  play({{0, Event::Failure, false, State::Closed},
        {1, Event::Failure, false, State::Closed},
        {2, Event::Success, false, State::Closed},
        {3, Event::Failure, false, State::Closed},
        {4, Event::Failure, false, State::Closed},
        {5, Event::Failure, false, State::Open}});
}

const std::vector<Step> opened = {{0, Event::Failure, false, State::Closed},
                                  {0, Event::Failure, false, State::Closed},
                                  {0, Event::Failure, false, State::Open}};

std::vector<Step> once_opened(std::vector<Step> steps) {
  steps.insert(steps.begin(), opened.begin(), opened.end());
  return steps;
}

TEST(CircuitBreaker, lets_one_probe_pass_after_the_pause) {
  play(once_opened({{29, Event::Attempt, false, State::Open},
                    {30, Event::Attempt, true, State::HalfOpen},
                    {30, Event::Attempt, false, State::HalfOpen},
                    {31, Event::Success, false, State::Closed},
                    {31, Event::Attempt, true, State::Closed}}));
}

TEST(CircuitBreaker, a_probe_that_fails_opens_it_for_another_pause) {
  play(once_opened({{30, Event::Attempt, true, State::HalfOpen},
                    {32, Event::Failure, false, State::Open},
                    {61, Event::Attempt, false, State::Open},
                    {62, Event::Attempt, true, State::HalfOpen}}));
}

TEST(CircuitBreaker, a_probe_that_is_lost_is_not_waited_for) {
  play(once_opened({{30, Event::Attempt, true, State::HalfOpen},
                    {59, Event::Attempt, false, State::HalfOpen},
                    {60, Event::Attempt, true, State::HalfOpen}}));
}

TEST(CircuitBreaker, late_failures_of_earlier_attempts_do_not_prolong_the_pause) {
  play(once_opened(
      {{20, Event::Failure, false, State::Open}, {30, Event::Attempt, true, State::HalfOpen}}));
}

TEST(CircuitBreaker, a_clock_that_is_set_back_does_not_keep_it_open) {
  play(once_opened({{-100, Event::Attempt, true, State::HalfOpen}}));
}

}  // namespace
}  // namespace callwright::reception
