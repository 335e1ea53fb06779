#include "platform/jobs/job_runner.h"

#include <algorithm>

#include "platform/log/log.h"
#include "platform/metrics/metrics.h"

namespace callwright::jobs {
namespace {

metrics::Labels lane_label(Lane lane) {
  return {{"lane", std::string(to_string(lane))}};
}

void count(const std::string& kind, std::string_view outcome) {
  metrics::Registry::global()
      .counter("callwright_jobs_total", "Attempts of jobs by how they ended.",
               {{"kind", kind}, {"outcome", std::string(outcome)}})
      .increment();
}

// Attempts that found no happy end, and those whose end could not be stored.
void tell(const ClaimedJob& claimed, const Settlement& settlement, const Result<bool>& stored) {
  const Job& job = claimed.job;
  const log::Correlation correlation(job.correlation);
  if (!stored) {
    log::error("job.end_not_stored", stored.error(), {{"kind", job.kind}, {"job", job.id}});
  } else if (!*stored) {
    log::warning("job.lease_lost", {{"kind", job.kind}, {"job", job.id}});
  } else if (settlement.parked_at) {
    log::error("job.parked", {{"kind", job.kind},
                              {"job", job.id},
                              {"attempts", settlement.attempts},
                              {"reason", settlement.reason}});
  } else if (settlement.label == "retry") {
    log::info("job.will_retry", {{"kind", job.kind},
                                 {"job", job.id},
                                 {"attempts", settlement.attempts},
                                 {"reason", settlement.reason}});
  }
}

std::string_view counted_as(const Settlement& settlement, const Result<bool>& stored) {
  if (!stored) return "end_not_stored";
  return *stored ? settlement.label : "lease_lost";
}

}  // namespace

JobRunner::JobRunner(db::Database& database, const Clock& clock, Random& random)
    : database_(database),
      clock_(clock),
      random_(random),
      name_(std::to_string(random.next()) + "." + std::to_string(random.next())) {}

void JobRunner::handle(std::string kind, RetryPolicy policy, Handler& handler) {
  const bool is_new =
      kinds_.emplace(std::move(kind), Kind{.policy = policy, .handler = &handler}).second;
  ASSERT(is_new);
}

Handler* JobRunner::handler_of(const std::string& kind) const {
  const auto found = kinds_.find(kind);
  return found == kinds_.end() ? nullptr : found->second.handler;
}

Task<> JobRunner::run(ClaimedJob claimed) {
  if (observer_) observer_(claimed.job);
  const Kind& kind = kinds_.at(claimed.job.kind);
  Outcome outcome = Park{"every attempt so far ended without an answer"};
  // A job that takes its process down with it must not do so for ever.
  if (claimed.job.attempt <= kind.policy.attempts_max) {
    Task<Outcome> attempt = kind.handler->run(claimed.job);
    outcome = co_await std::move(attempt);
  }
  const Settlement settlement =
      settle(kind.policy, claimed.job.attempt, outcome, clock_.now(), random_.fraction());
  const auto store_settlement = [&](db::Transaction& tx) -> Result<bool> {
    TRY(rely_on_row_locks(tx));
    return store(tx, claimed, settlement);
  };
  const Result<bool> stored = co_await database_.write_async(store_settlement);
  tell(claimed, settlement, stored);
  count(claimed.job.kind, counted_as(settlement, stored));
}

Leases JobRunner::leases(Lane lane) const {
  Leases leases;
  leases.reserve(kinds_.size());
  for (const auto& [name, kind] : kinds_) {
    leases.emplace_back(name,
                        lane == Lane::Emergency ? kind.policy.lease_emergency : kind.policy.lease);
  }
  return leases;
}

std::string JobRunner::new_lease() {
  return name_ + "." + std::to_string(++claims_);
}

void JobRunner::report_lag(Lane lane, std::optional<Instant> first_due) const {
  const Milliseconds lag = first_due ? clock_.now() - *first_due : Milliseconds(0);
  metrics::Registry::global()
      .gauge("callwright_jobs_lag_seconds", "How long the oldest due job has waited to be begun.",
             lane_label(lane))
      .set(std::max(0.0, std::chrono::duration<double>(lag).count()));
}

Result<void> JobRunner::report_parked(std::span<const Lane> which) {
  return database_.read([&](db::Transaction& tx) -> Result<void> {
    for (const Lane lane : which) {
      TRY_ASSIGN(const std::int64_t parked, count_parked(tx, lane));
      metrics::Registry::global()
          .gauge("callwright_jobs_parked", "Jobs given up on: `callwright jobs parked` lists them.",
                 lane_label(lane))
          .set(static_cast<double>(parked));
    }
    return {};
  });
}

}  // namespace callwright::jobs
