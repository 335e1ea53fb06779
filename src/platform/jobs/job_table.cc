#include "platform/jobs/job_table.h"

#include <algorithm>
#include <tuple>

namespace callwright::jobs {
namespace {

// Compared one by one: for a list behind IN, SQLite would fill a table each time it is asked.
std::string is_handled(const Leases& leases) {
  std::string text;
  for (std::size_t i = 0; i < leases.size(); ++i) text += i == 0 ? "(kind = ?" : " OR kind = ?";
  return text + ")";
}

void add_kinds(std::vector<db::Value>& args, const Leases& leases) {
  for (const auto& [kind, lease] : leases) args.emplace_back(kind);
}

ClaimedJob claimed_job(const db::Row& row, Lane lane, const std::string& lease) {
  return {.job = {.id = row.id<JobId>(0),
                  .tenant = row.id<TenantId>(1),
                  .kind = row.text(2),
                  .dedupe_key = row.text(3),
                  .payload = row.text(4),
                  .lane = lane,
                  .attempt = static_cast<int>(row.integer(5)) + 1,
                  .correlation = row.id<CorrelationId>(6)},
          .lease = lease};
}

Result<void> store_claim(db::Transaction& tx, const ClaimedJob& claimed, Instant ends) {
  TRY(
      tx.execute("UPDATE jobs SET attempts = ?, lease = ?, due_at = ? "
                 "WHERE tenant_id = ? AND job_id = ?",
                 claimed.job.attempt, claimed.lease, ends, claimed.job.tenant, claimed.job.id));
  return {};
}

}  // namespace

Result<std::optional<FirstDue>> first_due(db::Transaction& tx, std::span<const Lane> which,
                                          const Leases& leases) {
  if (leases.empty()) return std::nullopt;
  // One look at the index for each lane.
  const std::string first_of_lane =
      "SELECT * FROM (SELECT due_at, job_id, lane FROM jobs "
      "WHERE lane = ? AND due_at IS NOT NULL AND " +
      is_handled(leases) + " ORDER BY due_at, job_id LIMIT 1) AS first_of_lane";
  std::string sql;
  std::vector<db::Value> args;
  for (const Lane lane : which) {
    sql += (sql.empty() ? "" : " UNION ALL ") + first_of_lane;
    args.emplace_back(static_cast<int>(lane));
    add_kinds(args, leases);
  }
  TRY_ASSIGN(const db::Rows rows, tx.run_query(sql, args));
  std::optional<FirstDue> first;
  for (const db::Row& row : rows) {
    FirstDue due{
        .due_at = row.instant(0), .job_id = row.text(1), .lane = static_cast<Lane>(row.integer(2))};
    if (!first || std::tie(due.due_at, due.job_id) < std::tie(first->due_at, first->job_id)) {
      first = std::move(due);
    }
  }
  return first;
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
  add_kinds(args, leases);
  args.emplace_back(limit);
  TRY_ASSIGN(
      const db::Rows rows,
      tx.run_query("SELECT job_id, tenant_id, kind, dedupe_key, payload, attempts, "
                   "correlation FROM jobs WHERE lane = ? AND due_at <= ? AND " +
                       is_handled(leases) + " ORDER BY due_at, job_id LIMIT ?" +
                       (tx.engine() == db::Engine::Postgres ? " FOR UPDATE SKIP LOCKED" : ""),
                   args));
  std::vector<ClaimedJob> jobs;
  jobs.reserve(rows.size());
  for (const db::Row& row : rows) {
    const ClaimedJob& claimed = jobs.emplace_back(claimed_job(row, lane, lease));
    const auto kind = std::ranges::find(leases, claimed.job.kind, &Leases::value_type::first);
    TRY(store_claim(tx, claimed, now + kind->second));
  }
  // Ids sort by the time they were made.
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

Result<std::int64_t> count_parked(db::Transaction& tx, Lane lane) {
  TRY_ASSIGN(const std::optional<db::Row> row,
             tx.query_one("SELECT COUNT(*) FROM jobs WHERE parked_at IS NOT NULL AND lane = ?",
                          static_cast<int>(lane)));
  return row->integer(0);
}

}  // namespace callwright::jobs
