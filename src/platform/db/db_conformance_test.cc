// What a database promises, whichever engine keeps it. Written once and run on each.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <thread>

#include "platform/db/database.h"
#include "support/test_database.h"

namespace callwright::db {
namespace {

using tests::Store;
using tests::TestDatabase;

constexpr std::string_view insert_thing =
    "INSERT INTO things (tenant_id, thing, n) VALUES (?, ?, ?)";

Result<std::int64_t> add(Transaction& tx, const char* thing, std::int64_t n = 0) {
  return tx.execute(insert_thing, "ten_a", thing, n);
}

ErrorCode code_of(const auto& result) {
  if (result.has_value()) {
    ADD_FAILURE() << "an error was expected";
    return ErrorCode::NotFound;
  }
  return result.error().code;
}

class DatabaseConformance : public testing::TestWithParam<Store> {
 protected:
  DatabaseConformance() {
    const Result<void> created = database_->write([](Transaction& tx) -> Result<void> {
      TRY(
          tx.execute("CREATE TABLE things (tenant_id TEXT NOT NULL, thing TEXT NOT NULL, "
                     "n BIGINT, weight DOUBLE PRECISION, note TEXT, CHECK (n >= 0), "
                     "PRIMARY KEY (tenant_id, thing))"));
      TRY(
          tx.execute("CREATE TABLE parts (tenant_id TEXT NOT NULL, part TEXT NOT NULL, "
                     "thing TEXT NOT NULL, PRIMARY KEY (tenant_id, part), "
                     "FOREIGN KEY (tenant_id, thing) REFERENCES things (tenant_id, thing))"));
      return {};
    });
    EXPECT_TRUE(created) << created.error().message;
  }

  std::int64_t count() {
    const auto rows = database_->read(
        [](Transaction& tx) { return tx.query_one("SELECT COUNT(*) FROM things"); });
    EXPECT_TRUE(rows) << rows.error().message;
    return rows ? (*rows)->integer(0) : -1;
  }

