// Alerts climbing their ladder through providers in every mood. The rules of the ladder alone are
// tested in domain/alert_ladder_test.cc.
#include "notifications/domain/alert_ladder.h"
#include "notifications/test_support/alert_world.h"
#include "platform/metrics/metrics.h"
#include "support/store_test.h"

namespace callwright::notifications {
namespace {

using messaging::MessageChannel;
using messaging::MessageStatus;

class ClimbLadderTest : public tests::StoreTest, public AlertWorld {
 protected:
  ClimbLadderTest() : AlertWorld(*database_) {}
};

TEST_P(ClimbLadderTest, everybody_is_tried_until_the_ladder_ends) {
  const AlertId id = raised(gas());
  advance(std::chrono::minutes(20));
  EXPECT_EQ(seconds_of(network_.texts, start_), (std::vector{Seconds(0), Seconds(180)}));
  EXPECT_EQ(seconds_of(network_.calls, start_),
            (std::vector{Seconds(90), Seconds(180), Seconds(270), Seconds(270)}));
  EXPECT_EQ(alert(id).state, AlertState::Exhausted);
  ASSERT_EQ(to_operator().size(), 1u);
  EXPECT_EQ(to_operator()[0].at, start_ + Seconds(360));
  EXPECT_TRUE(to_operator()[0].body.text().contains("alert_exhausted"));
  EXPECT_EQ(audited_actions(),
            (std::vector<std::string>{"alert.raised", "alert.climbed", "alert.climbed",
                                      "alert.climbed", "alert.climbed", "alert.exhausted"}));
}

TEST_P(ClimbLadderTest, taking_it_takes_back_what_has_not_gone_out) {
  network_.sms_mood = Mood::Down;
  const AlertId id = raised(gas());
  advance(Seconds(35));
  ASSERT_EQ(network_.calls.size(), 1u);
  acknowledge(id);
  network_.sms_mood = Mood::Answers;
  advance(std::chrono::hours(1));
  EXPECT_TRUE(network_.texts.empty());
  EXPECT_EQ(messages()[0].status, MessageStatus::Cancelled);
}

TEST_P(ClimbLadderTest, what_may_have_gone_out_is_not_repeated_once_somebody_has_taken_it) {
  network_.sms_mood = Mood::Hangs;
  const AlertId id = raised(gas());
  run_due();
  ASSERT_EQ(network_.requests.size(), 1u);
  acknowledge(id);
  network_.sms_mood = Mood::Answers;
  advance(std::chrono::hours(1));
  EXPECT_EQ(network_.requests.size(), 1u);
  EXPECT_EQ(messages()[0].status, MessageStatus::Cancelled) << "the provider was asked";
}

TEST_P(ClimbLadderTest, texts_that_do_not_go_out_make_the_owners_phone_ring) {
  network_.sms_mood = Mood::Down;
  raised(gas());
  advance(Seconds(31));
  ASSERT_EQ(network_.calls.size(), 1u);
  EXPECT_EQ(network_.calls[0].to, "+15550100101");
  EXPECT_LE(network_.calls[0].at, start_ + acceptance_wait);
  advance(std::chrono::minutes(2));
  const auto told = to_operator();
  EXPECT_TRUE(std::ranges::none_of(told, [](const messaging::Message& it) {
    return it.body.text().contains("alert_not_accepted");
  })) << "a call was accepted";
}

TEST_P(ClimbLadderTest, a_text_that_was_accepted_buys_no_time_for_a_call_that_was_not) {
  network_.call_mood = Mood::Down;
  raised(gas());
  advance(Seconds(125));
  EXPECT_EQ(seconds_of(network_.texts, start_), (std::vector{Seconds(0), Seconds(120)}));
}

TEST_P(ClimbLadderTest, a_refused_text_is_not_waited_for) {
  network_.sms_mood = Mood::Refuses;
  network_.refusal = "21610";
  raised(gas());
  advance(look_interval);
  EXPECT_EQ(network_.calls.size(), 1u);
}

TEST_P(ClimbLadderTest, an_undelivered_text_is_not_waited_for_either) {
  raised(gas());
  advance(Seconds(5));
  news(network_.texts[0].provider_id, MessageStatus::Failed);
  advance(look_interval);
  EXPECT_EQ(network_.calls.size(), 1u);
}

TEST_P(ClimbLadderTest, when_every_provider_is_down_the_operator_hears_within_ninety_seconds) {
  const double alerts_before =
      metrics::Registry::global().total("callwright_operator_alerts_total");
  all_moods(Mood::Down);
  raised(gas());
  advance(Seconds(90));
  ASSERT_EQ(to_operator().size(), 1u);
  EXPECT_LE(to_operator()[0].at, start_ + Seconds(90));
  EXPECT_TRUE(to_operator()[0].body.text().contains("alert_not_accepted"));
  EXPECT_EQ(metrics::Registry::global().total("callwright_operator_alerts_total"),
            alerts_before + 1);
}

TEST_P(ClimbLadderTest, after_an_outage_the_alert_still_goes_out_and_can_be_taken) {
  all_moods(Mood::Down);
  const AlertId id = raised(gas());
  advance(std::chrono::minutes(20));
  ASSERT_EQ(alert(id).state, AlertState::Exhausted);
  all_moods(Mood::Answers);
  advance(std::chrono::minutes(1));
  EXPECT_EQ(network_.texts.size(), 2u);
  EXPECT_EQ(ringing_for("+15550100101"), id);
  EXPECT_TRUE(acknowledge(id));
  EXPECT_EQ(alert(id).state, AlertState::Acknowledged);
}

TEST_P(ClimbLadderTest, an_outage_leaves_one_call_for_each_phone) {
  network_.call_mood = Mood::Down;
  raised(gas());
  advance(std::chrono::minutes(20));
  network_.call_mood = Mood::Answers;
  advance(std::chrono::minutes(2));
  EXPECT_EQ(network_.calls.size(), 2u);
}

TEST_P(ClimbLadderTest, a_lost_answer_repeats_the_alert_and_the_ladder_goes_on) {
  network_.sms_mood = Mood::AcceptsThenHangs;
  raised(gas());
  advance(Seconds(31));
  ASSERT_EQ(network_.texts.size(), static_cast<std::size_t>(3));
  EXPECT_TRUE(network_.texts[2].body.ends_with("(alert 3 of the same emergency)"));
}

TEST_P(ClimbLadderTest, a_process_that_dies_in_the_first_attempt_costs_seconds_not_the_alert) {
  raised(gas());
  die_during_attempt(messages()[0].id);
  clock_.advance(urgent_delivery_policy.lease_emergency);
  run_due();
  ASSERT_EQ(network_.texts.size(), 1u);
  EXPECT_LE(network_.texts[0].at, start_ + Seconds(60));
}

TEST_P(ClimbLadderTest, a_business_that_can_reach_nobody_alerts_the_operator_at_once) {
  tenant_.owner = {.name = "Owner"};
  tenant_.on_call.clear();
  const AlertId id = raised(gas());
  EXPECT_EQ(alert(id).state, AlertState::Exhausted);
  ASSERT_EQ(to_operator().size(), 1u);
  EXPECT_EQ(to_operator()[0].channel, MessageChannel::Webhook);
  EXPECT_EQ(to_operator()[0].status, MessageStatus::Sent);
}

INSTANTIATE_TEST_SUITE_P(Stores, ClimbLadderTest, testing::ValuesIn(tests::one_of_each_engine()),
                         tests::store_name);

}  // namespace
}  // namespace callwright::notifications
