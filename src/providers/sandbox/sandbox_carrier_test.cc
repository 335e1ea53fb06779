#include "providers/sandbox/sandbox_carrier.h"

#include <gtest/gtest.h>

#include "providers/sandbox/test_support/scripted_server.h"
#include "providers/twilio/signed_form.h"

// Calls: what people do, what documents make of it, and what we are told.
namespace callwright::providers::sandbox {
namespace {

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

Task<http::Response> at_once(http::Response response) {
  co_return response;
}

TEST_F(SandboxCarrierTest, every_webhook_carries_a_signature_that_holds) {
  const twilio::SignatureCheck check({.account_sid = SandboxSettings().account_sid,
                                      .auth_tokens = {"sandbox"},
                                      .public_base_urls = {SandboxSettings().public_base_url}});
  int verified = 0;
  http::Router router;
  router.add("POST", "/{rest...}", "any", [&](const http::Request& request) {
    verified += check.verify(request).has_value() ? 1 : 0;
    return at_once(xml(""));
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

TEST_F(SandboxCarrierTest, people_who_type_are_given_time_and_may_still_be_silent) {
  SandboxCarrier patient(
      {.typing_time = Seconds(60)}, clock, random,
      [this](http::ClientRequest request) { return script.take(std::move(request)); });
  const auto dial_patiently = [&] { return done(patient.dial({.from = caller, .to = business})); };

  const std::string typing = dial_patiently();
  clock.advance(Seconds(65));
  done(patient.run_due());
  EXPECT_EQ(patient.call(typing)->state, PhoneState::Listening);
  clock.advance(Seconds(1));
  done(patient.run_due());
  EXPECT_EQ(patient.call(typing)->state, PhoneState::Ended);

  const std::string silent = dial_patiently();
  EXPECT_TRUE(done(patient.silence(silent, Seconds(6))));
  EXPECT_EQ(patient.call(silent)->state, PhoneState::Ended);
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

}  // namespace
}  // namespace callwright::providers::sandbox
