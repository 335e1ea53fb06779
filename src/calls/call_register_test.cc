#include "calls/call_register.h"

#include "platform/clock/random.h"
#include "support/store_test.h"

namespace callwright::calls {
namespace {

class CallRegisterTest : public tests::StoreTest {
 protected:
  Call opened(const std::string& provider_id = "CA1") {
    return write([&](db::Transaction& tx) {
      return calls_.open(tx, tenant_, provider_id, ConversationId("cnv_" + provider_id),
                         clock_.now());
    });
  }
  bool apply(Call& call, CallEvent event, std::string_view source = "webhook") {
    return write(
        [&](db::Transaction& tx) { return calls_.apply(tx, call, event, source, clock_.now()); });
  }
  bool record(Call& call, std::string_view status) {
    return write([&](db::Transaction& tx) {
      return calls_.record_carrier_status(tx, call, status, "status", clock_.now());
    });
  }
  std::optional<Call> find(const std::string& provider_id) {
    return read([&](db::Transaction& tx) { return calls_.find(tx, tenant_, provider_id); });
  }
  std::vector<StateChange> changes(const Call& call) {
    return read([&](db::Transaction& tx) { return calls_.changes(tx, tenant_, call.id); });
  }
  std::int64_t events_recorded() {
    return read([&](db::Transaction& tx) -> Result<std::int64_t> {
      TRY_ASSIGN(const auto row, tx.query_one("SELECT count(*) FROM call_events"));
      return row->integer(0);
    });
  }

  const TenantId tenant_{"ten_a"};
  ManualClock clock_{from_ms(1'800'000'000'000)};
  SeededRandom random_{1};
  Ids ids_{clock_, random_};
  CallRegister calls_{ids_};
};

TEST_P(CallRegisterTest, a_call_is_found_by_the_carriers_name_and_by_its_conversation) {
  const Call call = opened();
  const auto by_conversation = read(
      [&](db::Transaction& tx) { return calls_.of_conversation(tx, tenant_, call.conversation); });
  for (const auto& found : {find("CA1"), by_conversation}) {
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->id, call.id);
    EXPECT_EQ(found->tenant, tenant_);
    EXPECT_EQ(found->provider_id, "CA1");
    EXPECT_EQ(found->conversation, call.conversation);
    EXPECT_EQ(found->state, CallState::Initiated);
    EXPECT_EQ(found->started_at, clock_.now());
    EXPECT_EQ(found->ended_at, std::nullopt);
  }
  EXPECT_EQ(find("CA2"), std::nullopt);
  const auto elsewhere =
      read([&](db::Transaction& tx) { return calls_.find(tx, TenantId("ten_b"), "CA1"); });
  EXPECT_EQ(elsewhere, std::nullopt);
}

TEST_P(CallRegisterTest, the_carriers_name_is_one_call) {
  opened();
  const auto again = database_->write([&](db::Transaction& tx) {
    return calls_.open(tx, tenant_, "CA1", ConversationId("cnv_2"), clock_.now());
  });
  ASSERT_FALSE(again.has_value());
  EXPECT_EQ(again.error().code, ErrorCode::Conflict);
}

TEST_P(CallRegisterTest, every_change_keeps_when_from_what_and_why) {
  Call call = opened();
  EXPECT_TRUE(apply(call, CallEvent::Answered, "twilio.voice:CA1:0"));
  clock_.advance(Seconds(30));
  EXPECT_TRUE(apply(call, CallEvent::HungUp, "twilio.status:CA1:completed"));

  const auto changed = changes(call);
  ASSERT_EQ(changed.size(), 2u);
  EXPECT_EQ(changed[0].from, CallState::Initiated);
  EXPECT_EQ(changed[0].to, CallState::Active);
  EXPECT_EQ(changed[0].on, CallEvent::Answered);
  EXPECT_EQ(changed[0].source_event, "twilio.voice:CA1:0");
  EXPECT_EQ(changed[1].to, CallState::Ended);
  EXPECT_EQ(changed[1].at, clock_.now());
  EXPECT_EQ(find("CA1")->state, CallState::Ended);
  EXPECT_EQ(find("CA1")->ended_at, clock_.now());
}

TEST_P(CallRegisterTest, a_late_event_is_recorded_and_changes_nothing) {
  Call call = opened();
  apply(call, CallEvent::HungUp);
  const Call before = call;
  EXPECT_FALSE(apply(call, CallEvent::Answered));
  EXPECT_EQ(call.state, CallState::Ended);
  EXPECT_EQ(call.ended_at, before.ended_at);
  EXPECT_EQ(changes(call).size(), 1u);
  EXPECT_EQ(events_recorded(), 2);
}

TEST_P(CallRegisterTest, a_state_that_was_changed_elsewhere_is_not_overwritten) {
  Call call = opened();
  Call stale = call;
  apply(call, CallEvent::HungUp);
  const auto late = database_->write([&](db::Transaction& tx) {
    return calls_.apply(tx, stale, CallEvent::Answered, "webhook", clock_.now());
  });
  ASSERT_FALSE(late.has_value());
  EXPECT_EQ(late.error().code, ErrorCode::Conflict);
  EXPECT_EQ(find("CA1")->state, CallState::Ended);
}

TEST_P(CallRegisterTest, the_carriers_status_only_rises) {
  Call call = opened();
  EXPECT_TRUE(record(call, "ringing"));
  EXPECT_FALSE(record(call, "initiated"));
  EXPECT_TRUE(record(call, "completed"));
  EXPECT_FALSE(record(call, "in-progress"));
  EXPECT_FALSE(record(call, "completed"));
  EXPECT_FALSE(record(call, "busy")) << "another end is an oddity, not news";
  EXPECT_FALSE(record(call, "dancing"));
  EXPECT_EQ(find("CA1")->carrier_status, "completed");
  EXPECT_EQ(events_recorded(), 7);
  EXPECT_TRUE(changes(call).empty());
}

INSTANTIATE_TEST_SUITE_P(Stores, CallRegisterTest, testing::ValuesIn(tests::one_of_each_engine()),
                         tests::store_name);

}  // namespace
}  // namespace callwright::calls
