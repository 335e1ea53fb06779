#include "platform/jobs/jobs.h"

#include <gtest/gtest.h>

#include "platform/metrics/metrics.h"
#include "support/test_database.h"

namespace callwright::jobs {
namespace {

using tests::Store;
using tests::TestDatabase;

const Instant start_of_test = from_ms(1'800'000'000'000);

// Answers every job with what the test says, and remembers which it was given.
class ScriptedHandler final : public Handler {
 public:
  Task<Outcome> run(Job job) override {
    ran.push_back(job);
    if (on_run) on_run(job);
    co_return answer;
  }

  std::vector<std::string> payloads() const {
    std::vector<std::string> texts;
    for (const Job& job : ran) texts.push_back(job.payload);
    return texts;
  }

  Outcome answer = Done{};
  std::function<void(const Job&)> on_run;
  std::vector<Job> ran;
};

class JobsTest : public testing::TestWithParam<Store> {
 protected:
  JobsTest() {
    const Result<void> migrated = db::migrate(*database_);
    EXPECT_TRUE(migrated) << migrated.error().message;
    worker_.handle("greet", handler_);
  }

  static NewJob job(std::string key, Instant run_at, Lane lane = Lane::Normal) {
    return {.tenant = TenantId("ten_a"),
            .kind = "greet",
            .dedupe_key = key,
            .payload = key,
            .lane = lane,
            .run_at = run_at,
            .correlation = CorrelationId("cor_1")};
  }

  bool enqueue(const NewJob& job) {
    const auto added =
        database_->write([&](db::Transaction& tx) { return queue_.enqueue(tx, job); });
    EXPECT_TRUE(added) << added.error().message;
    return added.value_or(false);
  }

  bool cancel(const std::string& key) {
    return *database_->write(
        [&](db::Transaction& tx) { return queue_.cancel(tx, TenantId("ten_a"), "greet", key); });
  }

  std::vector<ParkedJob> parked_jobs() {
    return database_->read([&](db::Transaction& tx) { return queue_.parked(tx, 10); }).value();
  }
  std::optional<ParkedJob> retry_parked(const JobId& id) {
    return database_->write([&](db::Transaction& tx) { return queue_.retry_parked(tx, id); })
        .value();
  }

  int run_due(Worker& worker) {
    const Result<int> ran = worker.run_due();
    EXPECT_TRUE(ran) << ran.error().message;
    return ran.value_or(-1);
  }
  int run_due() { return run_due(worker_); }

