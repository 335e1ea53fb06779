#include "messaging/conversations.h"

#include "platform/clock/random.h"
#include "support/store_test.h"

namespace callwright::messaging {
namespace {

using language::Channel;

class ConversationsTest : public tests::StoreTest {
 protected:
  Conversation opened(Channel channel, const std::string& key) {
    return write([&](db::Transaction& tx) {
      return conversations_.open(tx, tenant_, channel, key, person_, CorrelationId("cor_1"),
                                 clock_.now());
    });
  }
  std::optional<Conversation> latest(const TenantId& tenant, Channel channel,
                                     const std::string& key) {
    return write(
        [&](db::Transaction& tx) { return conversations_.latest(tx, tenant, channel, key); });
  }
  void save(const Conversation& conversation, const std::optional<TurnRecord>& turn = {}) {
    write([&](db::Transaction& tx) -> Result<bool> {
      TRY(conversations_.save(tx, conversation, turn));
      return true;
    });
  }
  void end(Conversation& conversation) {
    conversation.outcome = "answered_faq";
    conversation.ended_at = conversation.last_at = clock_.now();
    save(conversation);
  }

  const TenantId tenant_{"ten_a"};
  const PhoneNumber person_ = *PhoneNumber::parse("+15550100120");
  ManualClock clock_{from_ms(1'800'000'000'000)};
  SeededRandom random_{1};
  Ids ids_{clock_, random_};
  Conversations conversations_{ids_};
};

TEST_P(ConversationsTest, what_is_saved_is_what_is_found) {
  Conversation conversation = opened(Channel::Voice, "CA1");
  clock_.advance(Seconds(7));
  conversation.customer = CustomerId("cus_1");
  conversation.turn = 1;
  conversation.memory = R"({"stage":"address"})";
  conversation.outcome = "booked";
  conversation.emergency = R"({"level":"ambiguous"})";
  conversation.ended_at = conversation.last_at = clock_.now();
  save(conversation);

  for (const auto& found : {latest(tenant_, Channel::Voice, "CA1"), read([&](db::Transaction& tx) {
                              return conversations_.find(tx, tenant_, conversation.id);
                            })}) {
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->id, conversation.id);
    EXPECT_EQ(found->tenant, tenant_);
    EXPECT_EQ(found->channel, Channel::Voice);
    EXPECT_EQ(found->key, "CA1");
    EXPECT_TRUE(found->person == person_);
    EXPECT_EQ(found->customer, CustomerId("cus_1"));
    EXPECT_EQ(found->correlation, CorrelationId("cor_1"));
    EXPECT_EQ(found->turn, 1);
    EXPECT_EQ(found->memory, conversation.memory);
    EXPECT_EQ(found->outcome, "booked");
    EXPECT_EQ(found->emergency, conversation.emergency);
    EXPECT_EQ(found->opened_at, conversation.opened_at);
    EXPECT_EQ(found->last_at, clock_.now());
    EXPECT_EQ(found->ended_at, clock_.now());
  }
}

TEST_P(ConversationsTest, channel_key_and_tenant_keep_conversations_apart) {
  opened(Channel::Sms, "+15550100120");
  EXPECT_EQ(latest(tenant_, Channel::Chat, "+15550100120"), std::nullopt);
  EXPECT_EQ(latest(tenant_, Channel::Sms, "+15550100121"), std::nullopt);
  EXPECT_EQ(latest(TenantId("ten_b"), Channel::Sms, "+15550100120"), std::nullopt);
}

TEST_P(ConversationsTest, the_latest_of_a_key_is_found_also_after_it_ended) {
  Conversation first = opened(Channel::Sms, "+15550100120");
  end(first);
  EXPECT_EQ(latest(tenant_, Channel::Sms, "+15550100120")->id, first.id);
  clock_.advance(Seconds(1));
  const Conversation second = opened(Channel::Sms, "+15550100120");
  EXPECT_EQ(latest(tenant_, Channel::Sms, "+15550100120")->id, second.id);
}

TEST_P(ConversationsTest, one_call_cannot_be_opened_twice) {
  opened(Channel::Voice, "CA1");
  const auto again = database_->write([&](db::Transaction& tx) {
    return conversations_.open(tx, tenant_, Channel::Voice, "CA1", std::nullopt,
                               CorrelationId("cor_2"), clock_.now());
  });
  ASSERT_FALSE(again.has_value());
  EXPECT_EQ(again.error().code, ErrorCode::Conflict);
}

TEST_P(ConversationsTest, a_turn_is_recorded_once) {
  Conversation conversation = opened(Channel::Voice, "CA1");
  const TurnRecord turn{.turn = 0,
                        .at = clock_.now(),
                        .heard = PrivateText(),
                        .said = PrivateText("Hello."),
                        .trace = "{}"};
  save(conversation, turn);
  const auto again = database_->write(
      [&](db::Transaction& tx) { return conversations_.save(tx, conversation, turn); });
  ASSERT_FALSE(again.has_value());
  EXPECT_EQ(again.error().code, ErrorCode::Conflict);
}

TEST_P(ConversationsTest, the_transcript_has_both_sides_in_order_and_no_empty_lines) {
  Conversation conversation = opened(Channel::Voice, "CA1");
  save(conversation, TurnRecord{0, clock_.now(), {}, PrivateText("Hello."), "{}"});
  clock_.advance(Seconds(5));
  save(conversation,
       TurnRecord{1, clock_.now(), PrivateText("No heat."), PrivateText("Where?"), "{}"});
  const auto lines = read(
      [&](db::Transaction& tx) { return conversations_.transcript(tx, tenant_, conversation.id); });
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_EQ(lines[0].speaker, Speaker::Receptionist);
  EXPECT_EQ(lines[1].speaker, Speaker::Caller);
  EXPECT_EQ(lines[1].text.text(), "No heat.");
  EXPECT_EQ(lines[2].speaker, Speaker::Receptionist);
  EXPECT_EQ(lines[2].text.text(), "Where?");
  EXPECT_EQ(lines[2].at, clock_.now());
}

INSTANTIATE_TEST_SUITE_P(Stores, ConversationsTest, testing::ValuesIn(tests::one_of_each_engine()),
                         tests::store_name);

}  // namespace
}  // namespace callwright::messaging
