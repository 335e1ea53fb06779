// A disk that fails at every possible moment: what was acknowledged stays, what was not leaves no
// trace, and work goes on when the disk does.
#include <gtest/gtest.h>

#include <latch>
#include <set>

#include "support/faulty_disk.h"
#include "support/test_database.h"

namespace callwright::db {
namespace {

using tests::FaultyDisk;

struct Failure {
  const char* name;
  int code;
  bool tears;
  bool single_threaded;
};

class FailingDisk : public testing::TestWithParam<Failure> {
 protected:
  FailingDisk() { open_new(); }

  void open_new() {
    database_.reset();
    disk_.heal();
    ++files_;
    database_ = open(FaultyDisk::name);
    const auto created = database_->write([](Transaction& tx) -> Result<void> {
      TRY(
          tx.execute("CREATE TABLE halves (tenant_id TEXT NOT NULL, n BIGINT NOT NULL, "
                     "half BIGINT NOT NULL, filling TEXT NOT NULL, "
                     "PRIMARY KEY (tenant_id, n, half))"));
      return {};
    });
    ASSERT_TRUE(created) << created.error().message;
  }

  std::unique_ptr<Database> open(const std::string& vfs) const {
    auto opened = open_sqlite({.path = folder_.file("test" + std::to_string(files_) + ".db"),
                               .single_threaded = GetParam().single_threaded,
                               .vfs = vfs});
    EXPECT_TRUE(opened) << opened.error().message;
    return *std::move(opened);
  }

  static Result<void> insert_both_halves(Transaction& tx, int n) {
    const std::string filling(1'500, 'x');
    for (int half = 0; half < 2; ++half) {
      TRY(tx.execute("INSERT INTO halves (tenant_id, n, half, filling) VALUES ('ten_a', ?, ?, ?)",
                     n, half, filling));
    }
    return {};
  }

  // Many callers at once, so that they share commits. Which of them were told that all is well.
  std::set<std::int64_t> write_many(int from, int count) {
    std::mutex mutex;
    std::set<std::int64_t> acknowledged;
    std::latch done(count);
    for (int n = from; n < from + count; ++n) {
      database_->submit(
          Access::Write, [n](Transaction& tx) { return insert_both_halves(tx, n); },
          [&, n](Result<void> outcome) {
            {
              const std::lock_guard lock(mutex);
              if (outcome) acknowledged.insert(n);
              if (!outcome) EXPECT_EQ(outcome.error().code, ErrorCode::Unavailable);
            }
            done.count_down();
          });
    }
    done.wait();
    return acknowledged;
  }

  static std::set<std::int64_t> whole_rows(Database& database) {
    const auto rows = database.read([](Transaction& tx) {
      return tx.query("SELECT n, COUNT(*) FROM halves GROUP BY n ORDER BY n");
    });
    EXPECT_TRUE(rows) << rows.error().message;
    std::set<std::int64_t> whole;
    if (!rows) return whole;
    for (const Row& row : *rows) {
      EXPECT_EQ(row.integer(1), 2) << "half of a transaction";
      whole.insert(row.integer(0));
    }
    return whole;
  }

  const tests::TemporaryFolder folder_;
  FaultyDisk disk_;
  int files_ = 0;
  std::unique_ptr<Database> database_;
};

TEST_P(FailingDisk, at_any_call_loses_nothing_acknowledged_and_keeps_nothing_else) {
  constexpr int writes = 12;
  bool failed = true;
  int call = 1;
  for (; failed; ++call) {
    SCOPED_TRACE("failing from call " + std::to_string(call));
    open_new();
    disk_.fail_from(call, GetParam().code, GetParam().tears);
    std::set<std::int64_t> acknowledged = write_many(0, writes);
    failed = disk_.has_failed();
    ASSERT_EQ(whole_rows(*database_), acknowledged) << "while the disk fails";

    disk_.heal();
    acknowledged.merge(write_many(writes, 3));
    EXPECT_TRUE(acknowledged.contains(writes)) << "work goes on when the disk does";
    ASSERT_EQ(whole_rows(*database_), acknowledged) << "once it works again";

    database_.reset();
    database_ = open("");
    ASSERT_EQ(whole_rows(*database_), acknowledged) << "after a restart";
    if (HasFailure()) return;
  }
  EXPECT_GT(call, 3) << "the disk was never used";
}

INSTANTIATE_TEST_SUITE_P(
    Disks, FailingDisk,
    testing::Values(Failure{"Full", SQLITE_FULL, false, false},
                    Failure{"FullInOneThread", SQLITE_FULL, false, true},
                    Failure{"TornWrite", SQLITE_IOERR_WRITE, true, false},
                    Failure{"TornWriteInOneThread", SQLITE_IOERR_WRITE, true, true},
                    Failure{"Sync", SQLITE_IOERR_FSYNC, false, false},
                    Failure{"SyncInOneThread", SQLITE_IOERR_FSYNC, false, true}),
    [](const auto& info) { return info.param.name; });

TEST(SqliteFiles, that_cannot_be_opened_are_reported_at_once) {
  for (const bool single_threaded : {false, true}) {
    const auto opened =
        open_sqlite({.path = "/nonexistent/folder/test.db", .single_threaded = single_threaded});
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, ErrorCode::Unavailable);
  }
}

TEST(SqliteFiles, that_hold_something_else_are_reported_at_once) {
  const tests::TemporaryFolder folder;
  std::FILE* file = std::fopen(folder.file("test.db").c_str(), "w");
  std::fputs(std::string(10'000, 'x').c_str(), file);
  std::fclose(file);
  const auto opened = open_sqlite({.path = folder.file("test.db")});
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::Unavailable);
}

TEST(SqliteFiles, are_readable_by_their_owner_only) {
  const tests::TestDatabase database(tests::Store::SqliteFile);
  const auto path = database.sqlite_settings().path;
  const auto others = std::filesystem::perms::group_all | std::filesystem::perms::others_all;
  EXPECT_EQ(std::filesystem::status(path).permissions() & others, std::filesystem::perms::none);
}

TEST(SqliteLog, does_not_grow_without_end_under_nonstop_load) {
  const tests::TestDatabase database(tests::Store::SqliteFile);
  ASSERT_TRUE(database->write([](Transaction& tx) -> Result<void> {
    TRY(tx.execute("CREATE TABLE fillings (tenant_id TEXT NOT NULL, filling TEXT NOT NULL)"));
    return {};
  }));
  const std::string filling(2'000'000, 'x');
  std::uintmax_t longest = 0;
  for (int i = 0; i < 100; ++i) {
    ASSERT_TRUE(database->write([&](Transaction& tx) -> Result<void> {
      TRY(tx.execute("DELETE FROM fillings"));
      TRY(tx.execute("INSERT INTO fillings (tenant_id, filling) VALUES ('ten_a', ?)", filling));
      return {};
    }));
    longest =
        std::max(longest, std::filesystem::file_size(database.sqlite_settings().path + "-wal"));
  }
  EXPECT_LT(longest, 80'000'000u) << "200 MB were written";
}

}  // namespace
}  // namespace callwright::db
