#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "platform/db/database.h"

namespace callwright::tests {

// What a suite about the store runs on. PostgreSQL only where CALLWRIGHT_TEST_POSTGRES names a
// server: tests/postgres starts one and runs the suites against it.
enum class Store : std::uint8_t { SqliteFile, SqliteInMemory, SqliteSingleThreaded, Postgres };

inline std::string to_string(Store store) {
  switch (store) {
    case Store::SqliteFile:
      return "SqliteFile";
    case Store::SqliteInMemory:
      return "SqliteInMemory";
    case Store::SqliteSingleThreaded:
      return "SqliteSingleThreaded";
    case Store::Postgres:
      return "Postgres";
  }
  return "";
}

inline void PrintTo(Store store, std::ostream* out) {
  *out << to_string(store);
}

inline const char* postgres_server() {
  return std::getenv("CALLWRIGHT_TEST_POSTGRES");
}

inline bool is_threaded(Store store) {
  return store != Store::SqliteSingleThreaded;
}

inline std::vector<Store> with_postgres(std::vector<Store> stores) {
  if (postgres_server() != nullptr) stores.push_back(Store::Postgres);
  return stores;
}
inline std::vector<Store> every_store() {
  return with_postgres({Store::SqliteFile, Store::SqliteInMemory, Store::SqliteSingleThreaded});
}
inline std::vector<Store> threaded_stores() {
  return with_postgres({Store::SqliteFile, Store::SqliteInMemory});
}

// Names instances of a suite by their store: INSTANTIATE_TEST_SUITE_P(Stores, X, ..., store_name).
inline std::string store_name(const ::testing::TestParamInfo<Store>& info) {
  return to_string(info.param);
}

// A folder that is gone when the test ends.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "callwright-test-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) std::abort();
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

// An empty database of one test, gone when the test ends.
class TestDatabase {
 public:
  explicit TestDatabase(Store store) : store_(store) {
    if (store == Store::SqliteFile) folder_.emplace();
    if (store == Store::Postgres) create_schema();
    reopen();
  }
  ~TestDatabase() {
    database_.reset();
    if (store_ == Store::Postgres) run_in_server("DROP SCHEMA " + schema_ + " CASCADE");
  }
  TestDatabase(const TestDatabase&) = delete;
  TestDatabase& operator=(const TestDatabase&) = delete;

  db::Database& operator*() const { return *database_; }
  db::Database* operator->() const { return database_.get(); }

  // Another door to the same data, as a second process would have. Not for databases in memory.
  std::unique_ptr<db::Database> open() const {
    auto opened = store_ == Store::Postgres ? db::open_postgres(postgres_settings())
                                            : db::open_sqlite(sqlite_settings());
    if (!opened) {
      ADD_FAILURE() << opened.error().message;
      std::abort();
    }
    return *std::move(opened);
  }
  void reopen() {
    database_.reset();
    database_ = open();
  }

  db::SqliteSettings sqlite_settings() const {
    return {.path = folder_ ? folder_->file("test.db") : ":memory:",
            .single_threaded = store_ == Store::SqliteSingleThreaded};
  }
  db::PostgresSettings postgres_settings() const {
    return {
        .connection = std::string(postgres_server()) + " options='-csearch_path=" + schema_ + "'",
        .pool_size = 4};
  }

 private:
  void create_schema() {
    static std::atomic<int> created = 0;
    schema_ = "test_" + std::to_string(::getpid()) + "_" + std::to_string(++created);
    run_in_server("CREATE SCHEMA " + schema_);
  }

  static void run_in_server(const std::string& sql) {
    auto server = db::open_postgres({.connection = postgres_server(), .pool_size = 1});
    const Result<std::int64_t> done =
        server ? (*server)->write([&](db::Transaction& tx) { return tx.execute(sql); })
               : std::unexpected(server.error());
    if (!done) ADD_FAILURE() << sql << ": " << done.error().message;
  }

  const Store store_;
  std::optional<TemporaryFolder> folder_;
  std::string schema_;
  std::unique_ptr<db::Database> database_;
};

}  // namespace callwright::tests
