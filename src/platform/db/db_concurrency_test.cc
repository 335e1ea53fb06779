// What callers at the same time may rely on, on every engine that has more than one thread.
#include <gtest/gtest.h>

#include <atomic>
#include <barrier>
#include <latch>
#include <thread>

#include "platform/db/database.h"
#include "platform/metrics/metrics.h"
#include "support/test_database.h"

namespace callwright::db {
namespace {

using tests::Store;
using tests::TestDatabase;

void in_threads(int count, const std::function<void(int)>& body) {
  std::vector<std::thread> threads;
  for (int i = 0; i < count; ++i) threads.emplace_back([&, i] { body(i); });
  for (std::thread& thread : threads) thread.join();
}

class ConcurrentDatabase : public testing::TestWithParam<Store> {
 protected:
  ConcurrentDatabase() {
    write([](Transaction& tx) -> Result<void> {
      TRY(
          tx.execute("CREATE TABLE slots (tenant_id TEXT NOT NULL, slot BIGINT NOT NULL, "
                     "holder BIGINT NOT NULL, PRIMARY KEY (tenant_id, slot))"));
      TRY(
          tx.execute("CREATE TABLE counters (tenant_id TEXT NOT NULL, name TEXT NOT NULL, "
                     "n BIGINT NOT NULL, PRIMARY KEY (tenant_id, name))"));
      TRY(
          tx.execute("INSERT INTO counters (tenant_id, name, n) VALUES ('ten_a', 'a', 0), "
                     "('ten_a', 'b', 0)"));
      return {};
    });
  }

  void write(const std::function<Result<void>(Transaction&)>& work) {
    const Result<void> outcome = database_->write(work);
    EXPECT_TRUE(outcome) << outcome.error().message;
  }

  static Result<void> take_slot(Transaction& tx, int slot, int holder) {
    TRY(tx.execute("INSERT INTO slots (tenant_id, slot, holder) VALUES ('ten_a', ?, ?)", slot,
                   holder));
    return {};
  }

  std::int64_t answer(const char* sql) {
    const auto row = database_->read([&](Transaction& tx) { return tx.query_one(sql); });
    EXPECT_TRUE(row) << row.error().message;
    return row && *row && !(*row)->is_null(0) ? (*row)->integer(0) : -1;
  }

