#include "server/housekeeper.h"

#include <gtest/gtest.h>

#include "support/test_database.h"

namespace callwright::server {
namespace {

const TenantId tenant("ten_a");

// Does every job at once.
class Doer final : public jobs::Handler {
  Task<jobs::Outcome> run(jobs::Job) override { co_return jobs::Done{}; }
};

class HousekeeperTest : public testing::Test {
 protected:
  HousekeeperTest() {
    EXPECT_TRUE(db::migrate(*database_));
    worker_.handle("greet", doer_);
  }

  // A webhook and a job that are named so and happen now; false where they were there already.
  bool happens(const std::string& name) {
    const auto added = database_->write([&](db::Transaction& tx) -> Result<bool> {
      bool is_new = false;
      TRY(receipts_.once(tx, tenant, {.source = "test", .natural_key = name, .token = ""},
                         clock_.now(), [&]() -> Result<std::string> {
                           is_new = true;
                           return name;
                         }));
      TRY_ASSIGN(const bool queued, queue_.enqueue(tx, {.tenant = tenant,
                                                        .kind = "greet",
                                                        .dedupe_key = name,
                                                        .payload = name,
                                                        .run_at = clock_.now(),
                                                        .correlation = CorrelationId("cor_1")}));
      EXPECT_EQ(is_new, queued);
      return is_new;
    });
    EXPECT_TRUE(added) << added.error().message;
    return added.value_or(false);
  }

  tests::TestDatabase database_{tests::Store::SqliteInMemory};
  ManualClock clock_{from_ms(1'800'000'000'000)};
  SeededRandom random_{42};
  Ids ids_{clock_, random_};
  jobs::Queue queue_{clock_, ids_};
  jobs::Worker worker_{*database_, clock_, random_};
  Doer doer_;
  const Receipts receipts_;
  Housekeeper housekeeper_{*database_, clock_, queue_};
};

TEST_F(HousekeeperTest, forgets_what_was_done_long_ago_and_nothing_else) {
  EXPECT_TRUE(happens("old"));
  EXPECT_EQ(*worker_.run_due(), 1);
  clock_.advance(std::chrono::hours(24));
  EXPECT_TRUE(happens("young"));
  EXPECT_EQ(*worker_.run_due(), 1);
  clock_.advance(Housekeeper::kept - std::chrono::hours(12));

  const auto first = housekeeper_.go_round();
  ASSERT_TRUE(first) << first.error().message;
  EXPECT_EQ(first->receipts, 1);
  EXPECT_EQ(first->jobs, 1);
  EXPECT_TRUE(happens("old"));
  EXPECT_FALSE(happens("young"));
}

TEST_F(HousekeeperTest, keeps_a_job_that_waits_however_old_it_is) {
  EXPECT_TRUE(happens("waits"));
  clock_.advance(Housekeeper::kept * 2);
  const auto round = housekeeper_.go_round();
  ASSERT_TRUE(round) << round.error().message;
  EXPECT_EQ(round->jobs, 0);
  EXPECT_EQ(*worker_.run_due(), 1);
}

TEST_F(HousekeeperTest, forgets_more_than_one_transaction_takes) {
  constexpr int many = 2'500;
  for (int i = 0; i < many; ++i) happens(std::to_string(i));
  while (*worker_.run_due() > 0) {
  }
  clock_.advance(Housekeeper::kept + std::chrono::hours(1));
  const auto round = housekeeper_.go_round();
  ASSERT_TRUE(round) << round.error().message;
  EXPECT_EQ(round->receipts, many);
  EXPECT_EQ(round->jobs, many);
}

TEST_F(HousekeeperTest, goes_round_by_itself_and_stops_when_told) {
  EXPECT_TRUE(happens("old"));
  EXPECT_EQ(*worker_.run_due(), 1);
  clock_.advance(Housekeeper::kept + std::chrono::hours(1));
  housekeeper_.start();
  housekeeper_.stop();  // Not before the transaction that has begun is over.
  EXPECT_TRUE(happens("old"));
}

}  // namespace
}  // namespace callwright::server
