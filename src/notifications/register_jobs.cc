#include "notifications/register_jobs.h"

#include "tenants/journal_owner.h"

namespace callwright::notifications {
namespace {

Result<std::optional<Instant>> step(db::Transaction& tx, const EmergencyAlerts& alerts,
                                    const tenants::Tenant& tenant, const AlertId& alert) {
  return alerts.climb(tx, tenant, alert);
}

Result<std::optional<Instant>> update(db::Transaction& tx, const EmergencyAlerts& alerts,
                                      const tenants::Tenant& tenant, const AlertId& alert) {
  TRY(alerts.tell_update(tx, tenant, alert));
  return std::nullopt;
}

// Only the handler gives a message up, and says so on it. A store that is down at its last attempt
// is waited for.
jobs::RetryPolicy outlasting(jobs::RetryPolicy policy) {
  policy.attempts_max += alert_policy.attempts_max;
  return policy;
}

std::string in_words(const std::optional<Instant>& again) {
  return jobs::words(again ? jobs::Outcome(jobs::Again{*again}) : jobs::Done{});
}

}  // namespace

Task<jobs::Outcome> AlertJob::run(jobs::Job job) {
  const Instant now = clock_.now();
  const auto work = [&](db::Transaction& tx) -> Result<std::optional<Instant>> {
    TRY_ASSIGN(const tenants::TenantPtr tenant, tenants_.by_id(tx, job.tenant));
    const auto verb = [&](db::Transaction& noted) {
      return verb_(noted, alerts_, *tenant, AlertId(job.payload));
    };
    return journal_.run_for(tx, tenants::journal_owner(*tenant), journal::event_of(job, now), verb,
                            in_words);
  };
  const Result<std::optional<Instant>> again = co_await database_.write_async(work);
  if (!again) {
    co_return jobs::RetryLater{.reason = again.error().message, .at_least = std::nullopt};
  }
  if (!*again) co_return jobs::Done{};
  co_return jobs::Again{**again};
}

Jobs::Jobs(const DeliverMessage::Parts& parts, const EmergencyAlerts& alerts)
    : deliver_(parts, delivery_policy),
      deliver_urgent_(parts, urgent_delivery_policy),
      step_(parts, alerts, step),
      update_(parts, alerts, update) {}

void Jobs::register_with(jobs::Worker& worker) {
  worker.handle(std::string(messaging::deliver_job), outlasting(delivery_policy), deliver_);
  worker.handle(std::string(messaging::deliver_urgent_job), outlasting(urgent_delivery_policy),
                deliver_urgent_);
  worker.handle(std::string(alert_step_job), alert_policy, step_);
  worker.handle(std::string(alert_update_job), alert_policy, update_);
}

}  // namespace callwright::notifications
