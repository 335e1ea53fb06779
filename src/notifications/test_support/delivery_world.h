#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "notifications/register_jobs.h"
#include "notifications/test_support/ports_stub.h"
#include "platform/clock/random.h"
#include "tenants/save_tenant.h"
#include "tenants/tenant_settings.h"

namespace callwright::notifications {

// A business, its outbox and a network of stub providers, on a clock that is moved by hand.
class DeliveryWorld {
 protected:
  template <class Work>
  auto committed(Work&& work) {
    return store_.write(std::forward<Work>(work)).value();
  }
  template <class Work>
  auto seen(Work&& work) {
    return store_.read(std::forward<Work>(work)).value();
  }

  explicit DeliveryWorld(db::Database& database) : store_(database) {
    save_tenant();
    jobs_.register_with(worker_);
  }

  void save_tenant() {
    tenant_.settings_hash = tenants::hash_settings(tenant_);
    committed([&](db::Transaction& tx) { return tenants::save_tenant(tx, tenant_, clock_.now()); });
  }

  // Lets time pass, stopping wherever a job is due.
  void advance(Milliseconds by) {
    const Instant end = clock_.now() + by;
    run_due();
    while (true) {
      const auto next = worker_.next_due();
      ASSERT_TRUE(next.has_value());
      if (!*next || **next > end) break;
      clock_.set(std::max(clock_.now(), **next));
      run_due();
    }
    clock_.set(end);
  }
  void run_due() { ASSERT_TRUE(worker_.run_due().has_value()); }

  messaging::Message message(const MessageId& id) {
    return *seen([&](db::Transaction& tx) { return outbox_.find(tx, tenant_.id, id); });
  }
  std::vector<messaging::Message> messages() {
    return seen([&](db::Transaction& tx) { return outbox_.all(tx, tenant_.id); });
  }
  std::vector<messaging::Attempt> attempts(const MessageId& id) {
    return seen([&](db::Transaction& tx) { return book_.attempts(tx, tenant_.id, id); });
  }
  bool news(std::string_view provider_id, messaging::MessageStatus status) {
    return committed([&](db::Transaction& tx) {
      return outbox_.record_status(tx, tenant_.id, provider_id, status, {});
    });
  }
  // What a process leaves behind that dies while the provider is asked.
  void die_during_attempt(const MessageId& id) {
    committed([&](db::Transaction& tx) -> Result<int> {
      TRY_ASSIGN(const auto delivery, book_.find(tx, tenant_.id, id));
      return book_.begin_attempt(tx, tenant_.id, *delivery);
    });
  }
  std::vector<std::string> audited_actions() {
    std::vector<std::string> actions;
    for (const access::AuditEntry& entry :
         seen([&](db::Transaction& tx) { return audit_.entries(tx, tenant_.id); })) {
      actions.push_back(entry.action);
    }
    return actions;
  }

  static tenants::Tenant a_business() {
    tenants::Tenant tenant{.id = TenantId("ten_a")};
    tenant.slug = "prairie-plumbing";
    tenant.name = "Prairie Plumbing";
    tenant.numbers = {*PhoneNumber::parse("+15550100100")};
    tenant.owner = {.name = "Owner", .phone = PhoneNumber::parse("+15550100101")};
    tenant.on_call = {{.name = "Second", .phone = PhoneNumber::parse("+15550100102")}};
    return tenant;
  }

  db::Database& store_;
  ManualClock clock_{from_ms(1'800'000'000'000)};
  SeededRandom random_{7};
  Ids ids_{clock_, random_};
  tenants::Tenant tenant_ = a_business();
  const PhoneNumber customer_ = *PhoneNumber::parse("+15550100120");

  StubNetwork network_{clock_};
  StubNetwork practice_network_{clock_};
  tenants::TenantDirectory directory_;
  access::Audit audit_{clock_, ids_};
  jobs::Queue queue_{clock_, ids_};
  journal::KeptJournal journal_{{.enabled = false}, ids_, queue_};
  messaging::ConsentBook consent_{clock_, audit_};
  messaging::Outbox outbox_{clock_, ids_, queue_, consent_};
  messaging::DeliveryBook book_{clock_};
  EmergencyAlerts alerts_{clock_, ids_, outbox_, queue_, audit_, OperatorContact{}};
  Jobs jobs_{{.database = store_,
              .clock = clock_,
              .journal = journal_,
              .tenants = directory_,
              .outbox = outbox_,
              .book = book_,
              .consent = consent_,
              .network = {network_, network_, network_},
              .practice_network = {practice_network_, practice_network_, practice_network_}},
             alerts_};
  jobs::Worker worker_{store_, clock_, random_};
};

}  // namespace callwright::notifications
