#include "platform/journal/journal.h"

#include <charconv>

#include "platform/journal/entry_rows.h"
#include "platform/journal/recorder.h"
#include "platform/json/json.h"

namespace callwright::journal {
namespace {

// How many entries are forgotten at a time: a moment's work, so that no caller waits behind it.
constexpr int forget_max = 1'000;
// Tenants whose forgetting this process remembers to have seen to; more make it look again.
constexpr std::size_t seen_to_max = 10'000;

std::string run_of(const jobs::Job& job) {
  return job.id.text() + "/" + std::to_string(job.attempt);
}

std::string input_of(const jobs::Job& job) {
  return Json::object({{"job", job.id.text()},
                       {"kind", job.kind},
                       {"key", job.dedupe_key},
                       {"payload", job.payload},
                       {"lane", jobs::to_string(job.lane)},
                       {"attempt", job.attempt}})
      .dump();
}

}  // namespace

Event event_of(const jobs::Job& job, Instant at) {
  return {.name = job.kind,
          .run = run_of(job),
          .input = [&job] { return input_of(job); },
          .at = at,
          .correlation = job.correlation};
}

Event event_of(const jobs::Job& job, Instant at, std::string_view step, std::string input) {
  return {.name = job.kind + "." + std::string(step),
          .run = run_of(job),
          .input = [input = std::move(input)] { return input; },
          .at = at,
          .correlation = job.correlation};
}

Result<std::string> KeptJournal::run(db::Transaction& tx, const Owner& owner, const Event& event,
                                     const Work& work) {
  EventScope scope(event.at);
  if (event.correlation) scope.belongs_to(*event.correlation);
  if (!settings_.enabled || !owner.keeps_words) return work(tx);

  Recorder recorder(tx);
  TRY_ASSIGN(std::string answer, work(recorder));
  const bool leaves_entry = recorder.changed_something() || event.may_go_on;
  if (!scope.correlation() || !leaves_entry) return answer;

  const std::string notes = recorder.notes().finish(tx.engine(), scope.drawn(), answer);
  TRY(insert_entry(tx, {.tenant = owner.tenant,
                        .correlation = *scope.correlation(),
                        // Not the event's own: a replay draws what the event drew.
                        .id = ids_.text("evt"),
                        .at = event.at,
                        .name = event.name,
                        .run = event.run,
                        .settings_hash = owner.settings_hash,
                        .input = event.input(),
                        .notes = notes}));
  TRY(see_to_forgetting(tx, owner.tenant, event.at));
  return answer;
}

// One job for each day of a tenant that has any entries.
Result<void> KeptJournal::see_to_forgetting(db::Transaction& tx, const TenantId& tenant,
                                            Instant at) {
  const auto day = std::chrono::floor<std::chrono::days>(at);
  {
    const std::lock_guard lock(mutex_);
    const auto seen = seen_to_.find(tenant);
    if (seen != seen_to_.end() && seen->second >= day) return {};
  }
  const Instant end_of_day = day + std::chrono::days(1);
  const std::string horizon = std::to_string(to_ms(end_of_day));
  TRY(queue_.enqueue(tx, {.tenant = tenant,
                          .kind = std::string(forget_job),
                          .dedupe_key = horizon,
                          .payload = horizon,
                          .lane = jobs::Lane::Bulk,
                          .run_at = end_of_day + settings_.kept,
                          .correlation = CorrelationId(std::string(forget_job))}));
  tx.after_commit([this, tenant, day] {
    const std::lock_guard lock(mutex_);
    if (seen_to_.size() >= seen_to_max) seen_to_.clear();
    seen_to_[tenant] = day;
  });
  return {};
}

Task<jobs::Outcome> JournalForgetter::run(jobs::Job job) {
  std::int64_t horizon_ms = 0;
  const std::string& text = job.payload;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), horizon_ms);
  if (read.ec != std::errc()) co_return jobs::Park{"the payload is no instant"};
  const auto forgetting = [&](db::Transaction& tx) {
    return forget_entries(tx, job.tenant, from_ms(horizon_ms), forget_max);
  };
  const Result<std::int64_t> forgotten = co_await database_.write_async(forgetting);
  if (!forgotten) co_return jobs::RetryLater{forgotten.error().message, std::nullopt};
  if (*forgotten == forget_max) co_return jobs::Again{clock_.now()};
  co_return jobs::Done{};
}

}  // namespace callwright::journal
