#include <gtest/gtest.h>

#include "providers/sandbox/sandbox_carrier.h"
#include "providers/sandbox/test_support/scripted_server.h"

// What our server asks of the practice network, and everything that can go wrong on the way.
namespace callwright::providers::sandbox {
namespace {

struct Alert : SandboxCarrierTest {
  Alert() {
    script.pages["/twilio/alert"] =
        xml("<Gather numDigits=\"1\" action=\"/twilio/alert/accept\"><Say>Gas leak</Say></Gather>");
    script.pages["/twilio/alert/accept"] = xml("<Say>Thank you</Say><Hangup/>");
  }
  notifications::HandOver place() {
    return done(carrier.place({MessageId("msg_1"), business, owner}));
  }
};

TEST_F(Alert, call_rings_until_somebody_answers) {
  const auto answer = place();
  ASSERT_TRUE(std::holds_alternative<notifications::AcceptedByProvider>(answer));
  done(carrier.run_due());
  EXPECT_EQ(script.count("/twilio/status"), 2);  // Initiated, ringing.
  EXPECT_TRUE(done(carrier.owner_answers("1")));
  EXPECT_EQ(script.last("/twilio/alert/accept", "Digits"), "1");
  EXPECT_EQ(script.last("/twilio/alert", "Direction"), "outbound-api");
  EXPECT_NE(script.got[2].query.find("message=msg_1"), std::string::npos);
  EXPECT_EQ(script.last("/twilio/status", "CallStatus"), "completed");
  EXPECT_EQ(script.last("/twilio/status", "SequenceNumber"), "3");
}

TEST_F(Alert, call_nobody_answers_ends_as_such) {
  place();
  pass(Seconds(60));
  EXPECT_EQ(script.last("/twilio/status", "CallStatus"), "no-answer");
}

TEST_F(Alert, progress_can_be_told_backwards) {
  const auto answer = place();
  const std::string sid = std::get<notifications::AcceptedByProvider>(answer).provider_id;
  done(carrier.owner_answers("1"));
  script.got.clear();
  done(carrier.report_progress_backwards(sid));
  std::vector<std::string> statuses;
  for (const Script::Got& one : script.got) {
    statuses.emplace_back(*http::field(one.form, "CallStatus"));
  }
  EXPECT_EQ(statuses,
            (std::vector<std::string>{"completed", "in-progress", "ringing", "initiated"}));
}

notifications::OutboundSms text_to_owner() {
  return {MessageId("msg_2"), business, owner, PrivateText("A visit was booked.")};
}

TEST_F(SandboxCarrierTest, a_text_is_sent_and_delivered_in_time) {
  ASSERT_TRUE(std::holds_alternative<notifications::AcceptedByProvider>(
      done(carrier.send(text_to_owner()))));
  EXPECT_EQ(carrier.texts().back().status, "queued");
  pass(Seconds(1));
  EXPECT_EQ(script.last("/twilio/sms-status", "MessageStatus"), "sent");
  pass(Seconds(2));
  EXPECT_EQ(script.last("/twilio/sms-status", "MessageStatus"), "delivered");
  EXPECT_EQ(carrier.texts().back().status, "delivered");
  EXPECT_EQ(carrier.next_due(), std::nullopt);
}

TEST_F(SandboxCarrierTest, a_blocked_person_gets_no_text) {
  carrier.set_blocked(owner.e164(), business.e164(), true);
  const auto answer = done(carrier.send(text_to_owner()));
  EXPECT_EQ(std::get<notifications::RefusedByProvider>(answer).code, "21610");
  carrier.set_blocked(owner.e164(), business.e164(), false);
  EXPECT_TRUE(std::holds_alternative<notifications::AcceptedByProvider>(
      done(carrier.send(text_to_owner()))));
}

TEST_F(SandboxCarrierTest, where_the_carrier_answers_stop_itself_it_also_blocks) {
  SandboxCarrier strict(
      {.answers_opt_out = true}, clock, random,
      [this](http::ClientRequest request) { return script.take(std::move(request)); });
  done(strict.text_in(owner.e164(), business, " Stop "));
  EXPECT_EQ(script.last("/twilio/sms", "OptOutType"), "STOP");
  EXPECT_TRUE(
      std::holds_alternative<notifications::RefusedByProvider>(done(strict.send(text_to_owner()))));
  done(strict.text_in(owner.e164(), business, "START"));
  EXPECT_TRUE(std::holds_alternative<notifications::AcceptedByProvider>(
      done(strict.send(text_to_owner()))));
}

TEST_F(SandboxCarrierTest, requests_meet_the_fate_the_menu_gives_them) {
  break_things("sms.accept_then_timeout");
  EXPECT_TRUE(std::holds_alternative<notifications::PerhapsHandedOver>(
      done(carrier.send(text_to_owner()))));
  EXPECT_EQ(carrier.texts().size(), 1U);
  break_things("sms.accept_then_timeout", 0);
  EXPECT_EQ(*done(carrier.look_up(text_to_owner(), start_time)), carrier.texts()[0].sid);
  EXPECT_EQ(*done(carrier.look_up(text_to_owner(), start_time + Seconds(1))), std::nullopt);

  break_things("sms.hang");
  EXPECT_TRUE(std::holds_alternative<notifications::PerhapsHandedOver>(
      done(carrier.send(text_to_owner()))));
  EXPECT_FALSE(done(carrier.look_up(text_to_owner(), start_time)));
  break_things("sms.throttle");
  break_things("sms.hang", 0);
  const auto throttled = done(carrier.send(text_to_owner()));
  EXPECT_TRUE(std::get<notifications::NotHandedOver>(throttled).retry_after.has_value());
  EXPECT_EQ(carrier.texts().size(), 1U);
}

TEST_F(SandboxCarrierTest, duplicates_bear_the_same_token_and_lost_answers_are_tried_again) {
  break_things("webhooks.duplicate");
  dial();
  ASSERT_EQ(script.count("/twilio/voice"), 2);
  EXPECT_EQ(script.got[0].token, script.got[1].token);
  break_things("webhooks.duplicate", 0);
  script.got.clear();

  break_things("webhooks.lose_answer");
  script.pages["/twilio/fallback"] = xml("<Hangup/>");
  dial();
  EXPECT_EQ(script.count("/twilio/voice"), 3);
}

TEST_F(SandboxCarrierTest, news_comes_out_of_order_but_comes) {
  break_things("webhooks.reorder");
  for (int i = 0; i < 20; ++i) done(carrier.send(text_to_owner()));
  pass(Seconds(3));
  EXPECT_LT(script.count("/twilio/sms-status"), 40);
  pass(Minutes(10));
  EXPECT_EQ(script.count("/twilio/sms-status"), 40);
}

TEST_F(SandboxCarrierTest, everything_can_be_delivered_again_in_both_orders) {
  done(carrier.say(dial(), "hello"));
  script.got.clear();
  const Redelivery same = done(carrier.redeliver(RedeliveryOrder::AsSent));
  EXPECT_EQ(same.sent, 3);
  EXPECT_EQ(same.answered_differently, 0);
  EXPECT_EQ(script.got.front().path, "/twilio/voice");
  script.pages["/twilio/turn"] = xml("<Say>Something else</Say>");
  script.got.clear();
  EXPECT_EQ(done(carrier.redeliver(RedeliveryOrder::Reversed)).answered_differently, 1);
  EXPECT_EQ(script.got.front().path, "/twilio/status");
}

TEST_F(SandboxCarrierTest, is_the_same_again_from_the_same_seed) {
  const auto run = [] {
    Script script;
    script.pages["/twilio/voice"] = xml("<Gather action=\"/twilio/turn\" input=\"speech\"/>");
    script.pages["/twilio/turn"] = xml("<Hangup/>");
    ManualClock clock(start_time);
    SeededRandom random(42);
    SandboxCarrier carrier({}, clock, random, [&](http::ClientRequest request) {
      return script.take(std::move(request));
    });
    FaultMenu menu;
    menu.webhooks = {.duplicate = 0.3,
                     .reorder = 0.3,
                     .delay = 0.3,
                     .drop = 0.2,
                     .truncate = 0.2,
                     .lose_answer = 0.2};
    carrier.set_faults(menu);
    std::string trace;
    for (int i = 0; i < 20; ++i) {
      const std::string sid = done(carrier.dial({.from = caller, .to = business}));
      done(carrier.say(sid, "hello"));
      clock.advance(Seconds(7));
      done(carrier.run_due());
    }
    for (const DeliveredWebhook& webhook : carrier.webhooks()) {
      trace += webhook.url + webhook.body + webhook.token + std::to_string(webhook.status);
    }
    return trace;
  };
  EXPECT_EQ(run(), run());
}

TEST_F(SandboxCarrierTest, other_numbers_can_be_configured_elsewhere) {
  script.pages["/elsewhere"] = xml("<Say>Other</Say>");
  carrier.set_addresses(business, {.voice_url = "https://other.invalid/elsewhere"});
  EXPECT_EQ(carrier.call(dial())->heard[0].text, "Other");
  carrier.set_addresses(business, {});
  EXPECT_EQ(carrier.call(dial())->carrier_status, "failed");
}

TEST(FaultMenu, knows_each_fault_by_name) {
  FaultMenu menu;
  for (const std::string_view name : fault_names()) {
    ASSERT_NE(find_fault(menu, name), nullptr) << name;
    *find_fault(menu, name) = 0.5;
  }
  EXPECT_EQ(find_fault(menu, "weather"), nullptr);
  for (const auto& [name, value] : *to_json(menu).as_object()) EXPECT_EQ(value, Json(0.5)) << name;
}

}  // namespace
}  // namespace callwright::providers::sandbox
