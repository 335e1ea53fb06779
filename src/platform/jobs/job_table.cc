#include "platform/jobs/job_table.h"

#include <algorithm>

namespace callwright::jobs {
namespace {

std::string marks(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += i == 0 ? "?" : ", ?";
  return text;
}

std::string claim_statement(db::Engine engine, std::size_t kinds) {
  std::string lease_ends = "? + CASE kind";
  for (std::size_t i = 0; i < kinds; ++i) lease_ends += " WHEN ? THEN ?";
  lease_ends += " END";
  return "WITH due AS MATERIALIZED (SELECT tenant_id, job_id FROM jobs "
         "WHERE lane = ? AND due_at <= ? AND kind IN (" +
         marks(kinds) +
         ") "
         "ORDER BY due_at, job_id LIMIT ?" +
         (engine == db::Engine::Postgres ? " FOR UPDATE SKIP LOCKED" : "") +
         ") UPDATE jobs SET attempts = attempts + 1, lease = ?, due_at = " + lease_ends +
         " FROM due WHERE jobs.tenant_id = due.tenant_id AND jobs.job_id = due.job_id "
         "RETURNING jobs.job_id, jobs.tenant_id, kind, dedupe_key, payload, attempts, correlation";
}

ClaimedJob claimed_job(const db::Row& row, Lane lane, const std::string& lease) {
  return {.job = {.id = row.id<JobId>(0),
                  .tenant = row.id<TenantId>(1),
                  .kind = row.text(2),
                  .dedupe_key = row.text(3),
                  .payload = row.text(4),
                  .lane = lane,
                  .attempt = static_cast<int>(row.integer(5)),
                  .correlation = row.id<CorrelationId>(6)},
          .lease = lease};
}

}  // namespace

Result<std::optional<FirstDue>> first_due(db::Transaction& tx, Lane lane, const Leases& leases) {
  if (leases.empty()) return std::nullopt;
  std::vector<db::Value> args = {static_cast<int>(lane)};
  for (const auto& [kind, lease] : leases) args.emplace_back(kind);
  TRY_ASSIGN(const db::Rows rows,
             tx.run_query("SELECT due_at, job_id FROM jobs WHERE lane = ? AND due_at IS NOT NULL "
                          "AND kind IN (" +
                              marks(leases.size()) +
                              ") "
                              "ORDER BY due_at, job_id LIMIT 1",
                          args));
  if (rows.empty()) return std::nullopt;
  return FirstDue{.due_at = rows.front().instant(0), .job_id = rows.front().text(1)};
}

Result<void> rely_on_row_locks(db::Transaction& tx) {
  if (tx.engine() == db::Engine::Postgres) {
    // Serializable transactions lose to each other when they meet on a page of an index, as those
    // that work off a queue do all the time.
    TRY(tx.execute("SET TRANSACTION ISOLATION LEVEL READ COMMITTED"));
  }
  return {};
}

Result<std::vector<ClaimedJob>> claim(db::Transaction& tx, Lane lane, const Leases& leases,
                                      Instant now, const std::string& lease, int limit) {
  if (leases.empty()) return std::vector<ClaimedJob>();
  std::vector<db::Value> args = {static_cast<int>(lane), now};
  for (const auto& [kind, length] : leases) args.emplace_back(kind);
  args.insert(args.end(), {limit, lease, now});
  for (const auto& [kind, length] : leases) args.insert(args.end(), {kind, length.count()});
  TRY_ASSIGN(const db::Rows rows, tx.run_query(claim_statement(tx.engine(), leases.size()), args));

  std::vector<ClaimedJob> jobs;
  jobs.reserve(rows.size());
  for (const db::Row& row : rows) jobs.push_back(claimed_job(row, lane, lease));
  // Engines return rows in any order; ids sort by the time they were made.
  std::ranges::sort(jobs, {}, [](const ClaimedJob& claimed) { return claimed.job.id.text(); });
  return jobs;
}

Result<bool> store(db::Transaction& tx, const ClaimedJob& claimed, const Settlement& settlement) {
  TRY_ASSIGN(const std::int64_t changed,
             tx.execute("UPDATE jobs SET due_at = ?, parked_at = ?, finished_at = ?, attempts = ?, "
                        "reason = ?, lease = NULL "
                        "WHERE tenant_id = ? AND job_id = ? AND lease = ?",
                        settlement.due_at, settlement.parked_at, settlement.finished_at,
                        settlement.attempts, settlement.reason, claimed.job.tenant, claimed.job.id,
                        claimed.lease));
  return changed == 1;
}

Result<std::vector<ParkedJob>> parked_jobs(db::Transaction& tx, int limit) {
  TRY_ASSIGN(const db::Rows rows,
             tx.query("SELECT job_id, tenant_id, kind, reason, attempts, parked_at FROM jobs "
                      "WHERE parked_at IS NOT NULL ORDER BY parked_at, job_id LIMIT ?",
                      limit));
  std::vector<ParkedJob> jobs;
  jobs.reserve(rows.size());
  for (const db::Row& row : rows) {
    jobs.push_back({.id = row.id<JobId>(0),
                    .tenant = row.id<TenantId>(1),
                    .kind = row.text(2),
                    .reason = row.text(3),
                    .attempts = static_cast<int>(row.integer(4)),
                    .parked_at = row.instant(5)});
  }
  return jobs;
}

Result<std::int64_t> count_parked(db::Transaction& tx, Lane lane) {
  TRY_ASSIGN(const std::optional<db::Row> row,
             tx.query_one("SELECT COUNT(*) FROM jobs WHERE parked_at IS NOT NULL AND lane = ?",
                          static_cast<int>(lane)));
  return row->integer(0);
}

Result<bool> unpark(db::Transaction& tx, const JobId& id, Instant now) {
  TRY_ASSIGN(const std::int64_t changed,
             tx.execute("UPDATE jobs SET parked_at = NULL, due_at = ?, attempts = 0 "
                        "WHERE job_id = ? AND parked_at IS NOT NULL",
                        now, id));
  return changed == 1;
}

}  // namespace callwright::jobs
