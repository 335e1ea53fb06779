#include "calls/callback_queue.h"

#include "platform/clock/random.h"
#include "support/store_test.h"

namespace callwright::calls {
namespace {

class CallbackQueueTest : public tests::StoreTest {
 protected:
  Callback promised() const {
    return {.id = CallbackId("new"),
            .phone = "+15550100120",
            .reason = "wants_person",
            .priority = CallbackPriority::Normal,
            .due = clock_.now() + std::chrono::hours(1),
            .recording = {},
            .note = PrivateText("Asked for a person."),
            .conversation = ConversationId("cnv_1")};
  }
  CallbackId add(const Callback& callback) {
    return write([&](db::Transaction& tx) {
      return callbacks_.add(tx, tenant_, callback, caller_, CorrelationId("cor_1"));
    });
  }
  bool close(const CallbackId& id, const TenantId& tenant) {
    return write([&](db::Transaction& tx) {
      return callbacks_.close(tx, tenant, id, "reached", owner_, CorrelationId("cor_2"));
    });
  }
  std::vector<Callback> all() {
    return read([&](db::Transaction& tx) { return callbacks_.all(tx, tenant_); });
  }
  std::vector<std::string> audited() {
    std::vector<std::string> lines;
    for (const access::AuditEntry& entry :
         read([&](db::Transaction& tx) { return audit_.entries(tx, tenant_); })) {
      lines.push_back(entry.action + " by " + entry.actor);
    }
    return lines;
  }

  const TenantId tenant_{"ten_a"};
  const access::Actor caller_ = access::Actor::caller(ConversationId("cnv_1"));
  const access::Actor owner_{access::Actor::Kind::Owner, "owner"};
  ManualClock clock_{from_ms(1'800'000'000'000)};
  SeededRandom random_{1};
  Ids ids_{clock_, random_};
  access::Audit audit_{clock_, ids_};
  CallbackQueue callbacks_{clock_, ids_, audit_};
};

TEST_P(CallbackQueueTest, a_promise_is_kept_open_with_everything_it_takes_to_fulfil_it) {
  const Callback promise = promised();
  const CallbackId id = add(promise);
  EXPECT_NE(id, promise.id);
  Callback expected = promise;
  expected.id = id;
  EXPECT_TRUE(all() == std::vector{expected});
  EXPECT_EQ(audited(), std::vector<std::string>{"callback.added by caller:cnv_1"});
}

TEST_P(CallbackQueueTest, a_second_promise_in_a_conversation_makes_the_first_more_urgent) {
  const Callback first = promised();
  const CallbackId id = add(first);
  Callback second = promised();
  second.reason = "voicemail";
  second.priority = CallbackPriority::Urgent;
  second.due = first.due + std::chrono::hours(5);
  second.recording = "https://recordings.example/RE1";
  second.note = PrivateText("Water in the cellar.");
  EXPECT_EQ(add(second), id);

  Callback expected = second;
  expected.id = id;
  expected.due = first.due;
  EXPECT_TRUE(all() == std::vector{expected});
  EXPECT_EQ(audited().back(), "callback.changed by caller:cnv_1");
}

TEST_P(CallbackQueueTest, a_second_promise_takes_nothing_away) {
  Callback first = promised();
  first.priority = CallbackPriority::Urgent;
  first.recording = "https://recordings.example/RE1";
  first.reason = "voicemail";
  const CallbackId id = add(first);
  Callback second = promised();
  second.phone = "";
  second.note = PrivateText();
  second.reason = "after_hours";
  second.due = first.due - std::chrono::minutes(30);
  EXPECT_EQ(add(second), id);

  Callback expected = first;
  expected.id = id;
  expected.due = second.due;
  EXPECT_TRUE(all() == std::vector{expected});
}

TEST_P(CallbackQueueTest, the_same_promise_again_leaves_no_trace) {
  add(promised());
  add(promised());
  EXPECT_EQ(all().size(), 1u);
  EXPECT_EQ(audited().size(), 1u);
}

TEST_P(CallbackQueueTest, other_conversations_and_those_without_one_have_promises_of_their_own) {
  Callback other = promised();
  other.conversation = ConversationId("cnv_2");
  Callback none = promised();
  none.conversation = std::nullopt;
  add(promised());
  add(other);
  add(none);
  add(none);
  EXPECT_EQ(all().size(), 4u);
}

TEST_P(CallbackQueueTest, closing_names_who_did_it_and_happens_once) {
  const CallbackId id = add(promised());
  EXPECT_FALSE(close(id, TenantId("ten_b")));
  EXPECT_TRUE(close(id, tenant_));
  EXPECT_FALSE(close(id, tenant_));
  EXPECT_EQ(all().front().status, CallbackStatus::Done);
  EXPECT_EQ(audited(), (std::vector<std::string>{"callback.added by caller:cnv_1",
                                                 "callback.closed by owner:owner"}));
}

TEST_P(CallbackQueueTest, closing_needs_an_outcome) {
  const CallbackId id = add(promised());
  const auto closed = database_->write([&](db::Transaction& tx) {
    return callbacks_.close(tx, tenant_, id, "", owner_, CorrelationId("cor_2"));
  });
  ASSERT_FALSE(closed.has_value());
  EXPECT_EQ(closed.error().code, ErrorCode::Invalid);
  EXPECT_EQ(all().front().status, CallbackStatus::Open);
}

TEST_P(CallbackQueueTest, a_promise_after_a_closed_one_is_a_new_one) {
  const CallbackId first = add(promised());
  close(first, tenant_);
  clock_.advance(Seconds(1));
  EXPECT_NE(add(promised()), first);
  EXPECT_EQ(all().size(), 2u);
}

INSTANTIATE_TEST_SUITE_P(Stores, CallbackQueueTest, testing::ValuesIn(tests::one_of_each_engine()),
                         tests::store_name);

}  // namespace
}  // namespace callwright::calls
