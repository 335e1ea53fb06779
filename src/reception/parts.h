#pragma once

#include "access/audit.h"
#include "calls/call_register.h"
#include "calls/callback_queue.h"
#include "customers/customer_book.h"
#include "messaging/consent_book.h"
#include "messaging/conversations.h"
#include "messaging/outbox.h"
#include "notifications/emergency_alerts.h"
#include "platform/clock/clock.h"
#include "platform/jobs/jobs.h"
#include "scheduling/calendar.h"
#include "tenants/tenant_directory.h"

namespace callwright::reception {

// Everything the receptionist sequences.
struct Parts {
  const Clock& clock;
  const access::Audit& audit;
  const messaging::Conversations& conversations;
  const messaging::ConsentBook& consent;
  const messaging::Outbox& outbox;
  const customers::CustomerBook& customers;
  const scheduling::Calendar& calendar;
  const calls::CallRegister& calls;
  const calls::CallbackQueue& callbacks;
  const notifications::EmergencyAlerts& alerts;
  const jobs::Queue& queue;
};

}  // namespace callwright::reception
