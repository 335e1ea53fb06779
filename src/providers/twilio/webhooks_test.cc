#include "providers/twilio/webhooks.h"

#include <gtest/gtest.h>

#include <array>

#include "providers/twilio/test_support/whole_house.h"

namespace callwright::providers::twilio {
namespace {

TEST_F(WebhooksTest, a_call_is_answered_and_listened_to) {
  const std::string sid = dial();
  const auto call = carrier.call(sid);
  EXPECT_TRUE(call->complaints.empty());
  EXPECT_EQ(call->state, PhoneState::Listening);
  EXPECT_FALSE(call->heard.empty());
  EXPECT_EQ(state_of(sid), calls::CallState::Active);
  done(carrier.say(sid, "my kitchen sink is clogged"));
  EXPECT_GT(carrier.call(sid)->heard.size(), call->heard.size());
  done(carrier.hang_up(sid));
  EXPECT_EQ(state_of(sid), calls::CallState::Ended);
}

TEST_F(WebhooksTest, everything_again_in_any_order_changes_nothing_and_answers_the_same) {
  const std::string sid = dial();
  done(carrier.say(sid, "my kitchen sink is clogged"));
  done(carrier.silence(sid, Seconds(20)));
  done(carrier.press(sid, "0"));
  done(carrier.text_in(caller, business, "are you open on friday?"));
  done(carrier.hang_up(sid));
  pass(Seconds(5));
  const std::string before = state();
  for (const RedeliveryOrder order : {RedeliveryOrder::AsSent, RedeliveryOrder::Reversed}) {
    const Redelivery again = done(carrier.redeliver(order));
    EXPECT_GT(again.sent, 5);
    EXPECT_EQ(again.answered_differently, 0);
  }
  EXPECT_TRUE(state() == before);
}

TEST_F(WebhooksTest, late_news_never_moves_a_call_back) {
  const std::string sid = dial();
  done(carrier.hang_up(sid));
  wait_for(carrier.report_progress_backwards(sid));
  EXPECT_EQ(state_of(sid), calls::CallState::Ended);
  const auto call =
      storage->read([&](db::Transaction& tx) { return calls.find(tx, plumber().id, sid); });
  EXPECT_EQ((*call)->carrier_status, "completed");
}

TEST_F(WebhooksTest, a_call_whose_end_is_never_told_ends_all_the_same) {
  post("/twilio/voice", call_form());
  post("/twilio/turn?turn=1&asks=menu",
       call_form({{"SpeechResult", "no thanks goodbye"}, {"Confidence", "0.95"}}, "in-progress"));
  EXPECT_EQ(state_of(call_sid), calls::CallState::Active);
  pass(Minutes(2));
  pass(Seconds(1));
  EXPECT_EQ(state_of(call_sid), calls::CallState::Ended);
}

TEST_F(WebhooksTest, a_call_whose_end_is_never_told_ends_soon_after_its_message_too) {
  post("/twilio/voice", call_form());
  post("/twilio/turn?turn=1&asks=menu",
       call_form({{"SpeechResult", "I want to leave a message"}, {"Confidence", "0.95"}},
                 "in-progress"));
  EXPECT_EQ(state_of(call_sid), calls::CallState::Voicemail);
  pass(Minutes(2));
  const std::string recording = "RE00000000000000000000000000000001";
  post("/twilio/recording?turn=2",
       call_form({{"RecordingSid", recording},
                  {"RecordingUrl", "https://recordings.test/" + recording},
                  {"RecordingDuration", "115"}},
                 "in-progress"));
  EXPECT_EQ(all_callbacks().size(), 1U);
  pass(Minutes(2));
  pass(Seconds(1));
  EXPECT_EQ(state_of(call_sid), calls::CallState::Ended);
}

TEST_F(WebhooksTest, what_is_not_genuine_changes_nothing) {
  post("/twilio/voice", call_form());
  const std::string before = state();
  const auto expect = [&](const http::Response& response, int status) {
    EXPECT_EQ(response.status, status);
    EXPECT_TRUE(state() == before);
  };
  expect(post("/twilio/voice", call_form(), "another token"), 403);
  expect(post("/twilio/voice", {{"CallSid", call_sid}, {"To", "+15550100199"}}), 404);
  expect(post("/twilio/voice", {{"CallSid", call_sid}, {"To", "nobody"}}), 404);
  expect(post("/twilio/voice", {{"CallSid", "x"}, {"To", business.e164()}}), 400);
  expect(post("/twilio/voice", call_form({{"AccountSid", "AC1"}})), 403);
  expect(post("/twilio/turn?turn=1",
              {{"CallSid", "CA00000000000000000000000000000099"}, {"To", business.e164()}}),
         404);
  expect(post("/twilio/turn", call_form()), 400);
  expect(post("/twilio/status", call_form({}, "dancing")), 400);
  expect(post("/twilio/status", {{"CallSid", "CA00000000000000000000000000000099"},
                                 {"To", business.e164()},
                                 {"CallStatus", "completed"}}),
         404);
  expect(post("/twilio/recording-status?turn=1&number=%2B15550100100&seal=00",
              {{"CallSid", call_sid},
               {"RecordingSid", "RE00000000000000000000000000000001"},
               {"RecordingStatus", "completed"}}),
         403);
  http::Request get{.method = "GET", .target = "/twilio/voice"};
  const http::Response refused = done(router.handle(get));
  expect(refused, 405);
  EXPECT_EQ(refused.headers.get("Allow"), "POST");
  EXPECT_EQ(rejected(), 11);
}

TEST_F(WebhooksTest, stale_news_is_refused_unless_it_is_known) {
  post("/twilio/voice", call_form());
  const http::Form ended = call_form(
      {{"SequenceNumber", "3"}, {"Timestamp", "Tue, 10 Mar 2026 15:05:00 +0000"}}, "completed");
  clock.advance(Minutes(30));
  EXPECT_EQ(post("/twilio/status", ended).status, 400);
  EXPECT_EQ(state_of(call_sid), calls::CallState::Active);

  clock.set(*parse_iso8601("2026-03-10T15:05:01Z"));
  EXPECT_EQ(post("/twilio/status", ended).status, 200);
  EXPECT_EQ(state_of(call_sid), calls::CallState::Ended);
  clock.advance(Minutes(30));
  EXPECT_EQ(post("/twilio/status", ended).status, 200);
}

TEST_F(WebhooksTest, a_live_call_hears_an_apology_when_nothing_can_be_stored) {
  const std::string sid = dial();
  database.down = true;
  done(carrier.say(sid, "there is water everywhere"));
  const auto call = carrier.call(sid);
  EXPECT_TRUE(call->complaints.empty());
  EXPECT_EQ(call->state, PhoneState::Recording);
  EXPECT_NE(call->heard[call->heard.size() - 2].text.find("911"), std::string::npos);
  EXPECT_GT(registry.total("callwright_webhooks_failed_total"), 0);
}

TEST_F(WebhooksTest, a_message_left_on_the_apology_is_taken_once) {
  const std::string sid = dial();
  database.down = true;
  done(carrier.say(sid, "hello"));
  database.down = false;
  done(carrier.say(sid, "please call me about the water heater"));
  ASSERT_EQ(all_callbacks().size(), 1U);
  EXPECT_EQ(all_callbacks()[0].phone, caller);
  EXPECT_EQ(all_callbacks()[0].reason, "voicemail");
  EXPECT_NE(all_callbacks()[0].recording.find(carrier.call(sid)->recording_sid), std::string::npos);
}

TEST_F(WebhooksTest, a_message_left_while_nothing_could_be_stored_is_taken_later) {
  const std::string sid = dial();
  database.down = true;
  done(carrier.say(sid, "hello"));
  sandbox::FaultMenu late;
  late.webhooks.delay = 1;
  carrier.set_faults(late);
  done(carrier.say(sid, "please call me about the water heater"));
  EXPECT_EQ(carrier.call(sid)->heard.back().text, "Gracias. Adi\u00f3s.");
  database.down = false;
  EXPECT_TRUE(all_callbacks().empty());
  pass(Minutes(1));
  ASSERT_EQ(all_callbacks().size(), 1U);
  EXPECT_FALSE(all_callbacks()[0].recording.empty());
}

TEST_F(WebhooksTest, the_fallback_needs_no_database_at_all) {
  database.down = true;
  const http::Response response =
      post("/twilio/fallback", call_form({{"ErrorCode", "11200"}, {"ErrorUrl", ""}}));
  EXPECT_EQ(response.status, 200);
  EXPECT_NE(response.body.find("<Record"), std::string::npos);
}

TEST_F(WebhooksTest, news_that_cannot_be_stored_is_to_be_sent_again) {
  database.down = true;
  EXPECT_EQ(post("/twilio/status", call_form({{"Timestamp", ""}})).status, 503);
  EXPECT_EQ(post("/twilio/sms", {{"MessageSid", "SM00000000000000000000000000000001"},
                                 {"From", caller},
                                 {"To", business.e164()},
                                 {"Body", "hi"}})
                .status,
            503);
}

// Everything a request may be changed into: none of it gets in, none of it leaves a trace.
TEST_F(WebhooksTest, mutated_requests_never_get_in) {
  post("/twilio/voice", call_form());
  const std::string before = state();
  const std::string target = "/twilio/turn?turn=1&asks=menu";
  http::Form form =
      call_form({{"SpeechResult", "caf\u00e9 & tea"}, {"AccountSid", account.account_sid}});
  const std::string signature = sign("sandbox", base_url + target, form);
  const std::string body = http::encode_form(form);
  int let_in = 0;
  for (int round = 0; round < 20'000; ++round) {
    http::Request request{.method = "POST", .target = target, .body = body};
    std::string broken_signature = signature;
    std::string& part =
        std::array{&request.target, &request.body, &broken_signature}[random.below(3)][0];
    const std::size_t at = random.below(part.size());
    const char other = static_cast<char>(' ' + random.below(95));
    if (part[at] == other || (&part == &request.target && at < 13)) continue;
    part[at] = other;
    const auto same = http::parse_form(request.body);
    if (same && *same == form && request.target == target && broken_signature == signature)
      continue;
    request.headers.add("Content-Type", "application/x-www-form-urlencoded");
    request.headers.add("X-Twilio-Signature", broken_signature);
    const http::Response response = done(router.handle(std::move(request)));
    let_in += response.status == 200 ? 1 : 0;
  }
  EXPECT_EQ(let_in, 0);
  EXPECT_TRUE(state() == before);
}

}  // namespace
}  // namespace callwright::providers::twilio
