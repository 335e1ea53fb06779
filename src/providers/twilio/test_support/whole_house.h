#pragma once

#include <gtest/gtest.h>

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
#include "providers/twilio/webhooks.h"
#include "reception/conversation_closer.h"
#include "reception/parts.h"
#include "scheduling/calendar.h"
#include "tenants/save_tenant.h"

// The practice network on one side, the real parts on the other, one clock for both.
namespace callwright::providers::twilio {

using sandbox::PhoneState;
using sandbox::Redelivery;
using sandbox::RedeliveryOrder;
using sandbox::SandboxCarrier;

inline const PhoneNumber business = *PhoneNumber::parse("+15550100100");
inline const PhoneNumber owner = *PhoneNumber::parse("+15550100101");
inline const std::string caller = "+15550100120";
inline const std::string call_sid = "CA00000000000000000000000000000001";

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

inline tenants::Tenant plumber() {
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
  std::unique_ptr<db::Database> storage =
      *db::open_sqlite({.path = ":memory:", .single_threaded = true});
  Switchable database{*storage};

  Ids ids{clock, random};
  access::Audit audit{clock, ids};
  tenants::TenantDirectory directory;
  customers::CustomerBook customers{clock, ids, audit};
  scheduling::Calendar calendar{clock, ids, audit};
  jobs::Queue queue{clock, ids};
  journal::KeptJournal journal{{}, ids, queue};
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
                             .journal = journal,
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
                                         .journal = journal,
                                         .tenants = directory,
                                         .outbox = outbox,
                                         .book = deliveries,
                                         .consent = consent,
                                         .network = network,
                                         .practice_network = network},
                                        alerts};
  reception::ConversationCloser closer{*storage, parts, directory, journal};
  jobs::Worker worker{*storage, clock, random};
};

}  // namespace callwright::providers::twilio
