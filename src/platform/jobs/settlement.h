#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "platform/jobs/jobs.h"

namespace callwright::jobs {

// What becomes of a job after an attempt. Exactly one of the three times is set.
struct Settlement {
  std::optional<Instant> due_at;
  std::optional<Instant> parked_at;
  std::optional<Instant> finished_at;
  int attempts = 0;
  std::string reason;
  std::string_view label;  // How the attempt is counted: "done", "retry", "parked" or "again".
};

// Pure: `chance`, uniform in [0, 1), spreads retries out.
Settlement settle(const RetryPolicy& policy, int attempt, const Outcome& outcome, Instant now,
                  double chance);

}  // namespace callwright::jobs
