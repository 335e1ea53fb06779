// A worker on its own threads, beside others.
#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <map>
#include <mutex>
#include <thread>

#include "platform/jobs/jobs.h"
#include "support/test_database.h"

namespace callwright::jobs {
namespace {

using tests::Store;
using tests::TestDatabase;

constexpr Milliseconds patience{20'000};

// Waits for something that other threads bring about.
bool eventually(const std::function<bool()>& condition) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  while (!condition()) {
    if (std::chrono::steady_clock::now() > deadline) return false;
    std::this_thread::sleep_for(Milliseconds(2));
  }
  return true;
}

// Does what the test says on the lane's thread, and counts.
class CountingHandler final : public Handler {
 public:
  explicit CountingHandler(std::function<void(const Job&)> body = {}) : body_(std::move(body)) {}

  Task<Outcome> run(Job job) override {
    if (body_) body_(job);
    {
      const std::lock_guard lock(mutex_);
      ++runs_[job.payload];
    }
    ++total;
    co_return Done{};
  }

  std::map<std::string, int> runs() {
    const std::lock_guard lock(mutex_);
    return runs_;
  }

  std::atomic<int> total = 0;

 private:
  const std::function<void(const Job&)> body_;
  std::mutex mutex_;
  std::map<std::string, int> runs_;
};

// Awaits an answer that another thread gives after a moment.
class AwaitingHandler final : public Handler {
 public:
  ~AwaitingHandler() override {
    for (std::thread& thread : threads_) thread.join();
  }

  Task<Outcome> run(Job) override {
    Executor* const home = Executor::current();
    most_at_once = std::max(most_at_once.load(), ++at_once_);
    Completion<bool> answered([this](Completion<bool>::Resolve resolve) {
      const std::lock_guard lock(mutex_);
      threads_.emplace_back([resolve = std::move(resolve)]() mutable {
        std::this_thread::sleep_for(Milliseconds(20));
        resolve(true);
      });
    });
    co_await answered;
    --at_once_;
    if (home == nullptr || Executor::current() != home) ++astray;
    ++total;
    co_return Done{};
  }

  std::atomic<int> total = 0;
  std::atomic<int> astray = 0;
  std::atomic<int> most_at_once = 0;

 private:
  std::atomic<int> at_once_ = 0;
  std::mutex mutex_;
  std::vector<std::thread> threads_;
};

class WorkerTest : public testing::TestWithParam<Store> {
 protected:
  WorkerTest() {
    const Result<void> migrated = db::migrate(*database_);
    EXPECT_TRUE(migrated) << migrated.error().message;
  }

  void enqueue(const std::string& key, Lane lane = Lane::Normal,
               const std::string& kind = "greet") {
    const auto added = database_->write([&](db::Transaction& tx) {
      return queue_.enqueue(tx, {.tenant = TenantId("ten_a"),
                                 .kind = kind,
                                 .dedupe_key = key,
                                 .payload = key,
                                 .lane = lane,
                                 .run_at = clock_.now(),
                                 .correlation = CorrelationId("cor_1")});
    });
    EXPECT_TRUE(added && *added);
  }

  std::int64_t unfinished() {
    return (*database_->read([](db::Transaction& tx) {
             return tx.query_one("SELECT COUNT(*) FROM jobs WHERE finished_at IS NULL");
           }))
        ->integer(0);
  }

