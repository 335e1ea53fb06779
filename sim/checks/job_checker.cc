#include "sim/checks/job_checker.h"

namespace callwright::sim {
namespace {

// A worker that dies gives up its job after this long: an emergency cannot wait for more.
constexpr Seconds lease_max{60};
constexpr Seconds emergency_lease_max{10};
// Whoever forgets a call, it is looked at again by then.
constexpr Milliseconds first_look_max = Minutes(2) + Seconds(10);

}  // namespace

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
    if (!row.is_null(column(Table::Jobs, "lease"))) check_lease(row);
    waiting_.insert_or_assign(id, Job{.kind = row.string(column(Table::Jobs, "kind")),
                                      .payload = row.string(column(Table::Jobs, "payload")),
                                      .due_at = row.instant(column(Table::Jobs, "due_at"))});
  });
  batch.for_each(Table::Messages, [&](const Change& change) {
    if (change.is_insert()) check_enqueued(batch, *change.after);
  });
  batch.for_each(Table::Conversations, [&](const Change& change) {
    const bool opens = change.is_insert() &&
                       change.after->text(column(Table::Conversations, "channel")) == "voice";
    if (opens) check_looked_after(batch, *change.after);
  });
}

void JobChecker::check_lease(const RowView& job) {
  const bool urgent = job.integer(column(Table::Jobs, "lane")) == 0;
  const Milliseconds lease = job.instant(column(Table::Jobs, "due_at")) - now();
  expect(20, lease <= (urgent ? emergency_lease_max : lease_max), [&] {
    return told("job ", job.text(column(Table::Jobs, "job_id")), " (",
                job.text(column(Table::Jobs, "kind")), ") is leased for ",
                std::to_string(lease.count()), " ms");
  });
}

// Where the carrier never tells of a call again, a job does that is committed with it.
void JobChecker::check_looked_after(const Batch& batch, const RowView& conversation) {
  const std::string_view id = conversation.text(column(Table::Conversations, "conversation_id"));
  const Instant opened = conversation.instant(column(Table::Conversations, "opened_at"));
  bool looked_after = false;
  batch.for_each(Table::Jobs, [&](const Change& job) {
    looked_after =
        looked_after ||
        (job.is_insert() && job.after->text(column(Table::Jobs, "payload")) == id &&
         job.after->optional_instant(column(Table::Jobs, "due_at")) <= opened + first_look_max);
  });
  expect(5, looked_after,
         [&] { return told("conversation ", id, " was opened and nobody looks after it"); });
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
