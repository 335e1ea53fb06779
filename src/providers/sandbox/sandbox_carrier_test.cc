#include "providers/sandbox/sandbox_carrier.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

#include "platform/http/message.h"
#include "providers/twilio/signed_form.h"

namespace callwright::providers::sandbox {
namespace {

const PhoneNumber business = *PhoneNumber::parse("+15550100100");
const PhoneNumber owner = *PhoneNumber::parse("+15550100101");
const std::string caller = "+15550100120";
const Instant start_time = *parse_iso8601("2026-03-10T15:05:00Z");

http::Response xml(std::string body) {
  http::Response response;
  response.headers.add("Content-Type", "text/xml");
  response.body = "<Response>" + std::move(body) + "</Response>";
  return response;
}

// What our server would answer, page by page, and what it was told.
struct Script {
  std::map<std::string, http::Response> pages;  // By path.
  struct Got {
    std::string path;
    std::string query;
    http::Form form;
    std::string token;
  };
  std::vector<Got> got;
  std::set<std::string> unreachable;  // Paths where no connection is possible.

  Task<http::ClientResult> take(http::ClientRequest sent) {
    const std::size_t path = sent.url.find('/', 8);
    const std::string target = sent.url.substr(path);
    const std::size_t mark = std::min(target.find('?'), target.size());
    const std::string page = target.substr(0, mark);
    if (unreachable.contains(page)) {
      co_return std::unexpected(http::ClientError{http::SendFailure::NotSent, "no connection"});
    }
    got.push_back({page, target.substr(mark), http::parse_form(sent.body).value_or(http::Form()),
                   std::string(*sent.headers.get("I-Twilio-Idempotency-Token"))});
    const auto known = pages.find(page);
    co_return known == pages.end() ? http::text(404, "") : known->second;
  }

  std::string last(std::string_view path, std::string_view name) const {
    for (auto it = got.rbegin(); it != got.rend(); ++it) {
      if (it->path == path) return std::string(http::field(it->form, name).value_or("(absent)"));
    }
    return "(never asked)";
  }
  int count(std::string_view path) const {
    return static_cast<int>(
        std::ranges::count(got, path, [](const Got& one) { return std::string_view(one.path); }));
  }
};

template <class T>
T done(Task<T> task) {
  return wait_for(std::move(task));
}
void done(Task<> task) {
  bool ended = false;
  start(std::move(task), [&] { ended = true; });
  ASSERT_TRUE(ended);
}

struct SandboxCarrierTest : testing::Test {
  SandboxCarrierTest() {
    script.pages["/twilio/voice"] =
        xml("<Gather input=\"dtmf speech\" action=\"/twilio/turn?turn=1\" timeout=\"6\" "
            "actionOnEmptyResult=\"true\" numDigits=\"1\" finishOnKey=\"\"><Say language=\"es-US\">"
            "Hola</Say></Gather>");
    script.pages["/twilio/turn"] = xml("<Say>Bye</Say><Hangup/>");
    script.pages["/twilio/status"] = xml("");
    script.pages["/twilio/sms"] = xml("");
    script.pages["/twilio/sms-status"] = xml("");
  }

  void pass(Milliseconds time) {
    clock.advance(time);
    done(carrier.run_due());
  }
  std::string dial() { return done(carrier.dial({.from = caller, .to = business})); }
  void break_things(std::string_view fault, double probability = 1) {
    FaultMenu menu = carrier.faults();
    *find_fault(menu, fault) = probability;
    carrier.set_faults(menu);
  }

