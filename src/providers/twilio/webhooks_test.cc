#include "providers/twilio/webhooks.h"

#include <gtest/gtest.h>

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "base/text.h"
#include "customers/customer_book.h"
#include "messaging/conversations.h"
#include "messaging/delivery_book.h"
#include "notifications/register_jobs.h"
#include "platform/jobs/jobs.h"
#include "platform/log/log.h"
#include "providers/sandbox/sandbox_carrier.h"
#include "providers/twilio/signature.h"
#include "reception/conversation_closer.h"
#include "reception/parts.h"
#include "scheduling/calendar.h"
#include "support/test_database.h"
#include "tenants/save_tenant.h"

// Whole webhooks: the practice network on one side, the real parts on the other, one clock for
// both.
namespace callwright::providers::twilio {
namespace {

using sandbox::PhoneState;
using sandbox::Redelivery;
using sandbox::RedeliveryOrder;
using sandbox::SandboxCarrier;

const PhoneNumber business = *PhoneNumber::parse("+15550100100");
const PhoneNumber owner = *PhoneNumber::parse("+15550100101");
const std::string caller = "+15550100120";
const std::string call_sid = "CA00000000000000000000000000000001";

// The database of another day: it can be switched off.
class Switchable final : public db::Database {
 public:
  explicit Switchable(db::Database& real) : real_(real) {}
  bool down = false;

  db::Engine engine() const override { return real_.engine(); }
  void submit(db::Access access, Work work, Done done) override {
    if (down) return done(failure(ErrorCode::Unavailable, "disk full"));
    real_.submit(access, std::move(work), std::move(done));
  }
  Result<void> run(db::Access access, Work work) override {
    if (down) return failure(ErrorCode::Unavailable, "disk full");
    return real_.run(access, std::move(work));
  }

 private:
  db::Database& real_;
};

tenants::Tenant plumber() {
  tenants::Tenant tenant{.id = TenantId("ten_1"), .slug = "prairie", .name = "Prairie Plumbing"};
  tenant.numbers = {business};
  tenant.owner = {.name = "The owner", .phone = owner};
  for (auto& day : tenant.hours) day = {{.opens = Minutes(0), .closes = Minutes(24 * 60)}};
  return tenant;
}

struct WebhooksTest : testing::Test {
  WebhooksTest() {
    log::configure({.sink = [](std::string_view) {}});
    EXPECT_TRUE(db::migrate(*storage));
    EXPECT_TRUE(storage->write(
        [&](db::Transaction& tx) { return tenants::save_tenant(tx, plumber(), clock.now()); }));
    webhooks.add_routes(router);
    notification_jobs.register_with(worker);
    worker.handle(std::string(reception::close_conversation_job), closer);
  }

  template <class T>
  T done(Task<T> task) {
    return wait_for(std::move(task));
  }
  std::string dial() { return done(carrier.dial({.from = caller, .to = business})); }
  void pass(Milliseconds time) {
    clock.advance(time);
    wait_for(carrier.run_due());
    EXPECT_TRUE(worker.run_due());
    wait_for(carrier.run_due());
  }
  double rejected() { return registry.total("callwright_webhooks_rejected_total"); }

  // Everything that is stored, as text: equal before and after what must change nothing.
  std::string state() {
    const auto dump = storage->read([](db::Transaction& tx) -> Result<std::string> {
      TRY_ASSIGN(const db::Rows tables,
                 tx.query("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"));
      std::string all;
      for (const db::Row& table : tables) {
        TRY_ASSIGN(const db::Rows columns,
                   tx.query("SELECT name FROM pragma_table_info(?) ORDER BY cid", table.text(0)));
        std::vector<std::string> quoted;
        for (const db::Row& column : columns) quoted.push_back("quote(" + column.text(0) + ")");
        TRY_ASSIGN(const db::Rows rows, tx.query("SELECT " + joined(quoted, "||','||") + " FROM " +
                                                 table.text(0) + " ORDER BY 1"));
        for (const db::Row& row : rows) all += table.text(0) + ":" + row.text(0) + "\n";
      }
      return all;
    });
    EXPECT_TRUE(dump) << dump.error().message;
    return dump.value_or("");
  }

  http::Response post(const std::string& target, http::Form form,
                      const std::string& token = "sandbox") {
    if (!http::field(form, "AccountSid")) form.emplace_back("AccountSid", account.account_sid);
    http::Request request{.method = "POST", .target = target, .body = http::encode_form(form)};
    request.headers.add("Content-Type", "application/x-www-form-urlencoded");
    request.headers.add("X-Twilio-Signature", sign(token, base_url + target, form));
    return done(router.handle(std::move(request)));
  }
  http::Form call_form(http::Form more = {}, const std::string& status = "ringing") {
    http::Form form = {{"CallSid", call_sid},
                       {"From", caller},
                       {"To", business.e164()},
                       {"Direction", "inbound"},
                       {"CallStatus", status}};
    form.insert(form.end(), more.begin(), more.end());
    return form;
  }
  std::vector<calls::Callback> all_callbacks() {
    return *storage->read([&](db::Transaction& tx) { return callbacks.all(tx, plumber().id); });
  }
  calls::CallState state_of(const std::string& sid) {
    const auto call =
        storage->read([&](db::Transaction& tx) { return calls.find(tx, plumber().id, sid); });
    return (*call)->state;
  }

