#include "sim/checks/job_checker.h"

namespace callwright::sim {

void JobChecker::committed(const Batch& batch) {
  batch.for_each(Table::Jobs, [&](const Change& change) {
    const std::string id = change.row().string(column(Table::Jobs, "job_id"));
    const bool waits = change.after && !change.after->is_null(column(Table::Jobs, "due_at"));
    if (!waits) {
      waiting_.erase(id);
      return;
    }
    const RowView& row = *change.after;
    const int ends = (row.is_null(column(Table::Jobs, "parked_at")) ? 0 : 1) +
                     (row.is_null(column(Table::Jobs, "finished_at")) ? 0 : 1);
    expect(20, ends == 0, [&] { return told("job ", id, " waits and has ended"); });
    waiting_.insert_or_assign(id, Job{.kind = row.string(column(Table::Jobs, "kind")),
                                      .payload = row.string(column(Table::Jobs, "payload")),
                                      .due_at = row.instant(column(Table::Jobs, "due_at"))});
  });
  batch.for_each(Table::Messages, [&](const Change& change) {
    if (change.is_insert()) check_enqueued(batch, *change.after);
  });
}

// A message that a provider carries is committed together with the work of sending it.
void JobChecker::check_enqueued(const Batch& batch, const RowView& message) {
  if (message.text(column(Table::Messages, "status")) != "queued") return;
  const std::string_view id = message.text(column(Table::Messages, "message_id"));
  bool enqueued = false;
  batch.for_each(Table::Jobs, [&](const Change& job) {
    enqueued =
        enqueued || (job.is_insert() && job.after->text(column(Table::Jobs, "payload")) == id);
  });
  expect(20, enqueued,
         [&] { return told("message ", id, " is queued, and nothing will send it"); });
}

void JobChecker::at_end(const providers::sandbox::SandboxCarrier& /*carrier*/) {
  for (const auto& [id, job] : waiting_) {
    // A thread of texts is looked at again when it has been quiet for long.
    expect(everything_ends, job.due_at > now(), [&] {
      return told("job ", id, " (", job.kind, " ", job.payload, ") is due since ",
                  iso8601_utc(job.due_at));
    });
  }
}

}  // namespace callwright::sim
