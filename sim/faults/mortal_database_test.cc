#include "sim/faults/mortal_database.h"

#include <gtest/gtest.h>

namespace callwright::sim {
namespace {

class MortalDatabaseTest : public testing::Test {
 protected:
  MortalDatabaseTest() {
    auto inner = db::open_sqlite({.path = ":memory:", .single_threaded = true});
    EXPECT_TRUE(inner);
    database_ = std::make_unique<MortalDatabase>(*std::move(inner), life_);
    EXPECT_TRUE(database_->write([](db::Transaction& tx) -> Result<void> {
      TRY(tx.execute("CREATE TABLE words (word TEXT PRIMARY KEY)"));
      return {};
    }));
  }

  Result<void> add_two() {
    return database_->write([](db::Transaction& tx) -> Result<void> {
      TRY(tx.execute("INSERT INTO words VALUES ('one')"));
      TRY(tx.execute("INSERT INTO words VALUES ('two')"));
      return {};
    });
  }

  std::int64_t rows() {
    life_.begin_anew();
    const auto count = database_->read(
        [](db::Transaction& tx) { return tx.query_one("SELECT count(*) FROM words"); });
    EXPECT_TRUE(count);
    return (*count)->integer(0);
  }

  Life life_;
  std::unique_ptr<MortalDatabase> database_;
};

TEST_F(MortalDatabaseTest, undoes_what_was_not_committed_when_the_process_died) {
  // The beginning, two statements, and the moment before the commit.
  for (std::uint64_t point = 1; point <= 4; ++point) {
    life_.end_after(point);
    EXPECT_FALSE(add_two()) << point;
    EXPECT_TRUE(life_.is_dead()) << point;
    EXPECT_EQ(rows(), 0) << point;
  }
}

TEST_F(MortalDatabaseTest, keeps_what_was_committed_although_nobody_heard_of_it) {
  life_.end_after(5);
  EXPECT_FALSE(add_two());
  EXPECT_EQ(rows(), 2);
}

TEST_F(MortalDatabaseTest, lives_on_past_the_last_point) {
  life_.end_after(6);
  EXPECT_TRUE(add_two());
  EXPECT_FALSE(life_.is_dead());
}

TEST_F(MortalDatabaseTest, answers_nothing_once_it_is_dead) {
  life_.end_after(1);
  EXPECT_FALSE(add_two());
  EXPECT_FALSE(add_two());
  EXPECT_FALSE(database_->read([](db::Transaction& tx) { return tx.query("SELECT 1"); }));
}

}  // namespace
}  // namespace callwright::sim
