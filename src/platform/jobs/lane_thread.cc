#include "platform/jobs/lane_thread.h"

#include <algorithm>

#include "platform/log/log.h"

namespace callwright::jobs {
namespace {

// Only jobs of other processes are found by looking; those of this one wake us.
constexpr Milliseconds look_interval{500};
constexpr std::chrono::seconds report_interval{10};

int running_max(Lane lane) {
  return lane == Lane::Bulk ? 8 : 32;
}

}  // namespace

LaneThread::LaneThread(JobRunner& runner, Lane lane)
    : runner_(runner), lane_(lane), leases_(runner.leases(lane)), thread_([this] { serve(); }) {}

LaneThread::~LaneThread() {
  stopping_ = true;
  loop_.wake();
  thread_.join();
}

void LaneThread::serve() {
  const Executor::Scope scope(loop_);
  while (!stopping_) {
    report();
    loop_.run_for(look());
  }
  while (running_ > 0) loop_.run_for(look_interval);
}

Milliseconds LaneThread::look() {
  if (running_ == running_max(lane_)) return look_interval;  // The first to end wakes us.
  const Result<Milliseconds> rest = claim_due();
  if (rest) return std::clamp(*rest, Milliseconds(0), look_interval);
  log::warning("jobs.not_claimed", {{"lane", to_string(lane_)}, {"reason", rest.error().message}});
  return look_interval;
}

Result<Milliseconds> LaneThread::claim_due() {
  const auto first = runner_.database().read(
      [&](db::Transaction& tx) { return first_due(tx, {&lane_, 1}, leases_); });
  if (!first) return std::unexpected(first.error());
  const Instant now = runner_.now();
  runner_.report_lag(lane_, *first ? std::optional((*first)->due_at) : std::nullopt);
  if (!*first) return look_interval;
  if ((*first)->due_at > now) return (*first)->due_at - now;

  const std::string lease = runner_.new_lease();
  auto claimed =
      runner_.database().write([&](db::Transaction& tx) -> Result<std::vector<ClaimedJob>> {
        TRY(rely_on_row_locks(tx));
        return claim(tx, lane_, leases_, now, lease, running_max(lane_) - running_);
      });
  if (!claimed) return std::unexpected(claimed.error());
  for (ClaimedJob& job : *claimed) begin(std::move(job));
  // Nothing to take although something is due: another process is at it.
  return claimed->empty() ? look_interval : Milliseconds(0);
}

void LaneThread::begin(ClaimedJob claimed) {
  ++running_;
  start(runner_.run(std::move(claimed)), [this] { --running_; });
}

void LaneThread::report() {
  const auto now = std::chrono::steady_clock::now();
  if (now < report_at_) return;
  report_at_ = now + report_interval;
  if (const Result<void> reported = runner_.report_parked({&lane_, 1}); !reported) {
    log::warning("jobs.not_counted", {{"reason", reported.error().message}});
  }
}

}  // namespace callwright::jobs