  TestDatabase database_{GetParam()};
  ManualClock clock_{start_of_test};
  SeededRandom random_{42};
  Ids ids_{clock_, random_};
  Queue queue_{clock_, ids_};
  Worker worker_{*database_, clock_, random_};
  ScriptedHandler handler_;
};

TEST_P(JobsTest, a_job_runs_once_when_it_is_due) {
  EXPECT_TRUE(enqueue(job("a", clock_.now() + Seconds(10))));
  EXPECT_EQ(*worker_.next_due(), clock_.now() + Seconds(10));
  EXPECT_EQ(run_due(), 0);

  clock_.advance(Seconds(10));
  EXPECT_EQ(run_due(), 1);
  ASSERT_EQ(handler_.ran.size(), 1u);
  EXPECT_EQ(handler_.ran[0].tenant, TenantId("ten_a"));
  EXPECT_EQ(handler_.ran[0].dedupe_key, "a");
  EXPECT_EQ(handler_.ran[0].attempt, 1);
  EXPECT_EQ(handler_.ran[0].correlation, CorrelationId("cor_1"));

  clock_.advance(std::chrono::hours(24));
  EXPECT_EQ(run_due(), 0);
  EXPECT_EQ(*worker_.next_due(), std::nullopt);
}

TEST_P(JobsTest, a_job_exists_only_if_its_transaction_was_committed) {
  const auto undone = database_->write([&](db::Transaction& tx) -> Result<void> {
    TRY(queue_.enqueue(tx, job("a", clock_.now())));
    return failure(ErrorCode::Invalid, "no");
  });
  EXPECT_FALSE(undone);
  EXPECT_EQ(run_due(), 0);
}

TEST_P(JobsTest, a_key_is_taken_while_its_job_lives_and_after_it_is_done) {
  EXPECT_TRUE(enqueue(job("a", clock_.now())));
  EXPECT_FALSE(enqueue(job("a", clock_.now())));
  EXPECT_EQ(run_due(), 1);
  EXPECT_FALSE(enqueue(job("a", clock_.now())));

  NewJob other_tenant = job("a", clock_.now());
  other_tenant.tenant = TenantId("ten_b");
  EXPECT_TRUE(enqueue(other_tenant));
  NewJob other_kind = job("a", clock_.now());
  other_kind.kind = "scold";
  EXPECT_TRUE(enqueue(other_kind));
}

TEST_P(JobsTest, a_finished_job_is_forgotten_after_the_horizon) {
  enqueue(job("a", clock_.now()));
  run_due();
  const auto forget = [&](Instant horizon) {
    return *database_->write(
        [&](db::Transaction& tx) { return queue_.forget_finished_before(tx, horizon); });
  };
  EXPECT_EQ(forget(clock_.now()), 0);
  EXPECT_EQ(forget(clock_.now() + Milliseconds(1)), 1);
  EXPECT_TRUE(enqueue(job("a", clock_.now())));
}

TEST_P(JobsTest, jobs_run_in_the_order_of_their_times_then_of_their_making) {
  enqueue(job("third", clock_.now()));
  clock_.advance(Milliseconds(1));
  enqueue(job("fourth", clock_.now() - Milliseconds(1)));
  enqueue(job("second", clock_.now() - Seconds(1), Lane::Bulk));
  enqueue(job("first", clock_.now() - Seconds(2), Lane::Emergency));
  EXPECT_EQ(run_due(), 4);
  EXPECT_EQ(handler_.payloads(), (std::vector<std::string>{"first", "second", "third", "fourth"}));
}

TEST_P(JobsTest, a_pass_runs_the_jobs_that_its_jobs_make_due) {
  enqueue(job("a", clock_.now()));
  handler_.on_run = [&](const Job& ran) {
    if (ran.payload == "a") enqueue(job("b", clock_.now()));
  };
  EXPECT_EQ(run_due(), 2);
}

TEST_P(JobsTest, jobs_without_a_handler_are_left_to_workers_that_have_one) {
  NewJob foreign = job("a", clock_.now());
  foreign.kind = "scold";
  enqueue(foreign);
  EXPECT_EQ(run_due(), 0);
  EXPECT_EQ(*worker_.next_due(), std::nullopt);

  ScriptedHandler scolder;
  Worker other(*database_, clock_, random_);
  other.handle("scold", scolder);
  EXPECT_EQ(run_due(other), 1);
}

TEST_P(JobsTest, a_failed_job_is_retried_with_growing_delays_then_parked) {
  enqueue(job("a", clock_.now()));
  handler_.answer = RetryLater{.reason = "carrier is down", .at_least = std::nullopt};
  Milliseconds longest{0};
  for (int attempt = 1; attempt < RetryPolicy().attempts_max; ++attempt) {
    EXPECT_EQ(run_due(), 1);
    EXPECT_EQ(handler_.ran.back().attempt, attempt);
    const Milliseconds delay = **worker_.next_due() - clock_.now();
    EXPECT_GE(delay, RetryPolicy().delay_first / 2);
    longest = std::max(longest, delay);
    clock_.advance(delay);
  }
  EXPECT_GT(longest, 16 * RetryPolicy().delay_first);
  EXPECT_EQ(run_due(), 1);
  EXPECT_EQ(*worker_.next_due(), std::nullopt);

  const auto parked = parked_jobs();
  ASSERT_EQ(parked.size(), 1u);
  EXPECT_EQ(parked[0].kind, "greet");
  EXPECT_EQ(parked[0].reason, "carrier is down");
  EXPECT_EQ(parked[0].attempts, RetryPolicy().attempts_max);
  EXPECT_EQ(parked[0].parked_at, clock_.now());
  EXPECT_EQ(metrics::Registry::global().total("callwright_jobs_parked"), 1);
}

TEST_P(JobsTest, a_parked_job_gets_its_attempts_back) {
  enqueue(job("a", clock_.now()));
  handler_.answer = Park{.reason = "no such number"};
  EXPECT_EQ(run_due(), 1);
  const JobId id = parked_jobs().at(0).id;

  const std::optional<ParkedJob> retried = retry_parked(id);
  ASSERT_TRUE(retried);
  EXPECT_EQ(retried->tenant, TenantId("ten_a"));
  EXPECT_EQ(retried->reason, "no such number");
  EXPECT_EQ(retried->correlation, CorrelationId("cor_1"));
  EXPECT_FALSE(retry_parked(id)) << "it is parked no more";
  handler_.answer = Done{};
  EXPECT_EQ(run_due(), 1);
  EXPECT_EQ(handler_.ran.back().attempt, 1);
  EXPECT_TRUE(parked_jobs().empty());
  EXPECT_EQ(metrics::Registry::global().total("callwright_jobs_parked"), 0);
}

TEST_P(JobsTest, a_job_that_asks_to_run_again_does_with_its_attempts_counted_afresh) {
  enqueue(job("a", clock_.now()));
  handler_.answer = Again{.at = clock_.now() + Minutes(15)};
  EXPECT_EQ(run_due(), 1);
  EXPECT_EQ(*worker_.next_due(), clock_.now() + Minutes(15));
  clock_.advance(Minutes(15));
  handler_.answer = Done{};
  EXPECT_EQ(run_due(), 1);
  EXPECT_EQ(handler_.ran.back().attempt, 1);
}

TEST_P(JobsTest, only_a_job_that_has_not_started_can_be_taken_back) {
  enqueue(job("a", clock_.now() + Seconds(1)));
  EXPECT_TRUE(cancel("a"));
  EXPECT_FALSE(cancel("a"));
  clock_.advance(Seconds(1));
  EXPECT_EQ(run_due(), 0);

  EXPECT_TRUE(enqueue(job("a", clock_.now()))) << "a cancelled job's key is free";
  handler_.answer = RetryLater{.reason = "busy", .at_least = std::nullopt};
  handler_.on_run = [&](const Job&) { EXPECT_FALSE(cancel("a")) << "it runs"; };
  EXPECT_EQ(run_due(), 1);
  EXPECT_FALSE(cancel("a")) << "it has run";
}

// A worker that died is one whose claim is never answered: here, one that claims inside a handler
// of another and looks no further.
TEST_P(JobsTest, a_job_whose_worker_died_runs_again_when_its_lease_ends) {
  struct Case {
    Lane lane;
    Milliseconds lease;
  };
  for (const auto& [lane, lease] : {Case{Lane::Emergency, RetryPolicy().lease_emergency},
                                    Case{Lane::Normal, RetryPolicy().lease}}) {
    handler_.ran.clear();
    enqueue(job("a" + std::string(to_string(lane)), clock_.now(), lane));
    handler_.on_run = [&, length = lease](const Job& held) {
      if (held.attempt > 1) return;
      EXPECT_EQ(run_due(), 0) << "the lease protects it";
      clock_.advance(length - Milliseconds(1));
      EXPECT_EQ(run_due(), 0) << "to its last moment";
      clock_.advance(Milliseconds(1));
      EXPECT_EQ(run_due(), 1) << "and no longer";
    };
    EXPECT_EQ(run_due(), 1);
    ASSERT_EQ(handler_.ran.size(), 2u);
    EXPECT_EQ(handler_.ran[1].attempt, 2);
  }
}

TEST_P(JobsTest, an_answer_that_comes_after_the_lease_was_lost_changes_nothing) {
  enqueue(job("a", clock_.now()));
  handler_.answer = Done{};
  handler_.on_run = [&](const Job& held) {
    if (held.attempt > 1) return;
    clock_.advance(RetryPolicy().lease);
    handler_.answer = Park{.reason = "from the second holder"};
    EXPECT_EQ(run_due(), 1);
    handler_.answer = Done{};
  };
  EXPECT_EQ(run_due(), 1);
  ASSERT_EQ(parked_jobs().size(), 1u);
  EXPECT_EQ(parked_jobs().at(0).reason, "from the second holder");
}

TEST_P(JobsTest, a_job_that_always_kills_its_worker_is_parked_in_the_end) {
  enqueue(job("a", clock_.now()));
  handler_.on_run = [&](const Job&) {
    clock_.advance(RetryPolicy().lease);
    run_due();
  };
  run_due();
  EXPECT_EQ(handler_.ran.size(), static_cast<std::size_t>(RetryPolicy().attempts_max));
  ASSERT_EQ(parked_jobs().size(), 1u);
}

TEST_P(JobsTest, attempts_are_counted_by_kind_and_outcome) {
  const auto counted = [](const char* outcome) {
    return metrics::Registry::global()
        .counter("callwright_jobs_total", "", {{"kind", "greet"}, {"outcome", outcome}})
        .value();
  };
  const double done = counted("done");
  const double retried = counted("retry");
  enqueue(job("a", clock_.now()));
  handler_.answer = RetryLater{.reason = "busy", .at_least = std::nullopt};
  run_due();
  handler_.answer = Done{};
  clock_.advance(Minutes(1));
  run_due();
  EXPECT_EQ(counted("done"), done + 1);
  EXPECT_EQ(counted("retry"), retried + 1);
}

INSTANTIATE_TEST_SUITE_P(Stores, JobsTest, testing::ValuesIn(tests::every_store()),
                         tests::store_name);

}  // namespace
}  // namespace callwright::jobs