  TestDatabase database_{GetParam()};
};

TEST_P(ConcurrentDatabase, a_unique_key_has_exactly_one_winner) {
  constexpr int callers = 8;
  constexpr int slots = 40;
  std::barrier start_together(callers);
  std::atomic<int> won = 0;
  std::atomic<int> lost = 0;
  in_threads(callers, [&](int caller) {
    for (int slot = 0; slot < slots; ++slot) {
      start_together.arrive_and_wait();
      const Result<void> taken =
          database_->write([&](Transaction& tx) { return take_slot(tx, slot, caller); });
      if (taken) {
        ++won;
      } else {
        EXPECT_EQ(taken.error().code, ErrorCode::Conflict) << taken.error().message;
        ++lost;
      }
    }
  });
  EXPECT_EQ(won, slots);
  EXPECT_EQ(lost, slots * (callers - 1));
  EXPECT_EQ(answer("SELECT COUNT(*) FROM slots"), slots);
}

TEST_P(ConcurrentDatabase, no_update_is_lost) {
  constexpr int callers = 6;
  constexpr int updates = 25;
  in_threads(callers, [&](int) {
    for (int i = 0; i < updates; ++i) {
      write([](Transaction& tx) -> Result<void> {
        TRY_ASSIGN(const auto row, tx.query_one("SELECT n FROM counters WHERE name = 'a'"));
        TRY(tx.execute("UPDATE counters SET n = ? WHERE name = 'a'", row->integer(0) + 1));
        return {};
      });
    }
  });
  EXPECT_EQ(answer("SELECT n FROM counters WHERE name = 'a'"), callers * updates);
}

// Each decides by what both rows say and writes one of them: in any order one after the other, only
// one finds both at zero.
TEST_P(ConcurrentDatabase, decisions_are_as_if_made_one_after_the_other) {
  for (int round = 0; round < 20; ++round) {
    write([](Transaction& tx) -> Result<void> {
      TRY(tx.execute("UPDATE counters SET n = 0"));
      return {};
    });
    std::barrier start_together(2);
    in_threads(2, [&](int caller) {
      start_together.arrive_and_wait();
      write([&](Transaction& tx) -> Result<void> {
        TRY_ASSIGN(const auto row, tx.query_one("SELECT SUM(n) FROM counters"));
        if (row->integer(0) > 0) return {};
        TRY(tx.execute("UPDATE counters SET n = 1 WHERE name = ?", caller == 0 ? "a" : "b"));
        return {};
      });
    });
    ASSERT_EQ(answer("SELECT SUM(n) FROM counters"), 1) << "round " << round;
  }
}

TEST_P(ConcurrentDatabase, a_reader_sees_one_moment) {
  std::atomic<bool> stop = false;
  std::thread writer([&] {
    while (!stop) {
      write([](Transaction& tx) -> Result<void> {
        TRY(tx.execute("UPDATE counters SET n = n + 1 WHERE name = 'a'"));
        TRY(tx.execute("UPDATE counters SET n = n - 1 WHERE name = 'b'"));
        return {};
      });
    }
  });
  for (int i = 0; i < 50; ++i) {
    const auto sum = database_->read([](Transaction& tx) -> Result<std::int64_t> {
      TRY_ASSIGN(const auto a, tx.query_one("SELECT n FROM counters WHERE name = 'a'"));
      std::this_thread::yield();
      TRY_ASSIGN(const auto b, tx.query_one("SELECT n FROM counters WHERE name = 'b'"));
      return a->integer(0) + b->integer(0);
    });
    EXPECT_EQ(*sum, 0);
  }
  stop = true;
  writer.join();
}

TEST_P(ConcurrentDatabase, a_failure_does_not_touch_its_neighbours) {
  constexpr int callers = 8;
  constexpr int rounds = 30;
  write([](Transaction& tx) { return take_slot(tx, -1, 0); });
  in_threads(callers, [&](int caller) {
    for (int round = 0; round < rounds; ++round) {
      const int slot = caller * rounds + round;
      const Result<void> outcome = database_->write([&](Transaction& tx) -> Result<void> {
        TRY(take_slot(tx, slot, caller));
        switch (round % 3) {
          case 0:
            return take_slot(tx, -1, caller);
          case 1:
            return failure(ErrorCode::NotFound, "a change of mind");
          default:
            return {};
        }
      });
      EXPECT_EQ(outcome.has_value(), round % 3 == 2);
    }
  });
  EXPECT_EQ(answer("SELECT COUNT(*) FROM slots"), 1 + callers * rounds / 3);
}

// Counts how often it is posted to, and runs the work when the test says so.
class CountingExecutor final : public Executor {
 public:
  void post(std::move_only_function<void()> work) override {
    const std::lock_guard lock(mutex_);
    work_.push_back(std::move(work));
    ++posts_;
    posted_.notify_one();
  }

  void run_until(const std::function<bool()>& done) {
    const Scope scope(*this);
    while (!done()) {
      std::unique_lock lock(mutex_);
      posted_.wait(lock, [&] { return !work_.empty(); });
      auto work = std::exchange(work_, {});
      lock.unlock();
      for (auto& piece : work) piece();
    }
  }

