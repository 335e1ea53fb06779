#include "platform/idempotency/receipts.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "support/test_database.h"

namespace callwright {
namespace {

using tests::Store;
using tests::TestDatabase;

const TenantId tenant("ten_a");
const Instant now = from_ms(1'800'000'000'000);

EventKey event(std::string natural_key, std::string token = "") {
  return {
      .source = "twilio.voice", .natural_key = std::move(natural_key), .token = std::move(token)};
}

class ReceiptsTest : public testing::TestWithParam<Store> {
 protected:
  ReceiptsTest() {
    const Result<void> migrated = db::migrate(*database_);
    EXPECT_TRUE(migrated) << migrated.error().message;
  }

  // Acts on an event by answering `response`.
  Result<std::string> receive(const EventKey& key, const std::string& response, Instant at = now) {
    return database_->write([&](db::Transaction& tx) {
      return receipts_.once(tx, tenant, key, at, [&]() -> Result<std::string> {
        ++acted_;
        return response;
      });
    });
  }

  std::int64_t count() {
    return (*database_->read([](db::Transaction& tx) {
             return tx.query_one("SELECT COUNT(*) FROM webhook_receipts");
           }))
        ->integer(0);
  }

  TestDatabase database_{GetParam()};
  const Receipts receipts_;
  std::atomic<int> acted_ = 0;
};

TEST_P(ReceiptsTest, a_second_arrival_gets_the_first_answer_and_nothing_is_done) {
  EXPECT_EQ(*receive(event("CA1/1"), "<Response>1</Response>"), "<Response>1</Response>");
  EXPECT_EQ(*receive(event("CA1/1"), "<Response>2</Response>"), "<Response>1</Response>");
  EXPECT_EQ(acted_, 1);
}

TEST_P(ReceiptsTest, the_same_event_is_known_by_either_of_its_keys) {
  EXPECT_EQ(*receive(event("CA1/1", "token-1"), "first"), "first");
  EXPECT_EQ(*receive(event("CA1/2", "token-1"), "by token"), "first");
  EXPECT_EQ(*receive(event("CA1/1", "token-2"), "by natural key"), "first");
  EXPECT_EQ(acted_, 1);
}

TEST_P(ReceiptsTest, where_the_keys_name_two_events_the_natural_key_decides) {
  EXPECT_EQ(*receive(event("CA1/1", "token-1"), "first"), "first");
  EXPECT_EQ(*receive(event("CA1/2", "token-2"), "second"), "second");
  EXPECT_EQ(*receive(event("CA1/2", "token-1"), "third"), "second");
}

TEST_P(ReceiptsTest, events_without_a_token_are_not_each_others) {
  EXPECT_EQ(*receive(event("CA1/1"), "first"), "first");
  EXPECT_EQ(*receive(event("CA1/2"), "second"), "second");
  EXPECT_EQ(acted_, 2);
}

TEST_P(ReceiptsTest, other_tenants_and_other_sources_have_events_of_their_own) {
  EXPECT_EQ(*receive(event("CA1/1", "t"), "ours"), "ours");
  EventKey other_source = event("CA1/1", "t");
  other_source.source = "twilio.sms";
  EXPECT_EQ(*receive(other_source, "other source"), "other source");
  const auto other_tenant = database_->write([&](db::Transaction& tx) {
    return receipts_.once(tx, TenantId("ten_b"), event("CA1/1", "t"), now,
                          []() -> Result<std::string> { return "theirs"; });
  });
  EXPECT_EQ(*other_tenant, "theirs");
}

TEST_P(ReceiptsTest, an_event_that_could_not_be_acted_on_may_come_again) {
  const auto failed = database_->write([&](db::Transaction& tx) {
    return receipts_.once(tx, tenant, event("CA1/1"), now, []() -> Result<std::string> {
      return failure(ErrorCode::Unavailable, "calendar");
    });
  });
  EXPECT_EQ(failed.error().code, ErrorCode::Unavailable);
  EXPECT_EQ(*receive(event("CA1/1"), "now it works"), "now it works");
}

TEST_P(ReceiptsTest, a_failed_act_leaves_no_receipt_even_if_its_transaction_is_committed) {
  const auto committed = database_->write([&](db::Transaction& tx) -> Result<void> {
    const auto refused = receipts_.once(
        tx, tenant, event("CA1/1"), now,
        []() -> Result<std::string> { return failure(ErrorCode::NotFound, "no such call"); });
    EXPECT_EQ(refused.error().code, ErrorCode::NotFound);
    return {};
  });
  EXPECT_TRUE(committed);
  EXPECT_EQ(count(), 0);
}

TEST_P(ReceiptsTest, receipts_are_forgotten_after_their_horizon_and_not_before) {
  ASSERT_TRUE(receive(event("old"), "1", now - Milliseconds(1)));
  ASSERT_TRUE(receive(event("new"), "2", now));
  const auto forgotten =
      database_->write([&](db::Transaction& tx) { return receipts_.forget_before(tx, now); });
  EXPECT_EQ(*forgotten, 1);
  EXPECT_EQ(*receive(event("new"), "3"), "2");
  EXPECT_EQ(*receive(event("old"), "4"), "4");
}

INSTANTIATE_TEST_SUITE_P(Stores, ReceiptsTest, testing::ValuesIn(tests::every_store()),
                         tests::store_name);

class ConcurrentReceiptsTest : public ReceiptsTest {};

TEST_P(ConcurrentReceiptsTest, of_many_arrivals_at_once_one_acts_and_all_get_its_answer) {
  constexpr int arrivals = 8;
  constexpr int events = 25;
  for (int i = 0; i < events; ++i) {
    const std::string number = std::to_string(i);
    std::vector<std::string> answers(arrivals);
    std::vector<std::thread> threads;
    for (int arrival = 0; arrival < arrivals; ++arrival) {
      threads.emplace_back([&, arrival] {
        // Half of them share only the token with the other half.
        const EventKey key = event("CA" + number + "/" + std::to_string(arrival % 2), "t" + number);
        const auto answer = receive(key, "answer of " + std::to_string(arrival));
        answers[static_cast<std::size_t>(arrival)] = answer ? *answer : answer.error().message;
      });
    }
    for (std::thread& thread : threads) thread.join();
    for (const std::string& answer : answers) EXPECT_EQ(answer, answers.front());
  }
  EXPECT_EQ(count(), events);
}

INSTANTIATE_TEST_SUITE_P(Stores, ConcurrentReceiptsTest,
                         testing::ValuesIn(tests::threaded_stores()), tests::store_name);

}  // namespace
}  // namespace callwright
