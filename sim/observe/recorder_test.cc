#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "platform/db/database.h"
#include "sim/disk/sim_disk.h"
#include "sim/observe/observed_database.h"

namespace callwright::sim {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct RecorderTest : ::testing::Test {
  RecorderTest() {
    const Recorder::Attach attach(recorder);
    auto opened = db::open_sqlite({.path = ":memory:", .single_threaded = true});
    database = std::make_unique<ObservedDatabase>(std::move(*opened), recorder);
    EXPECT_TRUE(db::migrate(*database));
    heard.clear();
  }

  void hear(const Batch& batch) {
    for (std::size_t i = 0; i < batch.size(); ++i) {
      const Change change = batch[i];
      std::string line(change.name);
      if (change.before) line += " -" + change.before->string(1);
      if (change.after) line += " +" + change.after->string(1);
      heard.push_back(line);
    }
  }

  static Result<std::int64_t> consent(db::Transaction& tx, const std::string& number) {
    return tx.execute("INSERT INTO consents (tenant_id, number, consent, at) VALUES (?, ?, ?, ?)",
                      "ten_1", number, "opted_in", 5);
  }

  std::vector<std::string> heard;
  Recorder recorder{[this](const Batch& batch) { hear(batch); }};
  std::unique_ptr<db::Database> database;
};

TEST_F(RecorderTest, layouts_are_those_of_the_schema) {
  const auto verified = verify_layouts(*database);
  EXPECT_TRUE(verified) << verified.error().message;
}

TEST_F(RecorderTest, committed_changes_are_heard_in_order) {
  ASSERT_TRUE(database->write([](db::Transaction& tx) -> Result<void> {
    TRY(consent(tx, "+15550100120"));
    TRY(tx.execute("UPDATE consents SET number = ?", "+15550100121"));
    TRY(tx.execute("DELETE FROM consents"));
    return {};
  }));
  EXPECT_THAT(heard, ElementsAre("consents ++15550100120", "consents -+15550100120 ++15550100121",
                                 "consents -+15550100121"));
}

TEST_F(RecorderTest, what_was_rolled_back_is_not_heard) {
  EXPECT_FALSE(database->write([](db::Transaction& tx) -> Result<void> {
    TRY(consent(tx, "+15550100120"));
    return failure(ErrorCode::Invalid, "changed its mind");
  }));
  EXPECT_THAT(heard, IsEmpty());
  EXPECT_TRUE(recorder.doubtful().empty());
}

TEST_F(RecorderTest, what_a_savepoint_took_back_is_not_heard) {
  ASSERT_TRUE(database->write([](db::Transaction& tx) -> Result<void> {
    TRY(consent(tx, "+15550100120"));
    static_cast<void>(tx.attempt([&]() -> Result<void> {
      TRY(consent(tx, "+15550100121"));
      TRY(consent(tx, "+15550100120"));
      return {};
    }));
    TRY(tx.attempt([&] { return consent(tx, "+15550100122"); }));
    return {};
  }));
  EXPECT_THAT(heard, ElementsAre("consents ++15550100120", "consents ++15550100122"));
}

TEST_F(RecorderTest, failed_commits_are_in_doubt_until_something_is_written) {
  SimDisk disk(1);
  const Recorder::Attach attach(recorder);
  auto opened = db::open_sqlite({.path = "sim.db", .single_threaded = true, .vfs = disk.vfs()});
  ObservedDatabase on_disk(std::move(*opened), recorder);
  ASSERT_TRUE(db::migrate(on_disk));
  const auto opt_in = [&](const char* number) {
    return on_disk.write([&](db::Transaction& tx) { return consent(tx, number); });
  };
  disk.set_odds({.sync = 1});
  EXPECT_FALSE(opt_in("+15550100120"));
  EXPECT_FALSE(opt_in("+15550100121"));
  disk.heal();
  EXPECT_EQ(recorder.doubtful().size(), 2U);
  ASSERT_TRUE(on_disk.write([](db::Transaction&) -> Result<void> { return {}; }));
  EXPECT_EQ(recorder.doubtful().size(), 2U);
  ASSERT_TRUE(opt_in("+15550100122"));
  EXPECT_TRUE(recorder.doubtful().empty());
}

TEST_F(RecorderTest, values_of_every_kind_are_kept) {
  bool looked = false;
  Recorder typed([&](const Batch& batch) {
    batch.for_each(Table::Calls, [&](const Change& change) {
      looked = true;
      EXPECT_EQ(change.after->text(column(Table::Calls, "call_id")), "cal_1");
      EXPECT_EQ(change.after->integer(column(Table::Calls, "started_at")), 7);
      EXPECT_TRUE(change.after->is_null(column(Table::Calls, "ended_at")));
    });
  });
  const Recorder::Attach attach(typed);
  auto opened = db::open_sqlite({.path = ":memory:", .single_threaded = true});
  ObservedDatabase other(std::move(*opened), typed);
  ASSERT_TRUE(db::migrate(other));
  ASSERT_TRUE(other.write([](db::Transaction& tx) {
    return tx.execute(
        "INSERT INTO calls (tenant_id, call_id, provider_id, conversation_id, state, "
        "carrier_status, started_at) VALUES ('ten_1', 'cal_1', 'CA1', 'cnv_1', 'active', '', 7)");
  }));
  EXPECT_TRUE(looked);
}

TEST_F(RecorderTest, the_engine_sums_rows_as_they_were_heard) {
  std::uint64_t heard_sum = 0;
  Recorder summing([&](const Batch& batch) {
    for (std::size_t i = 0; i < batch.size(); ++i) heard_sum += batch[i].after->hash("things");
  });
  const Recorder::Attach attach(summing);
  auto opened = db::open_sqlite({.path = ":memory:", .single_threaded = true});
  ObservedDatabase other(std::move(*opened), summing);
  const auto summed = [&] {
    const auto row = other.read([](db::Transaction& tx) {
      return tx.query_one("SELECT row_sum('things', name, count, share, bytes) FROM things");
    });
    EXPECT_TRUE(row);
    return (*row)->optional_integer(0);
  };
  ASSERT_TRUE(other.write([](db::Transaction& tx) {
    return tx.execute("CREATE TABLE things (name TEXT, count INTEGER, share REAL, bytes BLOB)");
  }));
  EXPECT_FALSE(summed());
  ASSERT_TRUE(other.write([](db::Transaction& tx) {
    return tx.execute(
        "INSERT INTO things VALUES ('', -1, 0.5, NULL), (NULL, 2, -1.25, x'00ff'), "
        "('word', NULL, NULL, x''), ('word', NULL, NULL, x'')");
  }));
  EXPECT_EQ(static_cast<std::uint64_t>(summed().value_or(0)), heard_sum);
}

}  // namespace
}  // namespace callwright::sim
