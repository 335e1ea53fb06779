#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "access/audit.h"
#include "calls/call_register.h"
#include "calls/callback_queue.h"
#include "customers/customer_book.h"
#include "messaging/consent_book.h"
#include "messaging/conversations.h"
#include "messaging/delivery_book.h"
#include "messaging/outbox.h"
#include "notifications/emergency_alerts.h"
#include "notifications/ports.h"
#include "notifications/register_jobs.h"
#include "onboarding/tenant_document.h"
#include "platform/clock/clock.h"
#include "platform/clock/ids.h"
#include "platform/clock/random.h"
#include "platform/db/database.h"
#include "platform/http/router.h"
#include "platform/idempotency/receipts.h"
#include "platform/jobs/jobs.h"
#include "platform/journal/journal.h"
#include "platform/metrics/metrics.h"
#include "providers/twilio/webhooks.h"
#include "reception/conversation_closer.h"
#include "reception/parts.h"
#include "reception/proposals.h"
#include "reception/receptionist.h"
#include "scheduling/calendar.h"
#include "tenants/tenant_directory.h"

namespace callwright::server {

// The outside world as the product sees it. Everything here outlives the product.
struct World {
  db::Database& database;
  const Clock& clock;
  Random& random;
  notifications::Network network;
  notifications::Network practice_network;  // Of practice tenants.
  journal::Journal* journal = nullptr;      // A replay's; else the product keeps its own.
  reception::Proposer* proposer = nullptr;  // The model, where there is one.
};

struct ProductSettings {
  providers::twilio::AccountSettings twilio;
  notifications::OperatorContact operator_contact;
  journal::JournalSettings journal;
  reception::ProposalSettings proposals = {};
};

// Everything inside the walls, put together once: one flat list of parts. What runs it (threads,
// sockets, a hand-moved clock) is decided by whoever makes it.
class Product {
 public:
  Product(const World& world, ProductSettings settings);
  Product(const Product&) = delete;
  Product& operator=(const Product&) = delete;

  World world;

  journal::EventClock clock;
  journal::EventIds ids;
  access::Audit audit;
  tenants::TenantDirectory directory;
  customers::CustomerBook customers;
  scheduling::Calendar calendar;
  onboarding::TenantDocument documents;
  jobs::Queue queue;
  journal::KeptJournal kept_journal;
  journal::Journal& journal;
  messaging::ConsentBook consent;
  messaging::DeliveryBook deliveries;
  messaging::Outbox outbox;
  messaging::Conversations conversations;
  calls::CallRegister calls;
  calls::CallbackQueue callbacks;
  notifications::EmergencyAlerts alerts;
  Receipts receipts;
  std::unique_ptr<reception::Proposals> proposals;  // Where there is a model.
  reception::Parts parts;
  reception::Receptionist receptionist;
  providers::twilio::WebhookParts webhook_parts;
  providers::twilio::Webhooks twilio;

  http::Router router;

 private:
  notifications::Jobs notification_jobs_;
  reception::ConversationCloser closer_;
  journal::JournalForgetter forgetter_;

 public:
  // Last: what it runs is still there when it stops.
  jobs::Worker worker;
};

}  // namespace callwright::server