  const std::string base_url = sandbox::SandboxSettings().public_base_url;
  const AccountSettings account{.account_sid = sandbox::SandboxSettings().account_sid,
                                .auth_tokens = {"sandbox"},
                                .public_base_urls = {base_url}};
  ManualClock clock{*parse_iso8601("2026-03-10T15:05:00Z")};
  SeededRandom random{1};
  metrics::Registry registry;
  tests::TestDatabase storage{tests::Store::SqliteSingleThreaded};
  Switchable database{*storage};

  Ids ids{clock, random};
  access::Audit audit{clock, ids};
  tenants::TenantDirectory directory;
  customers::CustomerBook customers{clock, ids, audit};
  scheduling::Calendar calendar{clock, ids, audit};
  jobs::Queue queue{clock, ids};
  messaging::ConsentBook consent{clock, audit};
  messaging::DeliveryBook deliveries{clock};
  messaging::Outbox outbox{clock, ids, queue, consent};
  messaging::Conversations conversations{ids};
  calls::CallRegister calls{ids};
  calls::CallbackQueue callbacks{clock, ids, audit};
  notifications::EmergencyAlerts alerts{clock, ids, outbox, queue, audit, {}};
  Receipts receipts;
  reception::Parts parts{.clock = clock,
                         .audit = audit,
                         .conversations = conversations,
                         .consent = consent,
                         .outbox = outbox,
                         .customers = customers,
                         .calendar = calendar,
                         .calls = calls,
                         .callbacks = callbacks,
                         .alerts = alerts,
                         .queue = queue};
  reception::Receptionist receptionist{parts};
  WebhookParts webhook_parts{.database = database,
                             .clock = clock,
                             .metrics = registry,
                             .receipts = receipts,
                             .tenants = directory,
                             .receptionist = receptionist,
                             .calls = calls,
                             .callbacks = callbacks,
                             .outbox = outbox,
                             .alerts = alerts};
  Webhooks webhooks{account, webhook_parts};
  http::Router router;
  SandboxCarrier carrier{{}, clock, random, sandbox::deliver_to(router)};
  notifications::Network network{carrier, carrier, carrier};
  notifications::Jobs notification_jobs{{.database = *storage,
                                         .clock = clock,
                                         .tenants = directory,
                                         .outbox = outbox,
                                         .book = deliveries,
                                         .consent = consent,
                                         .network = network,
                                         .practice_network = network},
                                        alerts};
  reception::ConversationCloser closer{*storage, parts, directory};
  jobs::Worker worker{*storage, clock, random};
};

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

struct AlertCall : WebhooksTest {
  AlertCall() {
    const auto raised = storage->write([&](db::Transaction& tx) -> Result<AlertId> {
      TRY_ASSIGN(const auto conversation,
                 conversations.open(tx, plumber().id, language::Channel::Voice, "CA7", std::nullopt,
                                    CorrelationId("CA7"), clock.now()));
      TRY_ASSIGN(const auto answer, alerts.raise(tx, plumber(),
                                                 {.conversation = conversation.id,
                                                  .correlation = conversation.correlation,
                                                  .hazard = "gas.smell"}));
      return std::get<notifications::Raised>(answer).id;
    });
    EXPECT_TRUE(raised);
    // The owner is texted first and called when nothing comes of it.
    for (int i = 0; i < 60 && carrier.calls().empty(); ++i) pass(Seconds(10));
  }
  std::optional<AlertId> ringing() {
    return *storage->read(
        [&](db::Transaction& tx) { return alerts.ringing_for(tx, plumber().id, owner); });
  }
};

TEST_F(AlertCall, speaks_and_is_taken_by_pressing_one) {
  ASSERT_EQ(carrier.calls().size(), 1U);
  ASSERT_TRUE(ringing());
  EXPECT_TRUE(done(carrier.owner_answers("1")));
  const auto call = carrier.calls()[0];
  EXPECT_TRUE(call.complaints.empty());
  EXPECT_FALSE(call.heard.empty());
  EXPECT_EQ(ringing(), std::nullopt);
}

TEST_F(AlertCall, is_not_taken_by_another_key_or_a_machine) {
  ASSERT_EQ(carrier.calls().size(), 1U);
  const std::string sid = carrier.calls()[0].sid;
  EXPECT_TRUE(done(carrier.pick_up(sid)));
  EXPECT_TRUE(done(carrier.press(sid, "2")));
  EXPECT_TRUE(done(carrier.silence(sid, Seconds(6))));
  EXPECT_TRUE(done(carrier.silence(sid, Seconds(6))));
  EXPECT_EQ(carrier.call(sid)->state, PhoneState::Ended);
  EXPECT_TRUE(ringing());
}

TEST_F(AlertCall, says_that_there_is_one_even_without_a_database) {
  ASSERT_EQ(carrier.calls().size(), 1U);
  database.down = true;
  EXPECT_TRUE(done(carrier.owner_answers("1")));
  EXPECT_NE(carrier.calls()[0].heard[0].text.find("emergency"), std::string::npos);
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
