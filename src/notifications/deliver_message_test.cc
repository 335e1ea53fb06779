#include "notifications/deliver_message.h"

#include "notifications/domain/delivery_step.h"
#include "notifications/test_support/delivery_world.h"
#include "support/store_test.h"

namespace callwright::notifications {
namespace {

using messaging::AttemptResult;
using messaging::MessageChannel;
using messaging::MessageKind;
using messaging::MessageStatus;
using messaging::RecipientRole;

class DeliverMessageTest : public tests::StoreTest, public DeliveryWorld {
 protected:
  DeliverMessageTest() : DeliveryWorld(*database_) {}

  MessageId queued(messaging::NewMessage message) {
    return std::get<messaging::Queued>(
               write([&](db::Transaction& tx) { return outbox_.send(tx, tenant_.id, message); }))
        .id;
  }
  messaging::NewMessage confirmation() const {
    return {.cause_key = "confirmation:apt_1",
            .to = customer_.e164(),
            .kind = MessageKind::Confirmation,
            .body = PrivateText("You are booked."),
            .correlation = CorrelationId("cor_1")};
  }
  messaging::NewMessage alert(MessageChannel channel = MessageChannel::Sms) const {
    return {.cause_key = "alert:alr_1:0",
            .to = tenant_.owner.phone->e164(),
            .role = RecipientRole::Owner,
            .channel = channel,
            .kind = MessageKind::EmergencyAlert,
            .body = PrivateText("GAS SMELL."),
            .correlation = CorrelationId("cor_1"),
            .lane = jobs::Lane::Emergency};
  }
  void opt_out() {
    write([&](db::Transaction& tx) {
      return consent_.set(tx, tenant_.id, customer_, messaging::Consent::OptedOut,
                          access::Actor::system("test"), CorrelationId("cor_1"));
    });
  }
  std::vector<AttemptResult> results(const MessageId& id) {
    std::vector<AttemptResult> results;
    for (const messaging::Attempt& attempt : attempts(id)) results.push_back(attempt.result);
    return results;
  }
  void execute(const std::string& sql) {
    write([&](db::Transaction& tx) { return tx.execute(sql); });
  }
  std::vector<jobs::ParkedJob> parked() {
    return read([&](db::Transaction& tx) { return queue_.parked(tx, 10); });
  }
};

TEST_P(DeliverMessageTest, each_channel_goes_out_by_its_port_from_the_business) {
  const MessageId sms = queued(confirmation());
  const MessageId call = queued(alert(MessageChannel::Call));
  messaging::NewMessage mail = confirmation();
  mail.cause_key = "summary:1";
  mail.channel = MessageChannel::Email;
  mail.to = "owner@example.com";
  const MessageId mailed = queued(mail);
  run_due();
  ASSERT_EQ(network_.texts.size(), 1u);
  EXPECT_EQ(network_.texts[0].body, "You are booked.");
  EXPECT_EQ(network_.calls.size(), 1u);
  EXPECT_EQ(network_.mails.size(), 1u);
  for (const MessageId& id : {sms, call, mailed}) {
    EXPECT_EQ(message(id).status, MessageStatus::Accepted);
    EXPECT_EQ(results(id), std::vector{AttemptResult::Accepted});
  }
  EXPECT_TRUE(practice_network_.requests.empty());
}

TEST_P(DeliverMessageTest, a_practice_business_never_reaches_the_real_network) {
  tenant_.sandbox = true;
  save_tenant();
  queued(confirmation());
  run_due();
  EXPECT_TRUE(network_.requests.empty());
  EXPECT_EQ(practice_network_.texts.size(), 1u);
}

TEST_P(DeliverMessageTest, the_attempt_is_committed_before_the_provider_hears_of_it) {
  const MessageId id = queued(confirmation());
  std::vector<AttemptResult> seen;
  network_.meanwhile = [&](const StubNetwork::Held& held) { seen = results(held.message); };
  run_due();
  EXPECT_EQ(seen, std::vector{AttemptResult::Open});
}

TEST_P(DeliverMessageTest, opting_out_stops_what_is_queued_already) {
  const MessageId id = queued(confirmation());
  opt_out();
  run_due();
  EXPECT_TRUE(network_.requests.empty());
  EXPECT_EQ(message(id).status, MessageStatus::Cancelled);
  EXPECT_EQ(message(id).failure, "opted_out");
}

TEST_P(DeliverMessageTest, opting_out_between_two_attempts_stops_the_second) {
  const MessageId id = queued(confirmation());
  network_.sms_mood = Mood::Down;
  run_due();
  opt_out();
  network_.sms_mood = Mood::Answers;
  advance(Seconds(60));
  EXPECT_TRUE(network_.texts.empty());
  EXPECT_EQ(message(id).status, MessageStatus::Cancelled);
}

TEST_P(DeliverMessageTest, an_outage_of_six_hours_is_waited_out) {
  const MessageId id = queued(confirmation());
  network_.sms_mood = Mood::Down;
  advance(std::chrono::hours(6));
  EXPECT_EQ(message(id).status, MessageStatus::Queued);
  network_.sms_mood = Mood::Answers;
  advance(std::chrono::minutes(10));
  EXPECT_EQ(message(id).status, MessageStatus::Accepted);
  EXPECT_EQ(network_.texts.size(), 1u);
}

TEST_P(DeliverMessageTest, an_endless_outage_ends_in_a_failure_people_see_and_can_undo) {
  const MessageId id = queued(confirmation());
  network_.sms_mood = Mood::Down;
  advance(std::chrono::hours(24));
  EXPECT_EQ(message(id).status, MessageStatus::Failed);
  EXPECT_EQ(message(id).failure, messaging::gave_up);
  EXPECT_EQ(attempts(id).size(), static_cast<std::size_t>(delivery_policy.attempts_max));
  ASSERT_EQ(parked().size(), 1u);
  const JobId parked_id = parked()[0].id;

  network_.sms_mood = Mood::Answers;
  EXPECT_TRUE(write([&](db::Transaction& tx) { return queue_.retry_parked(tx, parked_id); }));
  run_due();
  EXPECT_EQ(message(id).status, MessageStatus::Accepted);
}

TEST_P(DeliverMessageTest, a_store_that_fails_at_the_last_attempt_leaves_no_message_queued) {
  const MessageId id = queued(confirmation());
  network_.sms_mood = Mood::Down;
  execute("UPDATE jobs SET attempts = " + std::to_string(delivery_policy.attempts_max - 1));
  execute("ALTER TABLE delivery_attempts RENAME TO out_of_reach");
  run_due();
  EXPECT_EQ(message(id).status, MessageStatus::Queued);
  execute("ALTER TABLE out_of_reach RENAME TO delivery_attempts");
  advance(std::chrono::minutes(10));
  EXPECT_EQ(message(id).status, MessageStatus::Failed);
  EXPECT_EQ(message(id).failure, messaging::gave_up);
  EXPECT_EQ(parked().size(), 1u);
}

TEST_P(DeliverMessageTest, a_provider_is_not_asked_again_before_it_wants_to_be) {
  queued(confirmation());
  network_.sms_mood = Mood::Throttles;
  run_due();
  advance(network_.throttle_wait - Milliseconds(1));
  EXPECT_EQ(network_.requests.size(), 1u);
  advance(Seconds(1));
  EXPECT_EQ(network_.requests.size(), 2u);
}

TEST_P(DeliverMessageTest, a_refusal_is_final) {
  const MessageId id = queued(confirmation());
  network_.sms_mood = Mood::Refuses;
  advance(std::chrono::hours(1));
  EXPECT_EQ(network_.requests.size(), 1u);
  EXPECT_EQ(message(id).status, MessageStatus::Failed);
  EXPECT_EQ(message(id).failure, "30006");
}

TEST_P(DeliverMessageTest, the_carriers_word_that_somebody_opted_out_is_written_into_our_book) {
  messaging::NewMessage later = confirmation();
  later.cause_key = "reminder:apt_1";
  later.not_before = clock_.now() + std::chrono::hours(1);
  const MessageId waiting = queued(later);
  queued(confirmation());
  network_.sms_mood = Mood::Refuses;
  network_.refusal = "21610";
  run_due();
  const auto consent =
      read([&](db::Transaction& tx) { return consent_.of(tx, tenant_.id, customer_); });
  EXPECT_EQ(consent, messaging::Consent::OptedOut);
  EXPECT_EQ(message(waiting).status, MessageStatus::Cancelled);
  EXPECT_EQ(audited_actions(), std::vector<std::string>{"consent.changed"});
}

TEST_P(DeliverMessageTest, a_text_whose_answer_was_lost_is_looked_up_and_not_sent_twice) {
  const MessageId id = queued(confirmation());
  network_.sms_mood = Mood::AcceptsThenHangs;
  advance(std::chrono::hours(1));
  EXPECT_EQ(network_.requests.size(), 1u);
  EXPECT_EQ(message(id).status, MessageStatus::Accepted);
  EXPECT_EQ(results(id), std::vector{AttemptResult::Accepted});
  EXPECT_TRUE(news(network_.texts[0].provider_id, MessageStatus::Delivered));
}

TEST_P(DeliverMessageTest, a_text_is_found_although_the_providers_clock_is_behind_ours) {
  const MessageId id = queued(confirmation());
  network_.sms_mood = Mood::AcceptsThenHangs;
  run_due();
  ASSERT_EQ(network_.texts.size(), 1u);
  network_.texts[0].at -= Minutes(10);
  advance(std::chrono::hours(1));
  EXPECT_EQ(network_.requests.size(), 1u);
  EXPECT_EQ(message(id).status, MessageStatus::Accepted);
}

TEST_P(DeliverMessageTest, a_text_that_surely_was_not_taken_is_sent_again) {
  const MessageId id = queued(confirmation());
  network_.sms_mood = Mood::Hangs;
  run_due();
  network_.sms_mood = Mood::Answers;
  advance(Seconds(30));
  EXPECT_EQ(network_.texts.size(), 1u);
  EXPECT_EQ(message(id).status, MessageStatus::Accepted);
  EXPECT_EQ(results(id), (std::vector{AttemptResult::NeverWent, AttemptResult::Accepted}));
}

TEST_P(DeliverMessageTest, while_nobody_can_say_whether_it_went_it_is_not_sent_and_then_given_up) {
  const MessageId id = queued(confirmation());
  network_.sms_mood = Mood::AcceptsThenHangs;
  network_.look_up_works = false;
  advance(std::chrono::hours(24));
  EXPECT_EQ(network_.requests.size(), 1u);
  EXPECT_EQ(message(id).status, MessageStatus::Failed);
  EXPECT_EQ(message(id).failure, messaging::unconfirmed);
  EXPECT_EQ(parked().size(), 1u);
}

TEST_P(DeliverMessageTest, mail_whose_answer_was_lost_is_left_unconfirmed) {
  messaging::NewMessage mail = confirmation();
  mail.channel = MessageChannel::Email;
  mail.to = "customer@example.com";
  const MessageId id = queued(mail);
  network_.mail_mood = Mood::AcceptsThenHangs;
  advance(std::chrono::hours(1));
  EXPECT_EQ(network_.requests.size(), 1u);
  EXPECT_EQ(message(id).failure, messaging::unconfirmed);
}

TEST_P(DeliverMessageTest, a_crash_after_the_hand_over_does_not_repeat_the_text) {
  const MessageId id = queued(confirmation());
  die_during_attempt(id);
  network_.texts.push_back({.provider_id = "SM77",
                            .message = id,
                            .at = clock_.now(),
                            .to = customer_.e164(),
                            .body = "You are booked."});
  advance(std::chrono::minutes(5));
  EXPECT_TRUE(network_.requests.empty());
  EXPECT_EQ(message(id).status, MessageStatus::Accepted);
  EXPECT_TRUE(news("SM77", MessageStatus::Sent));
}

TEST_P(DeliverMessageTest, a_crash_before_the_hand_over_loses_nothing) {
  const MessageId id = queued(confirmation());
  die_during_attempt(id);
  advance(std::chrono::minutes(5));
  EXPECT_EQ(network_.texts.size(), 1u);
  EXPECT_EQ(message(id).status, MessageStatus::Accepted);
}

TEST_P(DeliverMessageTest, opting_out_while_a_copy_is_in_doubt_finds_out_but_sends_no_other) {
  for (const bool went : {true, false}) {
    messaging::NewMessage message_of_run = confirmation();
    message_of_run.cause_key = went ? "went" : "never_went";
    message_of_run.to = went ? "+15550100121" : "+15550100122";
    const MessageId id = queued(message_of_run);
    network_.sms_mood = went ? Mood::AcceptsThenHangs : Mood::Hangs;
    run_due();
    network_.sms_mood = Mood::Answers;
    const std::size_t requests = network_.requests.size();
    write([&](db::Transaction& tx) -> Result<int> {
      TRY(consent_.set(tx, tenant_.id, *PhoneNumber::parse(message_of_run.to),
                       messaging::Consent::OptedOut, access::Actor::system("test"),
                       CorrelationId("cor_1")));
      return outbox_.cancel_queued(tx, tenant_.id, message_of_run.to);
    });
    advance(std::chrono::minutes(5));
    EXPECT_EQ(network_.requests.size(), requests);
    EXPECT_EQ(message(id).status, went ? MessageStatus::Accepted : MessageStatus::Cancelled);
  }
}

TEST_P(DeliverMessageTest, news_may_come_before_the_answer_it_is_about) {
  const MessageId id = queued(confirmation());
  network_.meanwhile = [&](const StubNetwork::Held& held) {
    EXPECT_FALSE(news(held.provider_id, MessageStatus::Delivered));
  };
  run_due();
  EXPECT_EQ(message(id).status, MessageStatus::Delivered);
}

TEST_P(DeliverMessageTest, an_emergency_is_repeated_at_once_and_says_so) {
  const MessageId id = queued(alert());
  network_.sms_mood = Mood::AcceptsThenHangs;
  run_due();
  network_.sms_mood = Mood::Answers;
  advance(Seconds(2));
  ASSERT_EQ(network_.texts.size(), 2u);
  EXPECT_EQ(network_.texts[0].body, "GAS SMELL.");
  EXPECT_EQ(network_.texts[1].body, "GAS SMELL. (alert 2 of the same emergency)");
  EXPECT_EQ(message(id).status, MessageStatus::Accepted);
}

TEST_P(DeliverMessageTest, an_emergency_is_not_repeated_into_the_dark_for_ever) {
  queued(alert());
  network_.sms_mood = Mood::AcceptsThenHangs;
  advance(std::chrono::hours(2));
  EXPECT_EQ(network_.requests.size(), static_cast<std::size_t>(copies_in_doubt_max));

  const MessageId call = queued([&] {
    messaging::NewMessage ringing = alert(MessageChannel::Call);
    ringing.cause_key = "alert:alr_1:1";
    return ringing;
  }());
  network_.call_mood = Mood::Hangs;
  advance(std::chrono::hours(2));
  EXPECT_EQ(message(call).status, MessageStatus::Failed);
  EXPECT_EQ(message(call).failure, messaging::unconfirmed);
}

TEST_P(DeliverMessageTest, an_emergency_is_tried_again_after_one_two_and_four_seconds) {
  queued(alert());
  network_.sms_mood = Mood::Down;
  const Instant start = clock_.now();
  advance(Seconds(20));
  ASSERT_GE(network_.requests.size(), 5u);
  Milliseconds bound{0};
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_LE(network_.requests[i] - start, bound) << "attempt " << i + 1;
    bound += Milliseconds(1'000 << i);
  }
}

TEST_P(DeliverMessageTest, an_emergency_goes_out_to_somebody_who_opted_out) {
  const MessageId id = queued(alert());
  write([&](db::Transaction& tx) {
    return consent_.set(tx, tenant_.id, *tenant_.owner.phone, messaging::Consent::OptedOut,
                        access::Actor::system("test"), CorrelationId("cor_1"));
  });
  run_due();
  EXPECT_EQ(network_.texts.size(), 1u);
  EXPECT_EQ(message(id).status, MessageStatus::Accepted);
}

TEST_P(DeliverMessageTest, what_can_reach_nobody_fails_without_being_tried) {
  messaging::NewMessage nowhere = confirmation();
  nowhere.to = "the kitchen";
  const MessageId id = queued(nowhere);
  run_due();
  EXPECT_TRUE(network_.requests.empty());
  EXPECT_EQ(message(id).status, MessageStatus::Failed);
  EXPECT_EQ(message(id).failure, "bad_address");
}

INSTANTIATE_TEST_SUITE_P(Stores, DeliverMessageTest, testing::ValuesIn(tests::one_of_each_engine()),
                         tests::store_name);

}  // namespace
}  // namespace callwright::notifications