  TestDatabase database_{GetParam()};
};

TEST_P(DatabaseConformance, values_come_back_as_they_were_stored) {
  const double third = 1.0 / 3;
  const std::string words = "caf\xc3\xa9 'quoted' \"twice\" \\ ? ; -- no comment";
  const auto row = database_->write([&](Transaction& tx) -> Result<std::optional<Row>> {
    TRY(tx.execute("INSERT INTO things (tenant_id, thing, n, weight, note) VALUES (?, ?, ?, ?, ?)",
                   "ten_a", "", std::numeric_limits<std::int64_t>::max(), third, words));
    return tx.query_one("SELECT thing, n, weight, note, n > 1, NULL FROM things");
  });
  ASSERT_TRUE(row) << row.error().message;
  EXPECT_EQ((*row)->text(0), "");
  EXPECT_EQ((*row)->integer(1), std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ((*row)->real(2), third);
  EXPECT_EQ((*row)->text(3), words);
  EXPECT_TRUE((*row)->boolean(4));
  EXPECT_TRUE((*row)->is_null(5));
}

TEST_P(DatabaseConformance, nothing_is_stored_as_null) {
  const auto row = database_->write([](Transaction& tx) -> Result<std::optional<Row>> {
    TRY(tx.execute("INSERT INTO things (tenant_id, thing, n, weight, note) VALUES (?, ?, ?, ?, ?)",
                   "ten_a", "t", std::optional<std::int64_t>(), nullptr,
                   std::optional<std::string>()));
    return tx.query_one("SELECT n, weight, note FROM things");
  });
  ASSERT_TRUE(row) << row.error().message;
  EXPECT_EQ((*row)->optional_integer(0), std::nullopt);
  EXPECT_TRUE((*row)->is_null(1));
  EXPECT_EQ((*row)->optional_text(2), std::nullopt);
}

TEST_P(DatabaseConformance, sums_and_counts_of_integers_are_integers) {
  const auto row = database_->write([](Transaction& tx) -> Result<std::optional<Row>> {
    TRY(add(tx, "a", 40));
    TRY(add(tx, "b", 2));
    return tx.query_one("SELECT COUNT(*), SUM(n), MAX(n), AVG(n) FROM things");
  });
  ASSERT_TRUE(row) << row.error().message;
  EXPECT_EQ((*row)->integer(0), 2);
  EXPECT_EQ((*row)->integer(1), 42);
  EXPECT_EQ((*row)->integer(2), 40);
  EXPECT_EQ((*row)->real(3), 21.0);
}

TEST_P(DatabaseConformance, one_statement_may_be_used_with_arguments_of_different_types) {
  const auto rows = database_->write([](Transaction& tx) -> Result<Rows> {
    constexpr std::string_view sql = "INSERT INTO things (tenant_id, thing, n) VALUES (?, ?, ?)";
    TRY(tx.execute(sql, "ten_a", "a", 1));
    TRY(tx.execute(sql, "ten_a", "b", nullptr));
    TRY(tx.execute(sql, "ten_a", "c", std::int64_t{1} << 40));
    return tx.query("SELECT n FROM things ORDER BY thing");
  });
  ASSERT_TRUE(rows) << rows.error().message;
  EXPECT_EQ((*rows)[0].integer(0), 1);
  EXPECT_TRUE((*rows)[1].is_null(0));
  EXPECT_EQ((*rows)[2].integer(0), std::int64_t{1} << 40);
}

TEST_P(DatabaseConformance, execute_answers_how_many_rows_changed) {
  const auto counts = database_->write([](Transaction& tx) -> Result<std::vector<std::int64_t>> {
    TRY(add(tx, "a", 1));
    TRY(add(tx, "b", 2));
    TRY_ASSIGN(const auto all, tx.execute("UPDATE things SET n = n + 1"));
    TRY_ASSIGN(const auto none, tx.execute("UPDATE things SET n = 0 WHERE thing = ?", "z"));
    TRY_ASSIGN(const auto table, tx.execute("CREATE TABLE others (tenant_id TEXT NOT NULL)"));
    TRY_ASSIGN(const auto gone, tx.execute("DELETE FROM things WHERE n > ?", 2));
    return std::vector<std::int64_t>{all, none, table, gone};
  });
  ASSERT_TRUE(counts) << counts.error().message;
  EXPECT_EQ(*counts, (std::vector<std::int64_t>{2, 0, 0, 1}));
}

TEST_P(DatabaseConformance, returning_gives_the_rows_that_were_changed) {
  const auto rows = database_->write([](Transaction& tx) -> Result<Rows> {
    TRY(add(tx, "a", 1));
    TRY(add(tx, "b", 2));
    return tx.query("UPDATE things SET n = n * 10 WHERE thing = ? RETURNING thing, n", "b");
  });
  ASSERT_TRUE(rows) << rows.error().message;
  ASSERT_EQ(rows->size(), 1u);
  EXPECT_EQ((*rows)[0].integer(1), 20);
}

struct Refused {
  const char* name;
  const char* sql;
  ErrorCode code;
};

// Run when the thing "a" exists.
const std::vector<Refused> refused_statements = {
    {"a taken key", "INSERT INTO things (tenant_id, thing) VALUES ('ten_a', 'a')",
     ErrorCode::Conflict},
    {"a missing parent", "INSERT INTO parts (tenant_id, part, thing) VALUES ('ten_a', 'p', 'z')",
     ErrorCode::Invalid},
    {"a failed check", "UPDATE things SET n = -1", ErrorCode::Invalid},
    {"a null where none may be", "UPDATE things SET thing = NULL", ErrorCode::Invalid},
    {"no such table", "SELECT 1 FROM nowhere", ErrorCode::Invalid},
    {"no such column", "SELECT \"nothing\" FROM things", ErrorCode::Invalid},
    {"no SQL at all", "SELEKT 1", ErrorCode::Invalid},
    {"two statements", "SELECT 1; SELECT 2", ErrorCode::Invalid},
    {"an argument too few", "SELECT ?", ErrorCode::Invalid},
    {"a commit", "COMMIT", ErrorCode::Invalid},
    {"a rollback", " rollback ", ErrorCode::Invalid},
    {"a savepoint", "SAVEPOINT mine", ErrorCode::Invalid},
};

TEST_P(DatabaseConformance, what_an_engine_refuses_has_the_same_code_on_each) {
  ASSERT_TRUE(database_->write([](Transaction& tx) { return add(tx, "a"); }));
  for (const Refused& refused : refused_statements) {
    const auto outcome = database_->write([&](Transaction& tx) { return tx.execute(refused.sql); });
    EXPECT_EQ(code_of(outcome), refused.code) << refused.name;
  }
  EXPECT_EQ(count(), 1);
}

TEST_P(DatabaseConformance, arguments_that_an_engine_would_change_are_refused) {
  const std::string nul("a\0b", 3);
  const std::string not_utf8 = "\xff\xfe";
  const auto stores = [&](const auto& argument) {
    return database_->write([&](Transaction& tx) {
      return tx.execute("INSERT INTO things (tenant_id, thing, weight, note) VALUES (?, 'x', 1, ?)",
                        "ten_a", argument);
    });
  };
  EXPECT_EQ(code_of(stores(nul)), ErrorCode::Invalid);
  EXPECT_EQ(code_of(stores(not_utf8)), ErrorCode::Invalid);
  EXPECT_EQ(code_of(stores(std::numeric_limits<double>::quiet_NaN())), ErrorCode::Invalid);
  EXPECT_EQ(code_of(stores(HUGE_VAL)), ErrorCode::Invalid);
  EXPECT_EQ(count(), 0);
}

TEST_P(DatabaseConformance, messages_hold_no_stored_values) {
  const std::string secret = "the caller said this";
  const auto taken = database_->write([&](Transaction& tx) -> Result<void> {
    TRY(tx.execute(insert_thing, "ten_a", secret, 1));
    TRY(tx.execute(insert_thing, "ten_a", secret, 1));
    return {};
  });
  EXPECT_EQ(code_of(taken), ErrorCode::Conflict);
  EXPECT_EQ(taken.error().message.find(secret), std::string::npos) << taken.error().message;

  const auto mistyped = database_->write([&](Transaction& tx) {
    return tx.execute("UPDATE things SET n = CAST(? AS BIGINT)", secret);
  });
  if (!mistyped) {
    EXPECT_EQ(mistyped.error().message.find(secret), std::string::npos) << mistyped.error().message;
  }
}

TEST_P(DatabaseConformance, an_error_answer_undoes_every_write) {
  const auto outcome = database_->write([](Transaction& tx) -> Result<void> {
    TRY(add(tx, "a"));
    TRY(add(tx, "b"));
    return failure(ErrorCode::NotFound, "changed our mind");
  });
  EXPECT_EQ(code_of(outcome), ErrorCode::NotFound);
  EXPECT_EQ(count(), 0);
}

TEST_P(DatabaseConformance, a_failed_statement_spoils_the_transaction_even_if_it_is_ignored) {
  const auto outcome = database_->write([](Transaction& tx) -> Result<void> {
    TRY(add(tx, "a"));
    EXPECT_EQ(code_of(add(tx, "a")), ErrorCode::Conflict);
    EXPECT_EQ(code_of(add(tx, "b")), ErrorCode::Conflict);
    return {};
  });
  EXPECT_EQ(code_of(outcome), ErrorCode::Conflict);
  EXPECT_EQ(count(), 0);
}

TEST_P(DatabaseConformance, an_attempt_that_fails_undoes_only_itself) {
  const auto outcome = database_->write([](Transaction& tx) -> Result<void> {
    TRY(add(tx, "a"));
    const Result<void> attempted = tx.attempt([&]() -> Result<void> {
      TRY(add(tx, "b"));
      TRY(add(tx, "a"));
      return {};
    });
    EXPECT_EQ(code_of(attempted), ErrorCode::Conflict);
    TRY(add(tx, "c"));
    return {};
  });
  EXPECT_TRUE(outcome) << outcome.error().message;
  const auto rows = database_->read(
      [](Transaction& tx) { return tx.query("SELECT thing FROM things ORDER BY thing"); });
  ASSERT_EQ(rows->size(), 2u);
  EXPECT_EQ((*rows)[0].text(0), "a");
  EXPECT_EQ((*rows)[1].text(0), "c");
}

TEST_P(DatabaseConformance, attempts_nest) {
  const auto outcome = database_->write([](Transaction& tx) -> Result<void> {
    return tx.attempt([&]() -> Result<void> {
      TRY(add(tx, "outer"));
      const Result<void> inner = tx.attempt([&]() -> Result<void> {
        TRY(add(tx, "inner"));
        return failure(ErrorCode::NotFound, "no");
      });
      EXPECT_EQ(code_of(inner), ErrorCode::NotFound);
      const Result<void> kept = tx.attempt([&]() -> Result<void> {
        TRY(add(tx, "kept"));
        return {};
      });
      return kept;
    });
  });
  EXPECT_TRUE(outcome) << outcome.error().message;
  EXPECT_EQ(count(), 2);
}

TEST_P(DatabaseConformance, an_attempt_that_hides_its_failure_fails_all_the_same) {
  const auto outcome = database_->write([](Transaction& tx) -> Result<void> {
    TRY(add(tx, "a"));
    const Result<void> outer = tx.attempt([&]() -> Result<void> {
      return tx.attempt([&]() -> Result<void> {
        EXPECT_EQ(code_of(add(tx, "a")), ErrorCode::Conflict);
        return {};
      });
    });
    EXPECT_EQ(code_of(outer), ErrorCode::Conflict);
    TRY(add(tx, "b"));
    return {};
  });
  EXPECT_TRUE(outcome) << outcome.error().message;
  EXPECT_EQ(count(), 2);
}

TEST_P(DatabaseConformance, reading_cannot_write) {
  const auto outcome = database_->read([](Transaction& tx) { return add(tx, "a"); });
  EXPECT_EQ(code_of(outcome), ErrorCode::Invalid);
  EXPECT_EQ(count(), 0);
}

TEST_P(DatabaseConformance, a_write_is_seen_by_every_read_after_it) {
  for (int i = 0; i < 20; ++i) {
    const std::string name = "thing" + std::to_string(i);
    ASSERT_TRUE(database_->write([&](Transaction& tx) { return add(tx, name.c_str()); }));
    ASSERT_EQ(count(), i + 1);
  }
}

TEST_P(DatabaseConformance, wakes_come_after_the_commit_and_only_then) {
  int woken = 0;
  std::int64_t seen = -1;
  ASSERT_TRUE(database_->write([&](Transaction& tx) -> Result<void> {
    tx.after_commit([&] {
      ++woken;
      seen = count();
    });
    TRY(add(tx, "a"));
    EXPECT_EQ(woken, 0);
    return {};
  }));
  EXPECT_EQ(woken, 1);
  EXPECT_EQ(seen, 1);

  EXPECT_FALSE(database_->write([&](Transaction& tx) -> Result<void> {
    tx.after_commit([&] { ++woken; });
    return failure(ErrorCode::Invalid, "no");
  }));
  EXPECT_EQ(woken, 1);

  ASSERT_TRUE(database_->write([&](Transaction& tx) -> Result<void> {
    static_cast<void>(tx.attempt([&]() -> Result<void> {
      tx.after_commit([&] { ++woken; });
      return failure(ErrorCode::Invalid, "no");
    }));
    return {};
  }));
  EXPECT_EQ(woken, 1);
}

Task<Result<std::int64_t>> add_and_count(Database* database) {
  const auto added = co_await database->write_async([](Transaction& tx) { return add(tx, "a"); });
  if (!added) co_return std::unexpected(added.error());
  const auto row = co_await database->read_async(
      [](Transaction& tx) { return tx.query_one("SELECT COUNT(*) FROM things"); });
  if (!row) co_return std::unexpected(row.error());
  // Whoever goes on on an engine's thread may use the blocking calls too.
  const auto more = database->write([](Transaction& tx) { return add(tx, "b"); });
  if (!more) co_return std::unexpected(more.error());
  co_return (*row)->integer(0);
}

TEST_P(DatabaseConformance, coroutines_await_the_same_answers) {
  EXPECT_EQ(wait_for(add_and_count(&*database_)), 1);
  EXPECT_EQ(wait_for(add_and_count(&*database_)).error().code, ErrorCode::Conflict);
  EXPECT_EQ(count(), 2);
}

TEST_P(DatabaseConformance, text_sorts_by_its_bytes) {
  const Result<void> migrated = migrate(*database_);
  ASSERT_TRUE(migrated) << migrated.error().message;
  const auto rows = database_->write([](Transaction& tx) -> Result<Rows> {
    for (const char* source : {"b", "B", "a_", "A", "\xc3\xa9", "aa", "a.b"}) {
      TRY(tx.execute(
          "INSERT INTO webhook_receipts (tenant_id, source, natural_key, token, response, "
          "received_at) VALUES ('ten_a', ?, '', '', '', 0)",
          source));
    }
    return tx.query("SELECT source FROM webhook_receipts ORDER BY source");
  });
  ASSERT_TRUE(rows) << rows.error().message;
  std::vector<std::string> sources;
  for (const Row& row : *rows) sources.push_back(row.text(0));
  EXPECT_TRUE(std::ranges::is_sorted(sources));
}

INSTANTIATE_TEST_SUITE_P(Stores, DatabaseConformance, testing::ValuesIn(tests::every_store()),
                         tests::store_name);

}  // namespace
}  // namespace callwright::db
