#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "platform/async/task.h"
#include "platform/clock/clock.h"
#include "platform/clock/ids.h"
#include "platform/clock/random.h"
#include "platform/db/database.h"

// Work to be done after a commit: claimed with a lease, retried with growing delays to a named
// bound, then parked where people see it. At-least-once: a handler may run again after a crash.
namespace callwright::jobs {

// Lanes do not wait for each other.
enum class Lane : std::uint8_t { Emergency, Normal, Bulk };

std::string_view to_string(Lane lane);

struct NewJob {
  TenantId tenant;
  std::string kind;        // "message.deliver": which handler.
  std::string dedupe_key;  // One live or finished job per tenant, kind and key.
  std::string payload;     // Ids of rows, never the rows.
  Lane lane = Lane::Normal;
  Instant run_at;
  CorrelationId correlation;
};

struct Job {
  JobId id;
  TenantId tenant;
  std::string kind;
  std::string dedupe_key;
  std::string payload;
  Lane lane;
  int attempt;  // 1 at the first run.
  CorrelationId correlation;
};

struct Done {};
struct RetryLater {
  std::string reason;                    // Without personal data: it is shown to operators.
  std::optional<Milliseconds> at_least;  // What the other side asked for, such as Retry-After.
};
// No retry will help: park it now.
struct Park {
  std::string reason;
};
// Not a failure: run again then, with the attempts counted afresh.
struct Again {
  Instant at;
};
using Outcome = std::variant<Done, RetryLater, Park, Again>;

// "again at 1773155100000": an outcome in words, equal for equal outcomes.
std::string words(const Outcome& outcome);

struct RetryPolicy {
  int attempts_max = 8;
  Milliseconds delay_first{2'000};
  Milliseconds delay_max{15 * 60'000};
  Milliseconds lease{60'000};  // A worker that dies gives the job up after this long.
  Milliseconds lease_emergency{10'000};
};

// When to try again after `attempt` failures: doubling, capped, with full jitter above half.
// `chance` is uniform in [0, 1).
Milliseconds retry_delay(const RetryPolicy& policy, int attempt, double chance);

class Handler {
 public:
  virtual ~Handler() = default;
  virtual Task<Outcome> run(Job job) = 0;
};

struct ParkedJob {
  JobId id;
  TenantId tenant;
  std::string kind;
  std::string reason;
  int attempts;
  Instant parked_at;
  CorrelationId correlation;
};

class Queue {
 public:
  Queue(const Clock& clock, Ids& ids) : clock_(clock), ids_(ids) {}

  // In the caller's transaction. False when a job of that key exists already.
  Result<bool> enqueue(db::Transaction& tx, const NewJob& job) const;
  // Called after every commit that enqueued a job, such as to wake a worker. To be set before the
  // first.
  void wake_with(std::function<void()> wake) { wake_ = std::move(wake); }
  // Takes back a job that has not started. False when there is none or it has started.
  Result<bool> cancel(db::Transaction& tx, const TenantId& tenant, std::string_view kind,
                      std::string_view dedupe_key) const;
  // Forgets jobs finished before the horizon, and with them their keys, a limited number at a time;
  // how many. To be called again until it is none.
  Result<std::int64_t> forget_finished_before(db::Transaction& tx, Instant horizon) const;

  // Jobs given up on, of every tenant, the longest parked first.
  Result<std::vector<ParkedJob>> parked(db::Transaction& tx, int limit) const;
  // Gives a parked job its attempts back and makes it due now. What it was, or nothing when no
  // parked job has that id.
  Result<std::optional<ParkedJob>> retry_parked(db::Transaction& tx, const JobId& id) const;

 private:
  const Clock& clock_;
  Ids& ids_;
  std::function<void()> wake_;
};

// Claims due jobs and runs them. `run_due` is one pass, for a hand-moved clock; `start` keeps
// passing on a thread of its own until `stop`.
class Worker {
 public:
  Worker(db::Database& database, const Clock& clock, Random& random, RetryPolicy policy = {});
  ~Worker();

  void handle(std::string kind, RetryPolicy policy, Handler& handler);
  void handle(std::string kind, Handler& handler);

  // Told of each job as it is about to run. For whoever watches a hand-moved clock; set before any
  // job runs.
  void observe(std::function<void(const Job&)> observer);

  // Runs every job that is due now, and those they make due, to their end; how many ran. Blocks:
  // for single-threaded programs.
  Result<int> run_due();
  // Runs the handler of a job that was claimed elsewhere or long ago, and settles nothing: for
  // replays. NotFound when no handler has that kind.
  Result<Outcome> run_handler(const Job& job);
  // When the next job is due, or nothing when there is none.
  Result<std::optional<Instant>> next_due();

  void start();
  void stop();
  // A commit made jobs: look now rather than at the next tick. Safe from any thread.
  void wake();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace callwright::jobs