  int posts() {
    const std::lock_guard lock(mutex_);
    return posts_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable posted_;
  std::vector<std::move_only_function<void()>> work_;
  int posts_ = 0;
};

TEST_P(ConcurrentDatabase, callers_go_on_on_their_executor) {
  constexpr int callers = 200;
  CountingExecutor executor;
  int done = 0;
  {
    const Executor::Scope scope(executor);
    for (int i = 0; i < callers; ++i) {
      database_->submit(
          Access::Write, [i](Transaction& tx) { return take_slot(tx, i, i); },
          [&](Result<void> outcome) {
            EXPECT_TRUE(outcome);
            EXPECT_EQ(Executor::current(), &executor);
            ++done;
          });
    }
  }
  executor.run_until([&] { return done == callers; });
  EXPECT_EQ(answer("SELECT COUNT(*) FROM slots"), callers);
  if (GetParam() != Store::Postgres) {
    EXPECT_LT(executor.posts(), callers / 2) << "one post for all callers of a batch";
  }
}

TEST_P(ConcurrentDatabase, everyone_who_waits_is_answered_before_the_end) {
  constexpr int callers = 100;
  std::atomic<int> answered = 0;
  {
    const std::unique_ptr<Database> other = database_.open();
    ASSERT_TRUE(other->write([](Transaction& tx) -> Result<void> {
      TRY(tx.execute("CREATE TABLE ends (tenant_id TEXT NOT NULL, n BIGINT NOT NULL)"));
      return {};
    }));
    for (int i = 0; i < callers; ++i) {
      other->submit(
          Access::Write,
          [i](Transaction& tx) -> Result<void> {
            TRY(tx.execute("INSERT INTO ends (tenant_id, n) VALUES ('ten_a', ?)", i));
            return {};
          },
          [&](Result<void> outcome) {
            EXPECT_TRUE(outcome);
            ++answered;
          });
    }
  }
  EXPECT_EQ(answered, callers);
}

INSTANTIATE_TEST_SUITE_P(Stores, ConcurrentDatabase, testing::ValuesIn(tests::threaded_stores()),
                         tests::store_name);

// PostgreSQL shares syncs of the disk by itself.
class GroupCommit : public ConcurrentDatabase {};

TEST_P(GroupCommit, callers_that_wait_together_share_commits) {
  const auto commits = [] {
    return metrics::Registry::global().total("callwright_db_commits_total");
  };
  const double before = commits();
  constexpr int callers = 100;
  std::latch done(callers);
  std::latch first_is_in(1);
  std::latch others_wait(1);
  database_->submit(
      Access::Write,
      [&](Transaction&) -> Result<void> {
        first_is_in.count_down();
        others_wait.wait();
        return {};
      },
      [](Result<void>) {});
  first_is_in.wait();
  for (int i = 0; i < callers; ++i) {
    database_->submit(
        Access::Write, [i](Transaction& tx) { return take_slot(tx, i, i); },
        [&](Result<void>) { done.count_down(); });
  }
  others_wait.count_down();
  done.wait();
  EXPECT_LE(commits() - before, callers / 4);
}

INSTANTIATE_TEST_SUITE_P(Stores, GroupCommit,
                         testing::Values(Store::SqliteFile, Store::SqliteInMemory),
                         tests::store_name);

TEST(SingleThreadedDatabase, answers_before_the_call_returns_on_the_calling_thread) {
  TestDatabase database(Store::SqliteSingleThreaded);
  std::vector<std::string> order;
  database->submit(
      Access::Write,
      [&](Transaction& tx) -> Result<void> {
        tx.after_commit([&] { order.emplace_back("wake"); });
        order.emplace_back("work");
        return {};
      },
      [&](Result<void>) { order.emplace_back("done"); });
  order.emplace_back("returned");
  EXPECT_EQ(order, (std::vector<std::string>{"work", "wake", "done", "returned"}));
}

TEST(DatabaseDeathTest, a_transaction_inside_another_is_a_broken_invariant) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  TestDatabase database(Store::SqliteSingleThreaded);
  const auto nested = [&](Transaction&) -> Result<void> {
    return database->read([](Transaction&) -> Result<void> { return {}; });
  };
  EXPECT_DEATH(static_cast<void>(database->write(nested)), "broken invariant");
}

}  // namespace
}  // namespace callwright::db
