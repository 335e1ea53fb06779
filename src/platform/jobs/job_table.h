#pragma once

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "platform/jobs/jobs.h"
#include "platform/jobs/settlement.h"

// The worker's SQL. Every statement is bounded to the kinds of jobs this worker has handlers for.
namespace callwright::jobs {

// Kinds, each with how long a claim of it lasts.
using Leases = std::vector<std::pair<std::string, Milliseconds>>;

struct ClaimedJob {
  Job job;
  std::string lease;
};

// The job that is, or will be, the first to be due in any of these lanes. A running one is due when
// its lease ends.
struct FirstDue {
  Instant due_at;
  std::string job_id;
  Lane lane;
};
Result<std::optional<FirstDue>> first_due(db::Transaction& tx, std::span<const Lane> which,
                                          const Leases& leases);

// To be called first in a transaction that claims jobs or stores what became of one: locks of rows
// are all they need.
Result<void> rely_on_row_locks(db::Transaction& tx);

// Takes up to `limit` due jobs of a lane, the longest due first, under a lease of the given name.
// Jobs that another claim is taking at this moment are passed over.
Result<std::vector<ClaimedJob>> claim(db::Transaction& tx, Lane lane, const Leases& leases,
                                      Instant now, const std::string& lease, int limit);

// False when the lease was lost: somebody else has the job now, and what we found out does not
// count.
Result<bool> store(db::Transaction& tx, const ClaimedJob& claimed, const Settlement& settlement);

Result<std::int64_t> count_parked(db::Transaction& tx, Lane lane);

}  // namespace callwright::jobs
