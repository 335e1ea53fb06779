#include "providers/twilio/signature.h"
#include "robustness/fixture.h"

namespace callwright::robustness {
namespace {

using harness::Answer;
using harness::RawRequest;
using harness::Webhook;

constexpr const char* rejected = "callwright_webhooks_rejected_total";

struct BadRequest {
  const char* name;
  std::string bytes;
  int status;
  std::string reason;  // The label it is counted under; empty: turned away before it is a webhook.
};

class BadInput : public RobustnessTest {
 protected:
  Webhook arrival(std::uint64_t number) const {
    return harness::Call(trial_->account(), number, trial_->business().phone()).arrive();
  }

  std::string sign_body(const std::string& target, const http::Form& form) const {
    const harness::Account& account = trial_->account();
    return providers::twilio::sign(account.token, account.public_url + target, form);
  }

  RawRequest raw(const Webhook& webhook) const {
    return {.target = webhook.target,
            .signature = sign_body(webhook.target, webhook.form),
            .body = http::encode_form(webhook.form)};
  }

  Webhook with(Webhook webhook, const std::string& name, const std::string& value) const {
    for (auto& [field, old] : webhook.form) {
      if (field == name) old = value;
    }
    return webhook;
  }

  std::vector<BadRequest> bad_requests() const {
    const Webhook good = arrival(1'000'000);
    RawRequest unsigned_one = raw(good);
    unsigned_one.signature.clear();
    RawRequest forged = raw(good);
    forged.signature = "AAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    RawRequest changed = raw(good);
    changed.body += "&SpeechResult=more";
    RawRequest json = raw(good);
    json.content_type = "application/json";
    RawRequest cut = raw(good);
    cut.body += "&CallerName=%C3";
    RawRequest get = raw(good);
    get.method = "GET";
    get.body.clear();
    Webhook large = good;
    large.form.emplace_back("SpeechResult", std::string(70'000, 'a'));
    RawRequest huge = raw(good);
    huge.body += "&SpeechResult=" + std::string(1'200'000, 'a');
    Webhook answer = arrival(1'000'001);
    answer.target = "/twilio/turn?turn=3&asks=name";
    const auto signed_one = [&](const Webhook& webhook) {
      return signed_request(trial_->account(), webhook);
    };
    return {
        {"no signature", raw_request(unsigned_one), 400, "missing_signature"},
        {"a forged signature", raw_request(forged), 403, "bad_signature"},
        {"a body changed on its way", raw_request(changed), 403, "bad_signature"},
        {"another account", signed_one(with(good, "AccountSid", "AC" + std::string(32, '1'))), 403,
         "wrong_account"},
        {"an unknown number", signed_one(with(good, "To", "+15550100999")), 404, "unknown_number"},
        {"no number", signed_one(with(good, "To", "client:front-desk")), 404, "unknown_number"},
        {"a call nobody opened", signed_one(answer), 404, "unknown_call"},
        {"no sid", signed_one(with(good, "CallSid", "CA1")), 400, "no_call"},
        {"a form that is too large", signed_one(large), 413, "too_large"},
        {"a body that is too large", raw_request(huge), 413, ""},
        {"JSON", raw_request(json), 415, "wrong_content_type"},
        {"a character cut in half", raw_request(cut), 400, "malformed_form"},
        {"GET", raw_request(get), 405, "wrong_method"},
    };
  }
};

TEST_F(BadInput, each_is_refused_clearly_counted_and_changes_nothing) {
  begin({.technicians = 1});
  const std::string before = quiet_state();
  for (const BadRequest& bad : bad_requests()) {
    const std::string label = "reason=\"" + bad.reason + "\"";
    const double counted = bad.reason.empty() ? 0 : trial_->metric(rejected, label);
    const Answer answer = harness::exchange(trial_->port(), bad.bytes);
    EXPECT_EQ(answer.status, bad.status) << bad.name << ": " << answer.body;
    EXPECT_NE(answer.body.find("\"error\""), std::string::npos) << bad.name;
    if (bad.reason.empty()) continue;
    EXPECT_EQ(trial_->metric(rejected, label), counted + 1) << bad.name;
  }
  EXPECT_EQ(state_hash(trial_->file()), before);
}

TEST_F(BadInput, a_flood_changes_nothing_and_calls_are_answered_during_it) {
  constexpr std::size_t rounds = 20;
  constexpr std::size_t at_once = 100;
  begin({.technicians = 1});
  const std::string before = quiet_state();
  const double counted = trial_->metric(rejected);
  RawRequest forged = raw(arrival(2'000'000));
  forged.signature = "AAAAAAAAAAAAAAAAAAAAAAAAAAA=";
  for (std::size_t round = 0; round < rounds; ++round) {
    const std::vector<std::string> requests(at_once, raw_request(forged));
    for (const Answer& answer : harness::exchange_at_once(trial_->port(), requests)) {
      ASSERT_EQ(answer.status, 403) << answer.body;
    }
  }
  EXPECT_EQ(trial_->metric(rejected), counted + rounds * at_once);
  EXPECT_EQ(state_hash(trial_->file()), before);

  std::vector<std::string> mixed(at_once, raw_request(forged));
  mixed.push_back(signed_request(trial_->account(), arrival(2'000'001)));
  const Answer genuine = harness::exchange_at_once(trial_->port(), mixed).back();
  EXPECT_TRUE(harness::is_proper_twiml(genuine.status, genuine.body)) << genuine.body;
}

}  // namespace
}  // namespace callwright::robustness
