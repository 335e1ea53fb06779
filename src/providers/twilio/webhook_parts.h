#pragma once

#include "calls/call_register.h"
#include "calls/callback_queue.h"
#include "messaging/outbox.h"
#include "notifications/emergency_alerts.h"
#include "platform/clock/clock.h"
#include "platform/db/database.h"
#include "platform/idempotency/receipts.h"
#include "platform/journal/journal.h"
#include "platform/metrics/metrics.h"
#include "reception/proposals.h"
#include "reception/receptionist.h"
#include "tenants/tenant_directory.h"

namespace callwright::providers::twilio {

// Everything the webhooks hand their events to.
struct WebhookParts {
  db::Database& database;
  const Clock& clock;
  metrics::Registry& metrics;
  journal::Journal& journal;
  const Receipts& receipts;
  tenants::TenantDirectory& tenants;
  const reception::Receptionist& receptionist;
  const calls::CallRegister& calls;
  const calls::CallbackQueue& callbacks;
  const messaging::Outbox& outbox;
  const notifications::EmergencyAlerts& alerts;
  reception::Proposals* proposals = nullptr;  // Where a model is configured.
};

}  // namespace callwright::providers::twilio
