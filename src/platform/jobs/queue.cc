#include "platform/jobs/jobs.h"

namespace callwright::jobs {
namespace {

// How many jobs are forgotten at a time: a moment's work, so that no caller waits behind it.
constexpr int forget_max = 1'000;

std::string selecting_parked(std::string_view more) {
  return "SELECT job_id, tenant_id, kind, reason, attempts, parked_at, correlation FROM jobs "
         "WHERE parked_at IS NOT NULL " +
         std::string(more);
}

ParkedJob parked_job(const db::Row& row) {
  return {.id = row.id<JobId>(0),
          .tenant = row.id<TenantId>(1),
          .kind = row.text(2),
          .reason = row.text(3),
          .attempts = static_cast<int>(row.integer(4)),
          .parked_at = row.instant(5),
          .correlation = row.id<CorrelationId>(6)};
}

}  // namespace

std::string_view to_string(Lane lane) {
  switch (lane) {
    case Lane::Emergency:
      return "emergency";
    case Lane::Normal:
      return "normal";
    case Lane::Bulk:
      return "bulk";
  }
  return "normal";
}

std::string words(const Outcome& outcome) {
  if (const auto* retry = std::get_if<RetryLater>(&outcome)) {
    const std::string wait =
        retry->at_least ? " after " + std::to_string(retry->at_least->count()) : std::string();
    return "retry" + wait + ": " + retry->reason;
  }
  if (const auto* park = std::get_if<Park>(&outcome)) return "park: " + park->reason;
  if (const auto* again = std::get_if<Again>(&outcome)) {
    return "again at " + std::to_string(to_ms(again->at));
  }
  return "done";
}

Result<bool> Queue::enqueue(db::Transaction& tx, const NewJob& job) const {
  TRY_ASSIGN(const std::int64_t added,
             tx.execute("INSERT INTO jobs (tenant_id, job_id, kind, dedupe_key, payload, lane, "
                        "due_at, attempts, reason, correlation, created_at) "
                        "VALUES (?, ?, ?, ?, ?, ?, ?, 0, '', ?, ?) ON CONFLICT DO NOTHING",
                        job.tenant, ids_.make<JobId>("job"), job.kind, job.dedupe_key, job.payload,
                        static_cast<int>(job.lane), job.run_at, job.correlation, clock_.now()));
  if (added == 1 && wake_) tx.after_commit(wake_);
  return added == 1;
}

Result<bool> Queue::cancel(db::Transaction& tx, const TenantId& tenant, std::string_view kind,
                           std::string_view dedupe_key) const {
  TRY_ASSIGN(const std::int64_t removed,
             tx.execute("DELETE FROM jobs WHERE tenant_id = ? AND kind = ? AND dedupe_key = ? "
                        "AND due_at IS NOT NULL AND lease IS NULL AND attempts = 0",
                        tenant, kind, dedupe_key));
  return removed == 1;
}

Result<std::int64_t> Queue::forget_finished_before(db::Transaction& tx, Instant horizon) const {
  return tx.execute(
      "DELETE FROM jobs WHERE (tenant_id, job_id) IN "
      "(SELECT tenant_id, job_id FROM jobs WHERE finished_at < ? "
      "ORDER BY finished_at LIMIT ?)",
      horizon, forget_max);
}

Result<std::vector<ParkedJob>> Queue::parked(db::Transaction& tx, int limit) const {
  static const std::string sql = selecting_parked("ORDER BY parked_at, job_id LIMIT ?");
  TRY_ASSIGN(const db::Rows rows, tx.query(sql, limit));
  std::vector<ParkedJob> jobs;
  jobs.reserve(rows.size());
  for (const db::Row& row : rows) jobs.push_back(parked_job(row));
  return jobs;
}

Result<std::optional<ParkedJob>> Queue::retry_parked(db::Transaction& tx, const JobId& id) const {
  static const std::string sql = selecting_parked("AND job_id = ?");
  TRY_ASSIGN(const std::optional<db::Row> row, tx.query_one(sql, id));
  if (!row) return std::nullopt;
  ParkedJob job = parked_job(*row);
  TRY_ASSIGN(const std::int64_t changed,
             tx.execute("UPDATE jobs SET parked_at = NULL, due_at = ?, attempts = 0 "
                        "WHERE tenant_id = ? AND job_id = ? AND parked_at IS NOT NULL",
                        clock_.now(), job.tenant, id));
  if (changed == 0) return std::nullopt;
  if (wake_) tx.after_commit(wake_);
  return job;
}

}  // namespace callwright::jobs
