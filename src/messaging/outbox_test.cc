#include "messaging/outbox.h"

#include <algorithm>

#include "messaging/delivery_book.h"
#include "platform/clock/random.h"
#include "support/store_test.h"

namespace callwright::messaging {
namespace {

using enum MessageStatus;

class OutboxTest : public tests::StoreTest {
 protected:
  NewMessage confirmation(const std::string& cause = "confirmation:apt_1") const {
    return {.cause_key = cause,
            .to = customer_.e164(),
            .kind = MessageKind::Confirmation,
            .body = PrivateText("You are booked."),
            .conversation = ConversationId("cnv_1"),
            .correlation = CorrelationId("cor_1")};
  }
  NewMessage of_kind(MessageKind kind) const {
    NewMessage message = confirmation("cause:" + std::string(to_string(kind)));
    message.kind = kind;
    return message;
  }
  SendAnswer send(const NewMessage& message) {
    return write([&](db::Transaction& tx) { return outbox_.send(tx, tenant_, message); });
  }
  MessageId queued(const NewMessage& message) {
    return std::get<messaging::Queued>(send(message)).id;
  }
  void opt_out() {
    write([&](db::Transaction& tx) {
      return consent_.set(tx, tenant_, customer_, Consent::OptedOut,
                          access::Actor::caller(ConversationId("cnv_1")), CorrelationId("cor_1"));
    });
  }
  int cancel_queued() {
    return write(
        [&](db::Transaction& tx) { return outbox_.cancel_queued(tx, tenant_, customer_.e164()); });
  }
  void begin_attempt(const MessageId& id) {
    write([&](db::Transaction& tx) -> Result<int> {
      TRY_ASSIGN(const auto delivery, book_.find(tx, tenant_, id));
      return book_.begin_attempt(tx, tenant_, *delivery);
    });
  }
  bool accept(const MessageId& id, std::string_view provider_id) {
    return write([&](db::Transaction& tx) { return book_.accept(tx, tenant_, id, provider_id); });
  }
  bool news(std::string_view provider_id, MessageStatus status, std::string_view failure = {}) {
    return write([&](db::Transaction& tx) {
      return outbox_.record_status(tx, tenant_, provider_id, status, failure);
    });
  }
  Message message(const MessageId& id) {
    return *read([&](db::Transaction& tx) { return outbox_.find(tx, tenant_, id); });
  }
  std::vector<Message> all() {
    return read([&](db::Transaction& tx) { return outbox_.all(tx, tenant_); });
  }
  // Kinds of the jobs that wait.
  std::vector<std::string> jobs() {
    return read([&](db::Transaction& tx) -> Result<std::vector<std::string>> {
      TRY_ASSIGN(const db::Rows rows, tx.query("SELECT kind FROM jobs ORDER BY kind"));
      std::vector<std::string> kinds;
      for (const db::Row& row : rows) kinds.push_back(row.text(0));
      return kinds;
    });
  }

