#include "notifications/emergency_alerts.h"

#include "notifications/test_support/alert_world.h"
#include "platform/metrics/metrics.h"
#include "support/store_test.h"

namespace callwright::notifications {
namespace {

using messaging::MessageChannel;
using messaging::MessageKind;
using messaging::MessageStatus;
using messaging::RecipientRole;

class EmergencyAlertsTest : public tests::StoreTest, public AlertWorld {
 protected:
  EmergencyAlertsTest() : AlertWorld(*database_) {}
};

TEST_P(EmergencyAlertsTest, the_first_rung_is_in_the_commit_of_the_detection) {
  const AlertId id = raised(gas());
  const auto told = messages();
  ASSERT_EQ(told.size(), 1u);
  EXPECT_EQ(told[0].to, "+15550100101");
  EXPECT_EQ(told[0].role, RecipientRole::Owner);
  EXPECT_EQ(told[0].channel, MessageChannel::Sms);
  EXPECT_EQ(told[0].kind, MessageKind::EmergencyAlert);
  EXPECT_EQ(told[0].conversation, ConversationId("cnv_1"));
  EXPECT_EQ(told[0].body.text(),
            "GAS SMELL at 1204 Oak Street. Call 555 010 0120. Reply 1 to take it.");
  EXPECT_EQ(alert(id).state, AlertState::Ringing);
  run_due();
  EXPECT_EQ(network_.requests, std::vector{start_});
}

TEST_P(EmergencyAlertsTest, nothing_is_told_of_an_emergency_that_was_not_committed) {
  const auto undone = database_->write([&](db::Transaction& tx) -> Result<void> {
    TRY(alerts_.raise(tx, tenant_, gas()));
    return failure(ErrorCode::Conflict, "another turn was first");
  });
  EXPECT_FALSE(undone.has_value());
  advance(std::chrono::minutes(30));
  EXPECT_TRUE(network_.requests.empty());
}

TEST_P(EmergencyAlertsTest, one_emergency_makes_one_alert) {
  const AlertId id = raised(gas());
  const auto is_known = [&](const EmergencyFacts& facts) {
    const RaiseAnswer answer = raise(facts);
    const auto* known = std::get_if<AlreadyRaised>(&answer);
    return known != nullptr && known->id == id;
  };
  EXPECT_TRUE(is_known(gas())) << "the same conversation";
  EmergencyFacts other_words = gas("cnv_2");
  other_words.hazard = "gas.leak";
  EXPECT_TRUE(is_known(other_words)) << "the same caller about the same thing";
  EXPECT_EQ(messages().size(), 1u);

  EmergencyFacts other_thing = gas("cnv_3");
  other_thing.hazard = "fire.smoke";
  EXPECT_FALSE(is_known(other_thing));
  EmergencyFacts other_caller = gas("cnv_4");
  other_caller.caller = PhoneNumber::parse("+15550100121");
  EXPECT_FALSE(is_known(other_caller));
  EmergencyFacts withheld = gas("cnv_5");
  withheld.caller = std::nullopt;
  EXPECT_FALSE(is_known(withheld));
}

TEST_P(EmergencyAlertsTest, the_same_caller_an_hour_later_is_another_emergency) {
  const AlertId id = raised(gas());
  acknowledge(id);
  advance(std::chrono::minutes(61));
  EXPECT_TRUE(std::holds_alternative<Raised>(raise(gas("cnv_2"))));
}

TEST_P(EmergencyAlertsTest, who_calls_again_after_nobody_came_gets_a_ladder_of_their_own) {
  const AlertId id = raised(gas());
  advance(std::chrono::minutes(20));
  ASSERT_EQ(alert(id).state, AlertState::Exhausted);
  EXPECT_TRUE(std::holds_alternative<Raised>(raise(gas("cnv_2"))));
}

TEST_P(EmergencyAlertsTest, only_the_tenants_own_switch_takes_an_alert_away) {
  tenant_.policies.lockdown = true;
  tenant_.subscription.state = tenants::SubscriptionState::Canceled;
  write([&](db::Transaction& tx) {
    return consent_.set(tx, tenant_.id, *tenant_.owner.phone, messaging::Consent::OptedOut,
                        access::Actor::system("test"), CorrelationId("cor_1"));
  });
  EXPECT_TRUE(std::holds_alternative<Raised>(raise(gas())));
  run_due();
  EXPECT_EQ(network_.texts.size(), 1u);

  tenant_.policies.emergency_alerts = false;
  EXPECT_TRUE(std::holds_alternative<SwitchedOff>(raise(gas("cnv_2"))));
  EXPECT_EQ(audited_actions().back(), "alert.switched_off");
}

TEST_P(EmergencyAlertsTest, taking_it_stops_everything) {
  const AlertId id = raised(gas());
  advance(Seconds(95));
  ASSERT_EQ(network_.calls.size(), 1u);
  EXPECT_TRUE(acknowledge(id));
  EXPECT_FALSE(acknowledge(id));
  advance(std::chrono::hours(1));
  EXPECT_EQ(network_.texts.size(), 1u);
  EXPECT_EQ(network_.calls.size(), 1u);
  EXPECT_TRUE(to_operator().empty());
  EXPECT_EQ(alert(id).state, AlertState::Acknowledged);
  EXPECT_EQ(alert(id).taken_by, "owner:owner");
  EXPECT_EQ(alert(id).taken_at, start_ + Seconds(95));
  EXPECT_EQ(audited_actions().back(), "alert.acknowledged");
}

TEST_P(EmergencyAlertsTest, what_becomes_known_is_on_the_next_rung_and_in_one_update) {
  EmergencyFacts first = gas();
  first.address = PrivateText();
  const AlertId id = raised(first);
  advance(Seconds(5));
  add_facts(id, gas());
  advance(Seconds(5));
  EmergencyFacts corrected = gas();
  corrected.address = PrivateText("1240 Oak Street");
  add_facts(id, corrected);
  acknowledge(id);
  advance(std::chrono::minutes(10));
  ASSERT_EQ(network_.texts.size(), 2u);
  EXPECT_EQ(network_.texts[1].body, "Update: GAS SMELL at 1240 Oak Street. Call 555 010 0120.");
  EXPECT_EQ(network_.texts[1].to, "+15550100101");
  EXPECT_EQ(network_.texts[1].at, start_ + Seconds(5) + update_wait);
}

TEST_P(EmergencyAlertsTest,
       an_update_is_not_sent_to_somebody_who_was_told_of_it_in_the_first_place) {
  EmergencyFacts first = gas();
  first.address = PrivateText();
  const AlertId id = raised(first);
  advance(Seconds(170));
  add_facts(id, gas());
  advance(update_wait);
  ASSERT_EQ(network_.texts.size(), 3u);
  EXPECT_EQ(network_.texts[1].to, "+15550100102");
  EXPECT_TRUE(network_.texts[1].body.contains("1204 Oak Street"));
  EXPECT_EQ(network_.texts[2].to, "+15550100101");
  EXPECT_TRUE(network_.texts[2].body.starts_with("Update: "));
}

TEST_P(EmergencyAlertsTest, what_was_known_stays_known_and_other_words_are_no_news) {
  const AlertId id = raised(gas());
  add_facts(id, {.conversation = ConversationId("cnv_1"),
                 .correlation = CorrelationId("cor_1"),
                 .hazard = "",
                 .caller = std::nullopt,
                 .address = PrivateText(),
                 .words = PrivateText("it is getting stronger")});
  advance(Seconds(60));
  EXPECT_EQ(network_.texts.size(), 1u);
  const auto speech = read([&](db::Transaction& tx) { return alerts_.spoken(tx, tenant_, id); });
  for (const std::string_view part :
       {"Prairie Plumbing", "gas smell", "1204 Oak Street", "it is getting stronger", "Press 1"}) {
    EXPECT_TRUE(speech.text().contains(part)) << part;
  }
}

TEST_P(EmergencyAlertsTest, a_person_answers_for_the_alert_they_were_told_of) {
  const AlertId first = raised(gas());
  advance(Seconds(1));
  EmergencyFacts other = gas("cnv_2");
  other.hazard = "fire.smoke";
  const AlertId second = raised(other);
  EXPECT_EQ(ringing_for("+15550100101"), first);
  EXPECT_EQ(ringing_for("+15550100102"), std::nullopt) << "not told yet";
  acknowledge(first);
  EXPECT_EQ(ringing_for("+15550100101"), second);
  acknowledge(second);
  EXPECT_EQ(ringing_for("+15550100101"), std::nullopt);
}

TEST_P(EmergencyAlertsTest, the_alert_of_a_call_is_found_by_its_message) {
  const AlertId id = raised(gas());
  advance(Seconds(95));
  ASSERT_EQ(network_.calls.size(), 1u);
  const auto found = read([&](db::Transaction& tx) {
    return alerts_.alert_of_message(tx, tenant_.id, network_.calls[0].message);
  });
  EXPECT_EQ(found, id);
  const auto elsewhere = read([&](db::Transaction& tx) {
    return alerts_.alert_of_message(tx, TenantId("ten_b"), network_.calls[0].message);
  });
  EXPECT_EQ(elsewhere, std::nullopt);
}

TEST_P(EmergencyAlertsTest, the_operator_is_told_once_by_every_way_that_is_known) {
  const EmergencyAlerts alerts(
      clock_, ids_, outbox_, queue_, audit_,
      {.email = "operator@example.com", .phone = PhoneNumber::parse("+15550100199")});
  const auto alarms = [] {
    return metrics::Registry::global().total("callwright_operator_alerts_total");
  };
  const double alarms_before = alarms();
  for (int i = 0; i < 2; ++i) {
    write([&](db::Transaction& tx) -> Result<bool> {
      TRY(alerts.alert_operator(tx, tenant_.id, "call_failed", "call_1", CorrelationId("cor_1")));
      return true;
    });
  }
  run_due();
  ASSERT_EQ(to_operator().size(), 2u);
  EXPECT_EQ(network_.mails.size(), 1u);
  EXPECT_EQ(network_.texts.size(), 1u);
  EXPECT_EQ(alarms(), alarms_before + 1);
}

INSTANTIATE_TEST_SUITE_P(Stores, EmergencyAlertsTest,
                         testing::ValuesIn(tests::one_of_each_engine()), tests::store_name);

}  // namespace
}  // namespace callwright::notifications