  Script script;
  ManualClock clock{start_time};
  SeededRandom random{1};
  SandboxCarrier carrier{{}, clock, random, [this](http::ClientRequest request) {
                           return script.take(std::move(request));
                         }};
};

TEST_F(SandboxCarrierTest, dialling_says_who_calls_whom_and_hears_the_greeting) {
  const std::string sid = done(
      carrier.dial({.from = caller, .to = business, .verification = reception::Verification::A}));
  const auto call = carrier.call(sid);
  EXPECT_EQ(call->state, PhoneState::Listening);
  EXPECT_TRUE(call->words_heard);
  ASSERT_EQ(call->heard.size(), 1U);
  EXPECT_EQ(call->heard[0].text, "Hola");
  EXPECT_EQ(call->heard[0].language, "es-US");
  EXPECT_EQ(script.last("/twilio/voice", "CallStatus"), "ringing");
  EXPECT_EQ(script.last("/twilio/voice", "From"), caller);
  EXPECT_EQ(script.last("/twilio/voice", "To"), business.e164());
  EXPECT_EQ(script.last("/twilio/voice", "StirVerstat"), "TN-Validation-Passed-A");
  EXPECT_EQ(sid.size(), 34U);
}

TEST_F(SandboxCarrierTest, every_webhook_carries_a_signature_that_holds) {
  const twilio::SignatureCheck check({.account_sid = SandboxSettings().account_sid,
                                      .auth_tokens = {"sandbox"},
                                      .public_base_urls = {SandboxSettings().public_base_url}});
  int verified = 0;
  http::Router router;
  router.add("POST", "/{rest...}", "any", [&](http::Request request) -> Task<http::Response> {
    verified += check.verify(request).has_value() ? 1 : 0;
    return [](http::Response response) -> Task<http::Response> { co_return response; }(xml(""));
  });
  SandboxCarrier other({}, clock, random, deliver_to(router));
  done(other.dial({.from = caller, .to = business}));
  done(other.text_in(caller, business, "caf\u00e9 & more"));
  EXPECT_EQ(verified, 3);  // The call, its end, the text.
}

TEST_F(SandboxCarrierTest, words_and_keys_and_silence_answer_the_question) {
  const std::string said = dial();
  EXPECT_TRUE(done(carrier.say(said, "my sink is clogged", 0.5)));
  EXPECT_EQ(script.last("/twilio/turn", "SpeechResult"), "my sink is clogged");
  EXPECT_EQ(script.last("/twilio/turn", "Confidence"), "0.5");
  EXPECT_EQ(script.got.back().path, "/twilio/status");

  const std::string pressed = dial();
  EXPECT_TRUE(done(carrier.press(pressed, "2")));
  EXPECT_EQ(script.last("/twilio/turn", "Digits"), "2");
  EXPECT_EQ(script.last("/twilio/turn", "SpeechResult"), "(absent)");

  const std::string silent = dial();
  pass(Milliseconds(5'999));
  EXPECT_EQ(carrier.call(silent)->state, PhoneState::Listening);
  pass(Milliseconds(1));
  EXPECT_EQ(carrier.call(silent)->state, PhoneState::Ended);
  EXPECT_EQ(script.last("/twilio/turn", "Digits"), "(absent)");
}

TEST_F(SandboxCarrierTest, silence_at_the_phone_needs_no_clock) {
  const std::string sid = dial();
  EXPECT_EQ(carrier.next_due(), start_time + Seconds(6));
  EXPECT_TRUE(done(carrier.silence(sid, Seconds(5))));
  EXPECT_EQ(carrier.call(sid)->state, PhoneState::Listening);
  EXPECT_TRUE(done(carrier.silence(sid, Seconds(1))));
  EXPECT_EQ(carrier.call(sid)->state, PhoneState::Ended);
}

TEST_F(SandboxCarrierTest, nobody_hears_a_call_that_has_ended) {
  const std::string sid = dial();
  EXPECT_TRUE(done(carrier.hang_up(sid)));
  EXPECT_FALSE(done(carrier.hang_up(sid)));
  EXPECT_FALSE(done(carrier.say(sid, "hello?")));
  EXPECT_FALSE(done(carrier.press("CA0", "1")));
  EXPECT_EQ(script.last("/twilio/status", "CallStatus"), "completed");
  EXPECT_EQ(script.last("/twilio/status", "CallbackSource"), "call-progress-events");
}

TEST_F(SandboxCarrierTest, keys_beyond_the_wanted_count_are_dropped_and_few_end_by_the_pause) {
  script.pages["/twilio/voice"] =
      xml("<Gather numDigits=\"4\" action=\"/twilio/turn\" timeout=\"3\"></Gather>");
  done(carrier.press(dial(), "12345"));
  EXPECT_EQ(script.last("/twilio/turn", "Digits"), "1234");
  done(carrier.press(dial(), "12"));
  EXPECT_EQ(script.last("/twilio/turn", "Digits"), "12");
  done(carrier.press(dial(), "9#"));
  EXPECT_EQ(script.last("/twilio/turn", "Digits"), "9");
  EXPECT_EQ(script.last("/twilio/turn", "FinishedOnKey"), "#");
}

TEST_F(SandboxCarrierTest, a_gather_without_an_answer_goes_on_with_the_next_verb) {
  script.pages["/twilio/voice"] =
      xml("<Gather action=\"/twilio/turn\" timeout=\"3\"/><Pause length=\"2\"/><Say>Still "
          "there?</Say>");
  const std::string sid = dial();
  pass(Seconds(3));
  EXPECT_EQ(carrier.call(sid)->state, PhoneState::Waiting);
  pass(Seconds(2));
  EXPECT_EQ(carrier.call(sid)->heard.back().text, "Still there?");
  EXPECT_EQ(carrier.call(sid)->state, PhoneState::Ended);
  EXPECT_EQ(script.count("/twilio/turn"), 0);
}

struct Transfer : SandboxCarrierTest {
  Transfer() {
    script.pages["/twilio/voice"] =
        xml("<Dial action=\"/twilio/transfer?turn=2\" timeout=\"20\" callerId=\"+15550100100\">"
            "<Number url=\"/twilio/whisper?turn=2\">+15550100101</Number></Dial>");
    script.pages["/twilio/whisper"] = xml(
        "<Gather numDigits=\"1\" action=\"/twilio/whisper/accept\" timeout=\"8\"><Say>A call</Say>"
        "</Gather><Hangup/>");
    script.pages["/twilio/whisper/accept"] = xml("");
    script.pages["/twilio/transfer"] = xml("<Say>Welcome back</Say><Hangup/>");
  }
};

TEST_F(Transfer, that_nobody_answers_comes_back) {
  const std::string sid = dial();
  EXPECT_EQ(carrier.call(sid)->state, PhoneState::Transferring);
  EXPECT_EQ(carrier.call(sid)->transfer_to, owner.e164());
  pass(Seconds(20));
  EXPECT_EQ(script.last("/twilio/transfer", "DialCallStatus"), "no-answer");
  EXPECT_EQ(script.last("/twilio/transfer", "DialBridged"), "false");
  EXPECT_EQ(carrier.call(sid)->heard.back().text, "Welcome back");
}

TEST_F(Transfer, that_is_accepted_is_talked_through) {
  const std::string sid = dial();
  EXPECT_TRUE(done(carrier.owner_answers("1")));
  EXPECT_EQ(script.last("/twilio/whisper", "Direction"), "outbound-dial");
  EXPECT_EQ(script.last("/twilio/whisper", "ParentCallSid"), sid);
  EXPECT_EQ(script.last("/twilio/whisper", "From"), business.e164());
  EXPECT_EQ(script.last("/twilio/whisper/accept", "Digits"), "1");
  EXPECT_EQ(carrier.call(sid)->state, PhoneState::Bridged);
  pass(Seconds(60));
  EXPECT_EQ(script.last("/twilio/transfer", "DialCallStatus"), "completed");
  EXPECT_EQ(script.last("/twilio/transfer", "DialBridged"), "true");
  EXPECT_FALSE(done(carrier.owner_answers("1")));
}

TEST_F(Transfer, to_a_machine_that_presses_nothing_is_not_bridged) {
  const std::string sid = dial();
  EXPECT_TRUE(done(carrier.owner_answers("")));
  pass(Seconds(8));
  EXPECT_EQ(script.last("/twilio/transfer", "DialCallStatus"), "completed");
  EXPECT_EQ(script.last("/twilio/transfer", "DialBridged"), "false");
}

TEST_F(Transfer, ends_when_the_caller_hangs_up) {
  const std::string sid = dial();
  done(carrier.owner_answers("1"));
  done(carrier.hang_up(sid));
  EXPECT_EQ(script.last("/twilio/transfer", "DialBridged"), "true");
  EXPECT_EQ(script.last("/twilio/transfer", "CallStatus"), "completed");
  for (const PhoneCall& call : carrier.calls()) EXPECT_EQ(call.state, PhoneState::Ended);
}

TEST_F(Transfer, that_is_declined_comes_back_busy) {
  dial();
  EXPECT_TRUE(done(carrier.decline(carrier.calls().back().sid)));
  EXPECT_EQ(script.last("/twilio/transfer", "DialCallStatus"), "busy");
}

TEST_F(SandboxCarrierTest, a_message_is_recorded_and_silence_is_thrown_away) {
  script.pages["/twilio/voice"] =
      xml("<Record action=\"/twilio/recording?turn=3\" finishOnKey=\"#\" "
          "recordingStatusCallback=\"/twilio/recording-status?turn=3\"/>"
          "<Redirect>/twilio/recording?turn=3</Redirect>");
  script.pages["/twilio/recording"] = xml("<Say>Thanks</Say><Hangup/>");
  script.pages["/twilio/recording-status"] = xml("");
  const std::string sid = dial();
  EXPECT_EQ(carrier.call(sid)->state, PhoneState::Recording);
  done(carrier.say(sid, "please call me about the water heater"));
  EXPECT_EQ(script.last("/twilio/recording", "RecordingSid"), carrier.call(sid)->recording_sid);
  EXPECT_EQ(script.last("/twilio/recording-status", "RecordingStatus"), "completed");
  EXPECT_EQ(script.last("/twilio/recording-status", "To"), "(absent)");

  dial();
  pass(Seconds(5));
  EXPECT_EQ(script.last("/twilio/recording", "RecordingSid"), "(absent)");
}

TEST_F(SandboxCarrierTest, broken_answers_lead_to_the_fallback_and_then_to_an_apology) {
  const std::vector<std::pair<http::Response, std::string>> broken = {
      {http::text(200, "hello"), "12300"},
      {http::text(500, ""), "11200"},
      {xml("<Say>"), "12100"},
      {xml("<Sing>la</Sing>"), "12200"},
      {xml("<Redirect>/twilio/voice</Redirect>"), "11215"}};
  for (const auto& [answer, code] : broken) {
    script.pages["/twilio/voice"] = answer;
    script.pages["/twilio/fallback"] = xml("<Say>Leave a message</Say>");
    const auto saved = carrier.call(dial());
    EXPECT_EQ(saved->complaints, std::vector<std::string>{code});
    EXPECT_EQ(saved->heard.back().text, "Leave a message") << code;
    EXPECT_EQ(script.last("/twilio/fallback", "ErrorCode"), code);
    script.pages["/twilio/fallback"] = http::text(500, "");
    EXPECT_EQ(carrier.call(dial())->state, PhoneState::Ended);
  }
}

TEST_F(SandboxCarrierTest, a_refused_call_was_never_answered) {
  script.pages["/twilio/voice"] = xml("<Reject reason=\"busy\"/>");
  const auto call = carrier.call(dial());
  EXPECT_EQ(call->carrier_status, "busy");
  EXPECT_EQ(script.last("/twilio/status", "CallDuration"), "(absent)");
}

TEST_F(SandboxCarrierTest, retries_keep_their_token_and_follow_the_fragment) {
  script.unreachable = {"/twilio/voice"};
  script.pages["/twilio/fallback"] = xml("<Hangup/>");
  EXPECT_EQ(carrier.call(dial())->complaints, std::vector<std::string>{"11205"});
  EXPECT_EQ(script.count("/twilio/voice"), 0);

  script.unreachable.clear();
  script.pages["/twilio/voice"] = http::text(503, "");
  dial();
  ASSERT_EQ(script.count("/twilio/voice"), 3);  // #rc=2&rp=ct,rt,5xx
  std::set<std::string> tokens;
  for (const Script::Got& one : script.got) {
    if (one.path == "/twilio/voice") tokens.insert(one.token);
  }
  EXPECT_EQ(tokens.size(), 1U);
}

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