  TestDatabase database_{GetParam()};
  SystemClock clock_;
  SystemRandom random_;
  Ids ids_{clock_, random_};
  Queue queue_{clock_, ids_};
};

TEST_P(WorkerTest, a_commit_wakes_it) {
  CountingHandler handler;
  Worker worker(*database_, clock_, random_);
  worker.handle("greet", handler);
  queue_.wake_with([&] { worker.wake(); });
  worker.start();
  std::this_thread::sleep_for(Milliseconds(50));  // It has looked, found nothing and rests.
  const auto enqueued = std::chrono::steady_clock::now();
  for (int i = 0; i < 20; ++i) {
    enqueue("a" + std::to_string(i));
    ASSERT_TRUE(eventually([&] { return handler.total == i + 1; }));
  }
  const auto looking_alone = Milliseconds(500) * 20;
  EXPECT_LT(std::chrono::steady_clock::now() - enqueued, looking_alone);
}

TEST_P(WorkerTest, it_finds_by_itself_what_another_process_enqueued) {
  CountingHandler handler;
  Worker worker(*database_, clock_, random_);
  worker.handle("greet", handler);
  worker.start();
  enqueue("a");
  EXPECT_TRUE(eventually([&] { return handler.total == 1; }));
}

TEST_P(WorkerTest, an_emergency_does_not_wait_behind_handlers_that_block) {
  std::latch release(1);
  CountingHandler blocking([&](const Job&) { release.wait(); });
  CountingHandler alarm;
  Worker worker(*database_, clock_, random_);
  worker.handle("block", blocking);
  worker.handle("alarm", alarm);
  for (int i = 0; i < 50; ++i) {
    enqueue("n" + std::to_string(i), Lane::Normal, "block");
    enqueue("b" + std::to_string(i), Lane::Bulk, "block");
  }
  worker.start();
  std::this_thread::sleep_for(Milliseconds(50));
  enqueue("fire", Lane::Emergency, "alarm");
  worker.wake();
  EXPECT_TRUE(eventually([&] { return alarm.total == 1; }));
  EXPECT_EQ(blocking.total, 0);
  release.count_down();
  EXPECT_TRUE(eventually([&] { return unfinished() == 0; }));
}

TEST_P(WorkerTest, handlers_run_at_once_within_a_bound_and_go_on_on_their_lane) {
  AwaitingHandler handler;
  Worker worker(*database_, clock_, random_);
  worker.handle("greet", handler);
  for (int i = 0; i < 100; ++i) enqueue("a" + std::to_string(i));
  worker.start();
  EXPECT_TRUE(eventually([&] { return unfinished() == 0; }));
  worker.stop();
  EXPECT_EQ(handler.total, 100);
  EXPECT_EQ(handler.astray, 0);
  EXPECT_GT(handler.most_at_once, 1);
  EXPECT_LE(handler.most_at_once, 32);
}

TEST_P(WorkerTest, stopping_waits_for_what_runs_and_stores_its_end) {
  AwaitingHandler handler;
  Worker worker(*database_, clock_, random_);
  worker.handle("greet", handler);
  for (int i = 0; i < 10; ++i) enqueue("a" + std::to_string(i));
  worker.start();
  ASSERT_TRUE(eventually([&] { return handler.most_at_once > 0; }));
  worker.stop();
  EXPECT_EQ(unfinished(), 10 - handler.total);
  worker.start();
  EXPECT_TRUE(eventually([&] { return unfinished() == 0; }));
}

INSTANTIATE_TEST_SUITE_P(Stores, WorkerTest, testing::ValuesIn(tests::threaded_stores()),
                         tests::store_name);

class SeveralWorkersTest : public WorkerTest {};

TEST_P(SeveralWorkersTest, of_several_processes_run_each_job_once) {
  constexpr int jobs = 300;
  CountingHandler handler;
  std::vector<std::unique_ptr<db::Database>> processes;
  std::vector<std::unique_ptr<Worker>> workers;
  for (int i = 0; i < 3; ++i) {
    processes.push_back(database_.open());
    workers.push_back(std::make_unique<Worker>(*processes.back(), clock_, random_));
    workers.back()->handle("greet", handler);
  }
  for (int i = 0; i < jobs / 2; ++i) enqueue("early" + std::to_string(i), static_cast<Lane>(i % 3));
  for (const auto& worker : workers) worker->start();
  for (int i = 0; i < jobs / 2; ++i) {
    enqueue("late" + std::to_string(i), static_cast<Lane>(i % 3));
    workers[static_cast<std::size_t>(i) % workers.size()]->wake();
  }
  EXPECT_TRUE(eventually([&] { return unfinished() == 0; }));
  for (const auto& worker : workers) worker->stop();
  EXPECT_EQ(handler.total, jobs);
  for (const auto& [payload, runs] : handler.runs()) EXPECT_EQ(runs, 1) << payload;
}

TEST_P(SeveralWorkersTest, take_over_from_one_that_died) {
  const RetryPolicy short_leases = {.lease = Milliseconds(300),
                                    .lease_emergency = Milliseconds(200)};
  std::latch release(1);
  CountingHandler hanging([&](const Job&) { release.wait(); });
  CountingHandler healthy;
  const auto other_process = database_.open();
  Worker dying(*other_process, clock_, random_, short_leases);
  dying.handle("greet", hanging);
  Worker living(*database_, clock_, random_, short_leases);
  living.handle("greet", healthy);

  enqueue("a", Lane::Emergency);
  dying.start();
  ASSERT_TRUE(eventually([&] {
    return (*database_->read([](db::Transaction& tx) {
             return tx.query_one("SELECT COUNT(*) FROM jobs WHERE lease IS NOT NULL");
           }))->integer(0) == 1;
  }));
  living.start();
  EXPECT_TRUE(eventually([&] { return healthy.total == 1 && unfinished() == 0; }));
  release.count_down();  // The one given up for dead ends after all: its answer changes nothing.
  dying.stop();
  EXPECT_EQ(unfinished(), 0);
}

INSTANTIATE_TEST_SUITE_P(Stores, SeveralWorkersTest,
                         testing::ValuesIn(tests::with_postgres({Store::SqliteFile})),
                         tests::store_name);

}  // namespace
}  // namespace callwright::jobs
