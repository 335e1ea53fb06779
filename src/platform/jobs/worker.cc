#include <algorithm>
#include <list>

#include "platform/jobs/job_runner.h"
#include "platform/jobs/lane_thread.h"
#include "platform/jobs/run_loop.h"

namespace callwright::jobs {
namespace {

// One pass on a hand-moved clock never needs this many: jobs are making each other due without end.
constexpr int pass_max = 100'000;
constexpr Milliseconds wait_interval{1'000};

Result<std::optional<FirstDue>> first_over_lanes(db::Transaction& tx, const JobRunner& runner) {
  // The kinds are the same in every lane.
  return first_due(tx, lanes, runner.leases(Lane::Normal));
}

// Over all lanes, so that a pass runs jobs in the order of their times and ids.
Result<std::optional<ClaimedJob>> claim_first(db::Transaction& tx, JobRunner& runner) {
  TRY(rely_on_row_locks(tx));
  TRY_ASSIGN(const std::optional<FirstDue> first, first_over_lanes(tx, runner));
  if (!first || first->due_at > runner.now()) return std::nullopt;
  TRY_ASSIGN(std::vector<ClaimedJob> claimed, claim(tx, first->lane, runner.leases(first->lane),
                                                    runner.now(), runner.new_lease(), 1));
  if (claimed.empty()) return std::nullopt;
  return std::move(claimed.front());
}

// Runs a task on this thread until it has ended.
void run_to_its_end(Task<> task) {
  RunLoop loop;
  const Executor::Scope scope(loop);
  bool ended = false;
  start(std::move(task), [&] { ended = true; });
  while (!ended) loop.run_for(wait_interval);
}

Task<> keep_answer(Task<Outcome> attempt, std::optional<Outcome>* kept) {
  kept->emplace(co_await std::move(attempt));
}

}  // namespace

struct Worker::Impl {
  Impl(db::Database& database, const Clock& clock, Random& random, RetryPolicy usual_policy)
      : runner(database, clock, random), policy(usual_policy) {}

  JobRunner runner;
  const RetryPolicy policy;
  std::mutex mutex;  // Guards the threads: waking comes from anywhere, at any time.
  std::list<LaneThread> threads;
};

Worker::Worker(db::Database& database, const Clock& clock, Random& random, RetryPolicy policy)
    : impl_(std::make_unique<Impl>(database, clock, random, policy)) {}

Worker::~Worker() {
  stop();
}

void Worker::handle(std::string kind, RetryPolicy policy, Handler& handler) {
  impl_->runner.handle(std::move(kind), policy, handler);
}

void Worker::handle(std::string kind, Handler& handler) {
  handle(std::move(kind), impl_->policy, handler);
}

void Worker::observe(std::function<void(const Job&)> observer) {
  impl_->runner.observe(std::move(observer));
}

Result<int> Worker::run_due() {
  JobRunner& runner = impl_->runner;
  for (int ran = 0; ran < pass_max; ++ran) {
    TRY_ASSIGN(std::optional<ClaimedJob> claimed, runner.database().write([&](db::Transaction& tx) {
      return claim_first(tx, runner);
    }));
    if (!claimed) {
      TRY(runner.report_parked(lanes));
      return ran;
    }
    run_to_its_end(runner.run(*std::move(claimed)));
  }
  return failure(ErrorCode::Invalid, "jobs make each other due without end");
}

Result<Outcome> Worker::run_handler(const Job& job) {
  Handler* const handler = impl_->runner.handler_of(job.kind);
  if (handler == nullptr) return failure(ErrorCode::NotFound, "no handler for this kind of job");
  std::optional<Outcome> outcome;
  run_to_its_end(keep_answer(handler->run(job), &outcome));
  return *std::move(outcome);
}

Result<std::optional<Instant>> Worker::next_due() {
  const JobRunner& runner = impl_->runner;
  return impl_->runner.database().read([&](db::Transaction& tx) -> Result<std::optional<Instant>> {
    TRY_ASSIGN(const std::optional<FirstDue> first, first_over_lanes(tx, runner));
    return first ? std::optional(first->due_at) : std::nullopt;
  });
}

void Worker::start() {
  const std::lock_guard lock(impl_->mutex);
  if (!impl_->threads.empty()) return;
  for (const Lane lane : lanes) impl_->threads.emplace_back(impl_->runner, lane);
}

void Worker::stop() {
  std::list<LaneThread> threads;
  {
    const std::lock_guard lock(impl_->mutex);
    threads.swap(impl_->threads);
  }
}

void Worker::wake() {
  const std::lock_guard lock(impl_->mutex);
  for (LaneThread& thread : impl_->threads) thread.wake();
}

}  // namespace callwright::jobs
