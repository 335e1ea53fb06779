#pragma once

#include <array>
#include <atomic>
#include <functional>
#include <map>
#include <span>
#include <string>

#include "platform/jobs/job_table.h"

namespace callwright::jobs {

constexpr std::array<Lane, 3> lanes = {Lane::Emergency, Lane::Normal, Lane::Bulk};

// What every lane of a worker shares: the handlers, how jobs are claimed, and how one is run to its
// end.
class JobRunner {
 public:
  JobRunner(db::Database& database, const Clock& clock, Random& random);

  void handle(std::string kind, RetryPolicy policy, Handler& handler);

  void observe(std::function<void(const Job&)> observer) { observer_ = std::move(observer); }

  // Null when there is none.
  Handler* handler_of(const std::string& kind) const;

  // Runs a claimed job and stores what became of it.
  Task<> run(ClaimedJob claimed);

  Leases leases(Lane lane) const;
  // A name no other claim has, of this worker or another.
  std::string new_lease();
  // Tells the metrics how far behind a lane is and how many of its jobs wait for a person.
  void report_lag(Lane lane, std::optional<Instant> first_due) const;
  Result<void> report_parked(std::span<const Lane> which);

  db::Database& database() { return database_; }
  Instant now() const { return clock_.now(); }

 private:
  struct Kind {
    RetryPolicy policy;
    Handler* handler;
  };

  db::Database& database_;
  const Clock& clock_;
  Random& random_;
  const std::string name_;
  std::atomic<std::uint64_t> claims_ = 0;
  std::map<std::string, Kind> kinds_;
  std::function<void(const Job&)> observer_;
};

}  // namespace callwright::jobs
