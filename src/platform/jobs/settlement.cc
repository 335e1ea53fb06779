#include "platform/jobs/settlement.h"

#include <algorithm>

namespace callwright::jobs {
namespace {

// The longest the other side may keep a job waiting by asking for it.
constexpr Milliseconds delay_asked_max = std::chrono::hours(24);

Settlement parked(int attempt, std::string reason, Instant now) {
  return {.parked_at = now, .attempts = attempt, .reason = std::move(reason), .label = "parked"};
}

Settlement retried(const RetryPolicy& policy, int attempt, const RetryLater& retry, Instant now,
                   double chance) {
  if (attempt >= policy.attempts_max) return parked(attempt, retry.reason, now);
  const Milliseconds asked = std::min(retry.at_least.value_or(Milliseconds(0)), delay_asked_max);
  return {.due_at = now + std::max(asked, retry_delay(policy, attempt, chance)),
          .attempts = attempt,
          .reason = retry.reason,
          .label = "retry"};
}

}  // namespace

Milliseconds retry_delay(const RetryPolicy& policy, int attempt, double chance) {
  Milliseconds delay = std::min(policy.delay_first, policy.delay_max);
  for (int failures = 1; failures < attempt && delay < policy.delay_max; ++failures) {
    delay = std::min(2 * delay, policy.delay_max);
  }
  const Milliseconds half = delay / 2;
  return half + Milliseconds(static_cast<std::int64_t>(static_cast<double>((delay - half).count()) *
                                                       chance));
}

Settlement settle(const RetryPolicy& policy, int attempt, const Outcome& outcome, Instant now,
                  double chance) {
  if (const auto* retry = std::get_if<RetryLater>(&outcome)) {
    return retried(policy, attempt, *retry, now, chance);
  }
  if (const auto* park = std::get_if<Park>(&outcome)) return parked(attempt, park->reason, now);
  if (const auto* again = std::get_if<Again>(&outcome)) {
    return {.due_at = again->at, .label = "again"};
  }
  return {.finished_at = now, .attempts = attempt, .label = "done"};
}

}  // namespace callwright::jobs
