#include "server/patient_database.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include "platform/log/log.h"
#include "support/faulty_disk.h"
#include "support/test_database.h"

namespace callwright::server {
namespace {

class PatientDatabaseTest : public testing::Test {
 protected:
  PatientDatabaseTest() {
    log::configure({.level = log::Level::Error, .clock = nullptr, .sink = [](std::string_view) {}});
  }

  std::unique_ptr<PatientDatabase> open() {
    auto database = PatientDatabase::open(db::Engine::Sqlite, [this] {
      return db::open_sqlite({.path = folder_.file("test.db"),
                              .single_threaded = true,
                              .vfs = tests::FaultyDisk::name});
    });
    EXPECT_TRUE(database) << database.error().message;
    return *std::move(database);
  }

  static Result<void> write(PatientDatabase& database) {
    return database.write([](db::Transaction& tx) -> Result<void> {
      TRY(tx.execute("CREATE TABLE IF NOT EXISTS things (tenant_id TEXT NOT NULL)"));
      TRY(tx.execute("INSERT INTO things (tenant_id) VALUES ('ten_a')"));
      return {};
    });
  }

  const tests::TemporaryFolder folder_;
  tests::FaultyDisk disk_;
};

TEST_F(PatientDatabaseTest, gives_an_error_back_that_does_not_pass_by_itself) {
  const auto database =
      PatientDatabase::open(db::Engine::Sqlite, []() -> Result<std::unique_ptr<db::Database>> {
        return failure(ErrorCode::Invalid, "of a newer version");
      });
  ASSERT_FALSE(database);
  EXPECT_EQ(database.error().message, "of a newer version");
}

TEST_F(PatientDatabaseTest, that_cannot_be_opened_answers_that_it_is_away) {
  disk_.fail_from(1, SQLITE_IOERR_WRITE, false);
  const auto database = open();
  EXPECT_FALSE(database->is_well());
  const Result<void> written = write(*database);
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, ErrorCode::Unavailable);
}

TEST_F(PatientDatabaseTest, knows_by_its_last_write_whether_it_is_well) {
  const auto database = open();
  EXPECT_TRUE(database->is_well());
  ASSERT_TRUE(write(*database));
  disk_.fail_from(1, SQLITE_FULL, false);
  EXPECT_FALSE(write(*database));
  EXPECT_FALSE(database->is_well());
  disk_.heal();
  EXPECT_TRUE(write(*database));
  EXPECT_TRUE(database->is_well());
}

TEST_F(PatientDatabaseTest, is_not_unwell_because_the_work_was_refused) {
  const auto database = open();
  EXPECT_FALSE(database->write(
      [](db::Transaction&) -> Result<void> { return failure(ErrorCode::Conflict, "taken"); }));
  EXPECT_TRUE(database->is_well());
}

}  // namespace
}  // namespace callwright::server
