#include "providers/twilio/signed_form.h"

#include <gtest/gtest.h>

#include "providers/twilio/call_notice.h"
#include "providers/twilio/signature.h"

namespace callwright::providers::twilio {
namespace {

const std::string account = "AC00000000000000000000000000000001";
const std::string base = "https://calls.example.com";

AccountSettings settings() {
  return {.account_sid = account, .auth_tokens = {"secret"}, .public_base_urls = {base}};
}

http::Request signed_request(const std::string& target, http::Form form,
                             const std::string& origin = base) {
  if (!http::field(form, "AccountSid")) form.emplace_back("AccountSid", account);
  http::Request request{.method = "POST", .target = target, .body = http::encode_form(form)};
  request.headers.add("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
  request.headers.add("X-Twilio-Signature", sign("secret", origin + target, form));
  return request;
}

std::string reason_of(const http::Request& request, const AccountSettings& with = settings()) {
  const auto form = SignatureCheck(with).verify(request);
  return form ? "" : std::string(form.error().reason);
}

SignedForm form_of(const std::string& target, http::Form form) {
  auto verified = SignatureCheck(settings()).verify(signed_request(target, std::move(form)));
  EXPECT_TRUE(verified);
  return *std::move(verified);
}

TEST(SignedForm, gives_fields_and_the_parameters_of_the_link) {
  http::Request request = signed_request("/twilio/turn?turn=2&asks=time", {{"Digits", "1"}});
  request.headers.add("I-Twilio-Idempotency-Token", "t1");
  const auto form = SignatureCheck(settings()).verify(request);
  ASSERT_TRUE(form);
  EXPECT_EQ(form->field("Digits"), "1");
  EXPECT_EQ(form->field("SpeechResult"), "");
  EXPECT_EQ(form->parameter("turn"), "2");
  EXPECT_EQ(form->retry_token(), "t1");
}

TEST(SignatureCheck, turns_away_what_is_not_a_signed_form) {
  const http::Request good = signed_request("/twilio/voice", {{"CallSid", "CA1"}});
  EXPECT_EQ(reason_of(good), "");

  http::Request request = good;
  request.method = "GET";
  EXPECT_EQ(reason_of(request), "wrong_method");
  request = good;
  request.headers.set("Content-Type", "application/json");
  EXPECT_EQ(reason_of(request), "wrong_content_type");
  request = good;
  request.body += "&a=" + std::string(SignatureCheck::body_bytes_max, 'x');
  EXPECT_EQ(reason_of(request), "too_large");
  request = good;
  request.body.pop_back();
  EXPECT_EQ(reason_of(request), "bad_signature");
  request = good;
  request.body += "&Body=%C3";
  EXPECT_EQ(reason_of(request), "malformed_form");
  request = good;
  request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
  EXPECT_EQ(reason_of(request), "missing_signature");
  request = good;
  request.target += "?turn=7";
  EXPECT_EQ(reason_of(request), "bad_signature");
}

TEST(SignatureCheck, turns_away_another_account_and_another_address) {
  EXPECT_EQ(reason_of(signed_request("/twilio/voice", {{"AccountSid", "ACother"}})),
            "wrong_account");
  EXPECT_EQ(reason_of(signed_request("/twilio/voice", {}, "https://other.example.com")),
            "bad_signature");
  AccountSettings nowhere = settings();
  nowhere.public_base_urls.clear();
  EXPECT_EQ(reason_of(signed_request("/twilio/voice", {}), nowhere), "no_public_address");
  AccountSettings tokenless = settings();
  tokenless.auth_tokens.clear();
  EXPECT_EQ(reason_of(signed_request("/twilio/voice", {}), tokenless), "bad_signature");
}

TEST(SignatureCheck, believes_only_a_trusted_proxy_about_the_public_address) {
  AccountSettings behind_proxy = settings();
  behind_proxy.public_base_urls.clear();
  behind_proxy.trusted_proxies = {"10.0.0.7"};
  http::Request request = signed_request("/twilio/voice", {}, "https://public.example.com");
  request.headers.add("Host", "internal:8080");
  request.headers.add("X-Forwarded-Proto", "https");
  request.headers.add("X-Forwarded-Host", "public.example.com");
  request.remote_address = "10.0.0.7";
  EXPECT_EQ(reason_of(request, behind_proxy), "");
  request.remote_address = "10.0.0.8";
  EXPECT_EQ(reason_of(request, behind_proxy), "no_public_address");
  request.remote_address = "10.0.0.7";
  request.headers.set("X-Forwarded-Proto", "gopher");
  EXPECT_EQ(reason_of(request, behind_proxy), "no_public_address");
}

const std::string sid = "CA00000000000000000000000000000001";

http::Form call_form(http::Form more = {}) {
  http::Form form = {
      {"CallSid", sid}, {"From", "+15550100120"}, {"To", "+15550100100"}, {"Direction", "inbound"}};
  form.insert(form.end(), more.begin(), more.end());
  return form;
}

TEST(CallNotice, takes_our_number_from_the_side_that_is_ours) {
  const auto inbound = read_call(form_of("/twilio/voice", call_form()));
  ASSERT_TRUE(inbound);
  EXPECT_EQ(inbound->business.e164(), "+15550100100");
  EXPECT_EQ(inbound->person->e164(), "+15550100120");

  const auto outbound = read_call(form_of("/twilio/alert", {{"CallSid", sid},
                                                            {"From", "+15550100100"},
                                                            {"To", "+15550100101"},
                                                            {"Direction", "outbound-api"}}));
  EXPECT_EQ(outbound->business.e164(), "+15550100100");
}

TEST(CallNotice, never_takes_our_number_from_the_link) {
  const auto notice = read_call(form_of("/twilio/voice?To=%2B15550100199", call_form()));
  EXPECT_EQ(notice->business.e164(), "+15550100100");
}

TEST(CallNotice, lets_callers_withhold_their_number) {
  for (const char* from : {"anonymous", "+266696687", "client:alice", "", "unknown"}) {
    const auto notice = read_call(
        form_of("/twilio/voice", {{"CallSid", sid}, {"From", from}, {"To", "+15550100100"}}));
    ASSERT_TRUE(notice);
    if (notice->person) EXPECT_EQ(notice->person->e164(), from);
  }
}

TEST(CallNotice, refuses_what_names_no_call_or_no_number) {
  const auto reason = [](http::Form form) {
    return read_call(form_of("/twilio/voice", std::move(form))).error().reason;
  };
  EXPECT_EQ(reason({{"To", "+15550100100"}}), "no_call");
  EXPECT_EQ(reason({{"CallSid", "CA12"}, {"To", "+15550100100"}}), "no_call");
  EXPECT_EQ(reason({{"CallSid", sid}, {"To", "sales"}}), "unknown_number");
}

TEST(CallNotice, reads_how_far_the_carrier_vouches_for_the_caller) {
  using enum reception::Verification;
  const std::vector<std::pair<std::string, reception::Verification>> table = {
      {"TN-Validation-Passed-A", A},      {"TN-Validation-Passed-B", B},
      {"TN-Validation-Passed-C", C},      {"TN-Validation-Passed-A-Diverted", B},
      {"TN-Validation-Failed-A", Failed}, {"TN-Validation-Failed", Failed},
      {"No-TN-Validation", None},         {"", None},
      {"TN-Validation-Passed-", None}};
  for (const auto& [verstat, verification] : table) {
    EXPECT_EQ(
        read_call(form_of("/twilio/voice", call_form({{"StirVerstat", verstat}})))->verification,
        verification)
        << verstat;
  }
}

TEST(Answer, is_keys_or_words_or_silence) {
  const auto read = [](http::Form more) {
    return *read_answer(form_of("/twilio/turn?turn=4&asks=phone", call_form(std::move(more))));
  };
  const auto said = read({{"SpeechResult", "five five five"}, {"Confidence", "0.41"}});
  EXPECT_EQ(std::get<reception::Said>(said.event).text.text(), "five five five");
  EXPECT_DOUBLE_EQ(std::get<reception::Said>(said.event).confidence, 0.41);
  EXPECT_EQ(said.number, 4);
  EXPECT_EQ(said.asked, language::Question::Phone);
  EXPECT_EQ(said.conversation_key, sid);
  EXPECT_DOUBLE_EQ(std::get<reception::Said>(read({{"SpeechResult", "x"}}).event).confidence, 0.92);
  EXPECT_EQ(std::get<reception::Pressed>(read({{"Digits", "12"}}).event).keys, "12");
  EXPECT_EQ(std::get<reception::Pressed>(read({{"Digits", ""}, {"FinishedOnKey", "#"}}).event).keys,
            "#");
  EXPECT_TRUE(std::holds_alternative<reception::Silent>(read({{"Digits", ""}}).event));
}

TEST(Answer, without_a_turn_or_with_odd_keys_is_refused) {
  EXPECT_EQ(read_answer(form_of("/twilio/turn", call_form())).error().reason, "no_turn");
  EXPECT_EQ(read_answer(form_of("/twilio/turn?turn=-1", call_form())).error().reason, "no_turn");
  EXPECT_EQ(read_answer(form_of("/twilio/turn?turn=1x", call_form())).error().reason, "no_turn");
  EXPECT_EQ(
      read_answer(form_of("/twilio/turn?turn=1", call_form({{"Digits", "1;2"}}))).error().reason,
      "malformed_keys");
}

TEST(TransferEnd, is_bridged_only_by_a_key_and_a_conversation) {
  const auto bridged = [](bool accepted, std::string status, std::string flag) {
    const auto turn =
        read_transfer_end(form_of("/twilio/transfer?turn=2",
                                  call_form({{"DialCallStatus", status}, {"DialBridged", flag}})),
                          accepted);
    return std::get<reception::TransferEnded>(turn->event).bridged;
  };
  EXPECT_TRUE(bridged(true, "completed", "true"));
  EXPECT_TRUE(bridged(true, "completed", ""));
  EXPECT_FALSE(bridged(false, "completed", "true"));
  EXPECT_FALSE(bridged(true, "no-answer", "false"));
  EXPECT_FALSE(bridged(true, "busy", ""));
}

TEST(Progress, has_one_spelling_each) {
  const auto read = [](std::string status) {
    return read_progress(form_of("/twilio/status", call_form({{"CallStatus", status}})));
  };
  EXPECT_EQ(read("cancelled")->status, "canceled");
  EXPECT_TRUE(read("cancelled")->is_final);
  EXPECT_FALSE(read("in-progress")->is_final);
  EXPECT_EQ(read("dancing").error().reason, "unknown_status");
}

TEST(Text, needs_somebody_who_can_be_answered) {
  const auto read = [](std::string from) {
    return read_text(form_of("/twilio/sms", {{"MessageSid", "SM00000000000000000000000000000001"},
                                             {"From", from},
                                             {"To", "+15550100100"},
                                             {"Body", "hi"}}));
  };
  EXPECT_EQ(read("+15550100120")->turn.conversation_key, "+15550100120");
  EXPECT_EQ(read("12345").error().reason, "unanswerable_sender");
}

TEST(Rfc2822, is_read_strictly) {
  EXPECT_EQ(parse_rfc2822("Fri, 20 Aug 2010 01:13:42 +0000"),
            *parse_iso8601("2010-08-20T01:13:42Z"));
  for (const char* wrong : {"", "Fri, 20 Aug 2010", "Fri, 31 Feb 2010 01:13:42 +0000",
                            "Fri, 20 Aug 2010 25:13:42 +0000", "20 Avg 2010 01:13:42 +0000",
                            "Fri, 20 Aug 2010 01:13:42 -0500"}) {
    EXPECT_EQ(parse_rfc2822(wrong), std::nullopt) << wrong;
  }
}

}  // namespace
}  // namespace callwright::providers::twilio
