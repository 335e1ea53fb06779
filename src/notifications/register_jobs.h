#pragma once

#include "notifications/deliver_message.h"
#include "notifications/emergency_alerts.h"
#include "platform/jobs/jobs.h"

namespace callwright::notifications {

// An alert is looked at again and again until it is taken or everybody was tried; a store that is
// down is waited for.
inline constexpr jobs::RetryPolicy alert_policy{.attempts_max = 720,
                                                .delay_first = Milliseconds(1'000),
                                                .delay_max = Milliseconds(5'000),
                                                .lease = Milliseconds(10'000)};

// Runs one verb of EmergencyAlerts for the alert whose id is the payload.
class AlertJob final : public jobs::Handler {
 public:
  // Answers when to run again, or nothing when there is no more to do.
  using Verb = Result<std::optional<Instant>> (*)(db::Transaction& tx,
                                                  const EmergencyAlerts& alerts,
                                                  const tenants::Tenant& tenant,
                                                  const AlertId& alert);

  AlertJob(const DeliverMessage::Parts& parts, const EmergencyAlerts& alerts, Verb verb)
      : database_(parts.database),
        clock_(parts.clock),
        tenants_(parts.tenants),
        journal_(parts.journal),
        alerts_(alerts),
        verb_(verb) {}

  Task<jobs::Outcome> run(jobs::Job job) override;

 private:
  db::Database& database_;
  const Clock& clock_;
  tenants::TenantDirectory& tenants_;
  journal::Journal& journal_;
  const EmergencyAlerts& alerts_;
  const Verb verb_;
};

// Every job of this room. Outlives the worker it is registered with.
class Jobs {
 public:
  Jobs(const DeliverMessage::Parts& parts, const EmergencyAlerts& alerts);

  void register_with(jobs::Worker& worker);

 private:
  DeliverMessage deliver_;
  DeliverMessage deliver_urgent_;
  AlertJob step_;
  AlertJob update_;
};

}  // namespace callwright::notifications