  const TenantId tenant_{"ten_a"};
  const PhoneNumber customer_ = *PhoneNumber::parse("+15550100120");
  ManualClock clock_{from_ms(1'800'000'000'000)};
  SeededRandom random_{1};
  Ids ids_{clock_, random_};
  access::Audit audit_{clock_, ids_};
  jobs::Queue queue_{clock_, ids_};
  ConsentBook consent_{clock_, audit_};
  Outbox outbox_{clock_, ids_, queue_, consent_};
  DeliveryBook book_{clock_};
};

TEST_P(OutboxTest, a_cause_makes_one_message_however_often_it_is_sent) {
  const MessageId id = queued(confirmation());
  const SendAnswer again = send(confirmation());
  ASSERT_TRUE(std::holds_alternative<AlreadyQueued>(again));
  EXPECT_EQ(std::get<AlreadyQueued>(again).id, id);
  EXPECT_EQ(all().size(), 1u);
  EXPECT_EQ(jobs(), std::vector<std::string>{"message.deliver"});
}

TEST_P(OutboxTest, a_message_and_its_job_are_committed_with_their_cause_or_not_at_all) {
  const auto undone = database_->write([&](db::Transaction& tx) -> Result<void> {
    TRY(outbox_.send(tx, tenant_, confirmation()));
    return failure(ErrorCode::Conflict, "the slot was taken");
  });
  EXPECT_FALSE(undone.has_value());
  EXPECT_TRUE(all().empty());
  EXPECT_TRUE(jobs().empty());
}

TEST_P(OutboxTest, a_message_keeps_what_it_was_given) {
  const MessageId id = queued(confirmation());
  const Message kept = message(id);
  EXPECT_EQ(kept.at, clock_.now());
  EXPECT_EQ(kept.to, "+15550100120");
  EXPECT_EQ(kept.role, RecipientRole::Customer);
  EXPECT_EQ(kept.channel, MessageChannel::Sms);
  EXPECT_EQ(kept.kind, MessageKind::Confirmation);
  EXPECT_EQ(kept.body.text(), "You are booked.");
  EXPECT_EQ(kept.status, Queued);
  EXPECT_EQ(kept.conversation, ConversationId("cnv_1"));
  const auto of_conversation = read([&](db::Transaction& tx) {
    return outbox_.of_conversation(tx, tenant_, ConversationId("cnv_1"));
  });
  ASSERT_EQ(of_conversation.size(), 1u);
  EXPECT_EQ(of_conversation[0].id, id);
}

TEST_P(OutboxTest, what_is_urgent_has_a_lane_and_a_job_of_its_own) {
  NewMessage alert = of_kind(MessageKind::EmergencyAlert);
  alert.lane = jobs::Lane::Emergency;
  queued(alert);
  EXPECT_EQ(jobs(), std::vector<std::string>{"message.deliver_urgent"});
}

TEST_P(OutboxTest, a_chat_message_is_delivered_by_its_row) {
  NewMessage reply = of_kind(MessageKind::Reply);
  reply.channel = MessageChannel::Chat;
  reply.to = "chat_1";
  EXPECT_EQ(message(queued(reply)).status, Sent);
  EXPECT_TRUE(jobs().empty());
}

TEST_P(OutboxTest, who_opted_out_gets_nothing_but_emergencies_and_acknowledgements) {
  opt_out();
  for (const MessageKind kind : {MessageKind::Confirmation, MessageKind::ChangeNotice,
                                 MessageKind::Reply, MessageKind::Summary, MessageKind::OwnerNotice,
                                 MessageKind::CallbackPromise, MessageKind::Other}) {
    const SendAnswer answer = send(of_kind(kind));
    ASSERT_TRUE(std::holds_alternative<Suppressed>(answer)) << to_string(kind);
    EXPECT_EQ(std::get<Suppressed>(answer).why, "opted_out");
  }
  EXPECT_TRUE(all().empty());
  for (const MessageKind kind :
       {MessageKind::EmergencyAlert, MessageKind::OptOutAck, MessageKind::HelpAck}) {
    EXPECT_TRUE(std::holds_alternative<messaging::Queued>(send(of_kind(kind)))) << to_string(kind);
  }
}

TEST_P(OutboxTest, opting_out_is_about_a_number_so_mail_still_goes) {
  opt_out();
  NewMessage mail = confirmation();
  mail.channel = MessageChannel::Email;
  mail.to = "customer@example.com";
  EXPECT_TRUE(std::holds_alternative<messaging::Queued>(send(mail)));
}

TEST_P(OutboxTest, opting_out_kills_what_is_queued_for_that_person) {
  const MessageId first = queued(confirmation("one"));
  const MessageId second = queued(confirmation("two"));
  const MessageId alert = queued(of_kind(MessageKind::EmergencyAlert));
  NewMessage to_another = confirmation("three");
  to_another.to = "+15550100121";
  const MessageId other = queued(to_another);

  opt_out();
  EXPECT_EQ(cancel_queued(), 2);
  EXPECT_EQ(message(first).status, Cancelled);
  EXPECT_EQ(message(second).status, Cancelled);
  EXPECT_EQ(message(first).failure, "opted_out");
  EXPECT_EQ(message(alert).status, Queued);
  EXPECT_EQ(message(other).status, Queued);
  EXPECT_EQ(cancel_queued(), 0);
}

TEST_P(OutboxTest, what_may_be_with_the_provider_already_is_not_called_cancelled) {
  const MessageId id = queued(confirmation());
  begin_attempt(id);
  opt_out();
  EXPECT_EQ(cancel_queued(), 0);
  EXPECT_EQ(message(id).status, Queued);
  const auto delivery = write([&](db::Transaction& tx) { return book_.find(tx, tenant_, id); });
  EXPECT_TRUE(delivery->withdrawn);
  // The answer that was on its way tells the truth.
  EXPECT_TRUE(accept(id, "SM1"));
  EXPECT_EQ(message(id).status, Accepted);
}

TEST_P(OutboxTest, news_in_any_order_and_twice_comes_to_the_same) {
  std::vector<MessageStatus> order = {Accepted, Sent, Delivered, Sent};
  std::ranges::sort(order);
  int run = 0;
  do {
    // The answer that names the message comes before, between or after the news.
    for (std::size_t named_after = 0; named_after <= order.size(); ++named_after) {
      const std::string tag = std::to_string(++run);
      const MessageId id = queued(confirmation("run:" + tag));
      for (std::size_t i = 0; i <= order.size(); ++i) {
        if (i == named_after) EXPECT_TRUE(accept(id, "SM" + tag));
        if (i < order.size()) news("SM" + tag, order[i]);
      }
      EXPECT_EQ(message(id).status, Delivered) << "run " << run;
    }
  } while (std::ranges::next_permutation(order).found);
}

TEST_P(OutboxTest, delivered_never_becomes_anything_else) {
  const MessageId id = queued(confirmation());
  accept(id, "SM1");
  EXPECT_TRUE(news("SM1", Delivered));
  for (const MessageStatus late : {Queued, Accepted, Sent, Failed, Cancelled, Delivered}) {
    EXPECT_FALSE(news("SM1", late, "30008"));
    EXPECT_EQ(message(id).status, Delivered);
    EXPECT_EQ(message(id).failure, "");
  }
}

TEST_P(OutboxTest, news_of_a_failure_that_came_first_is_not_lost) {
  const MessageId id = queued(confirmation());
  EXPECT_FALSE(news("SM1", Failed, "30003"));
  EXPECT_EQ(message(id).status, Queued);
  EXPECT_TRUE(accept(id, "SM1"));
  EXPECT_EQ(message(id).status, Failed);
  EXPECT_EQ(message(id).failure, "30003");
}

TEST_P(OutboxTest, a_message_of_several_copies_has_failed_when_the_last_of_them_has) {
  const MessageId id = queued(of_kind(MessageKind::EmergencyAlert));
  accept(id, "SM1");
  accept(id, "SM2");
  EXPECT_FALSE(news("SM1", Failed, "30003"));
  EXPECT_FALSE(news("SM1", Delivered)) << "an end is an end, for a copy too";
  EXPECT_EQ(message(id).status, Accepted);
  EXPECT_TRUE(news("SM2", Failed, "30005"));
  EXPECT_EQ(message(id).status, Failed);
  EXPECT_EQ(message(id).failure, "30005");
}

TEST_P(OutboxTest, an_id_that_is_one_messages_cannot_become_anothers) {
  const MessageId first = queued(confirmation("one"));
  const MessageId second = queued(confirmation("two"));
  EXPECT_TRUE(accept(first, "SM1"));
  EXPECT_TRUE(accept(first, "SM1"));
  EXPECT_FALSE(accept(second, "SM1"));
  EXPECT_EQ(message(second).status, Queued);
}

TEST_P(OutboxTest, news_of_another_tenant_is_not_ours) {
  const MessageId id = queued(confirmation());
  accept(id, "SM1");
  const bool changed = write([&](db::Transaction& tx) {
    return outbox_.record_status(tx, TenantId("ten_b"), "SM1", Delivered, {});
  });
  EXPECT_FALSE(changed);
  EXPECT_EQ(message(id).status, Accepted);
}

TEST_P(OutboxTest, news_that_nobody_asked_for_is_forgotten_after_a_day) {
  const auto waiting = [&] {
    return read([&](db::Transaction& tx) -> Result<std::int64_t> {
      TRY_ASSIGN(const auto row, tx.query_one("SELECT count(*) FROM message_copies"));
      return row->integer(0);
    });
  };
  news("SM_unknown", Sent);
  clock_.advance(std::chrono::hours(25));
  EXPECT_EQ(waiting(), 1);
  news("SM_another", Sent);
  EXPECT_EQ(waiting(), 1);
}

TEST_P(OutboxTest, only_what_was_given_up_on_can_be_opened_again) {
  const MessageId given_up = queued(confirmation("one"));
  const MessageId unsure = queued(confirmation("two"));
  const auto fail = [&](const MessageId& id, std::string_view code) {
    write([&](db::Transaction& tx) { return book_.fail(tx, tenant_, id, code); });
  };
  const auto reopen = [&](const MessageId& id) {
    return write([&](db::Transaction& tx) { return book_.reopen(tx, tenant_, id); });
  };
  EXPECT_FALSE(reopen(given_up));
  fail(given_up, gave_up);
  fail(unsure, unconfirmed);
  EXPECT_TRUE(reopen(given_up));
  EXPECT_EQ(message(given_up).status, Queued);
  EXPECT_FALSE(reopen(unsure));
  EXPECT_EQ(message(unsure).status, Failed);
}

INSTANTIATE_TEST_SUITE_P(Stores, OutboxTest, testing::ValuesIn(tests::one_of_each_engine()),
                         tests::store_name);

}  // namespace
}  // namespace callwright::messaging
