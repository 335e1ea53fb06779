// What only PostgreSQL can do to us: go away and come back.
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "support/test_database.h"

namespace callwright::db {
namespace {

using tests::Store;
using tests::TestDatabase;

class PostgresTest : public testing::TestWithParam<Store> {
 protected:
  PostgresTest() {
    PostgresSettings settings = owner_.postgres_settings();
    settings.pool_size = 2;
    settings.connection += " application_name=" + name_;
    database_ = *open_postgres(settings);
    EXPECT_TRUE(owner_->write([](Transaction& tx) -> Result<void> {
      TRY(
          tx.execute("CREATE TABLE things (tenant_id TEXT NOT NULL, n BIGINT NOT NULL, "
                     "PRIMARY KEY (tenant_id, n))"));
      return {};
    }));
  }

  // Ends every connection of the database under test, as a server that restarts does.
  void cut_connections() {
    const auto cut = owner_->write([&](Transaction& tx) {
      return tx.query(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
          "WHERE application_name = ?",
          name_);
    });
    EXPECT_TRUE(cut) << cut.error().message;
  }

  // From inside a transaction: no other may be begun on its thread.
  void cut_in_another_thread() {
    std::thread([this] { cut_connections(); }).join();
  }

  Result<std::int64_t> add(std::int64_t n) {
    return database_->write([n](Transaction& tx) {
      return tx.execute("INSERT INTO things (tenant_id, n) VALUES ('ten_a', ?)", n);
    });
  }

  std::int64_t count() {
    return (*owner_->read(
                [](Transaction& tx) { return tx.query_one("SELECT COUNT(*) FROM things"); }))
        ->integer(0);
  }

  const std::string name_ = "victim_" + std::to_string(::getpid());
  TestDatabase owner_{Store::Postgres};
  std::unique_ptr<Database> database_;
};

TEST_P(PostgresTest, a_connection_that_was_cut_while_idle_is_not_noticed_by_callers) {
  for (int n = 0; n < 10; ++n) {
    const auto added = add(n);
    EXPECT_TRUE(added) << added.error().message;
    cut_connections();
  }
  EXPECT_EQ(count(), 10);
}

TEST_P(PostgresTest, a_transaction_that_was_cut_is_run_again_as_a_whole) {
  int runs = 0;
  const auto outcome = database_->write([&](Transaction& tx) -> Result<void> {
    TRY(tx.execute("INSERT INTO things (tenant_id, n) VALUES ('ten_a', ?)", 1));
    if (++runs == 1) cut_in_another_thread();
    TRY(tx.execute("INSERT INTO things (tenant_id, n) VALUES ('ten_a', ?)", 2));
    return {};
  });
  EXPECT_TRUE(outcome) << outcome.error().message;
  EXPECT_EQ(runs, 2);
  EXPECT_EQ(count(), 2);
}

TEST_P(PostgresTest, what_was_acknowledged_is_there_however_often_connections_are_cut) {
  std::atomic<bool> stop = false;
  std::atomic<int> acknowledged = 0;
  std::vector<std::thread> writers;
  for (int writer = 0; writer < 3; ++writer) {
    writers.emplace_back([&, writer] {
      for (int n = 0; !stop; ++n) {
        const auto added = add(writer * 1'000'000 + n);
        if (added) {
          ++acknowledged;
        } else {
          // A commit that was carried out although its answer was lost may be tried again.
          EXPECT_EQ(added.error().code, ErrorCode::Unavailable) << added.error().message;
        }
      }
    });
  }
  for (int i = 0; i < 20; ++i) {
    std::this_thread::sleep_for(Milliseconds(20));
    cut_connections();
  }
  stop = true;
  for (std::thread& writer : writers) writer.join();
  EXPECT_GT(acknowledged, 0);
  EXPECT_GE(count(), acknowledged);
}

TEST_P(PostgresTest, a_server_that_is_away_is_reported_and_not_waited_for) {
  const auto opened = open_postgres({.connection = "host=/nonexistent", .pool_size = 1});
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::Unavailable);
}

INSTANTIATE_TEST_SUITE_P(Stores, PostgresTest, testing::ValuesIn(tests::with_postgres({})),
                         tests::store_name);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(PostgresTest);

}  // namespace
}  // namespace callwright::db
