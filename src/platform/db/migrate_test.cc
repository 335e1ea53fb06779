#include <gtest/gtest.h>

#include <set>
#include <thread>

#include "platform/db/migrations.h"
#include "support/test_database.h"

namespace callwright::db {
namespace {

using tests::Store;
using tests::TestDatabase;

using Files = std::vector<MigrationFile>;

const Files two_files = {
    {"0001_first.sql",
     "CREATE TABLE a (tenant_id TEXT NOT NULL); -- a;\nCREATE TABLE b (n BIGINT);"},
    {"0002_second.sql", "INSERT INTO b (n) VALUES (42)"},
};

class MigrateTest : public testing::TestWithParam<Store> {
 protected:
  std::int64_t answer(const char* sql) {
    const auto row = database_->read([&](Transaction& tx) { return tx.query_one(sql); });
    EXPECT_TRUE(row) << row.error().message;
    return row && *row ? (*row)->integer(0) : -1;
  }

  TestDatabase database_{GetParam()};
};

TEST_P(MigrateTest, applies_each_file_once_in_the_order_of_their_numbers) {
  ASSERT_TRUE(migrate(*database_, two_files));
  ASSERT_TRUE(migrate(*database_, two_files));
  EXPECT_EQ(answer("SELECT COUNT(*) FROM b"), 1);
  EXPECT_EQ(answer("SELECT COUNT(*) FROM schema_migrations"), 2);
}

TEST_P(MigrateTest, applies_what_was_added_since) {
  ASSERT_TRUE(migrate(*database_, std::span(two_files).first(1)));
  EXPECT_EQ(answer("SELECT COUNT(*) FROM b"), 0);
  ASSERT_TRUE(migrate(*database_, two_files));
  EXPECT_EQ(answer("SELECT COUNT(*) FROM b"), 1);
}

TEST_P(MigrateTest, names_a_file_that_was_changed_after_it_was_applied) {
  ASSERT_TRUE(migrate(*database_, two_files));
  Files changed = two_files;
  changed[1].text = "INSERT INTO b (n) VALUES (43)";
  const Result<void> outcome = migrate(*database_, changed);
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error().code, ErrorCode::Invalid);
  EXPECT_TRUE(outcome.error().message.starts_with("0002_second.sql: changed"))
      << outcome.error().message;
  EXPECT_EQ(answer("SELECT n FROM b"), 42);
}

TEST_P(MigrateTest, names_a_file_that_fails_and_keeps_nothing_of_it) {
  const Files broken = {
      two_files[0],
      {"0002_broken.sql", "INSERT INTO b (n) VALUES (1); INSERT INTO c (n) VALUES (1)"}};
  const Result<void> outcome = migrate(*database_, broken);
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error().code, ErrorCode::Invalid);
  EXPECT_TRUE(outcome.error().message.starts_with("0002_broken.sql: ")) << outcome.error().message;
  EXPECT_EQ(answer("SELECT COUNT(*) FROM b"), 0);
  EXPECT_EQ(answer("SELECT COUNT(*) FROM schema_migrations"), 1);
  EXPECT_TRUE(migrate(*database_, two_files)) << "another file may take its place";
}

TEST_P(MigrateTest, gives_each_engine_its_own_twin) {
  const Files twins = {two_files[0],
                       {"0002_twin.postgres.sql", "INSERT INTO b (n) VALUES (2)"},
                       {"0002_twin.sqlite.sql", "INSERT INTO b (n) VALUES (1)"}};
  ASSERT_TRUE(migrate(*database_, twins));
  EXPECT_EQ(answer("SELECT n FROM b"), GetParam() == Store::Postgres ? 2 : 1);
}

INSTANTIATE_TEST_SUITE_P(Stores, MigrateTest, testing::ValuesIn(tests::every_store()),
                         tests::store_name);

class ConcurrentMigrateTest : public MigrateTest {};

TEST_P(ConcurrentMigrateTest, processes_that_start_together_take_turns) {
  std::vector<std::unique_ptr<Database>> processes;
  for (int i = 0; i < 4; ++i) processes.push_back(database_.open());
  std::vector<std::thread> threads;
  for (const auto& process : processes) {
    threads.emplace_back([&] {
      const Result<void> outcome = migrate(*process, two_files);
      EXPECT_TRUE(outcome) << outcome.error().message;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(answer("SELECT COUNT(*) FROM b"), 1);
}

INSTANTIATE_TEST_SUITE_P(Stores, ConcurrentMigrateTest,
                         testing::ValuesIn(tests::with_postgres({Store::SqliteFile})),
                         tests::store_name);

TEST(MigrationFiles, must_have_a_number_of_their_own_and_a_twin_for_each_engine) {
  const auto verdict = [](std::initializer_list<const char*> names) {
    Files files;
    for (const char* name : names) files.push_back({name, ""});
    const auto chosen = migrations_for(Engine::Sqlite, files);
    return chosen ? std::to_string(chosen->size()) : chosen.error().message;
  };
  EXPECT_EQ(verdict({"0001_a.sql", "0002_b.sql"}), "2");
  EXPECT_EQ(verdict({"0001_a.sqlite.sql", "0001_a.postgres.sql"}), "1");
  EXPECT_EQ(verdict({"0001_a.sql", "0001_b.sql"}), "0001_b.sql: its number is taken");
  EXPECT_EQ(verdict({"0001_a.sqlite.sql"}), "0001: one file per engine is needed");
  for (const char* name : {"1_a.sql", "0001a.sql", "0001_a.txt", "0001_a.oracle.sql", "a.sql"}) {
    EXPECT_EQ(verdict({name}), std::string(name) + ": not NNNN_name[.engine].sql");
  }
}

TEST(MigrationFiles, of_this_program_are_well_formed_on_both_engines) {
  EXPECT_FALSE(migration_files().empty());
  for (const Engine engine : {Engine::Sqlite, Engine::Postgres}) {
    const auto chosen = migrations_for(engine, migration_files());
    ASSERT_TRUE(chosen) << chosen.error().message;
    EXPECT_EQ(chosen->front().name, "0001_platform.sql");
  }
}

}  // namespace
}  // namespace callwright::db
