#include "notifications/emergency_alerts.h"
#include "platform/log/log.h"
#include "platform/metrics/metrics.h"

namespace callwright::notifications {
namespace {

using messaging::MessageChannel;

// Ids only: the operator of the server is not one of the tenant's people.
PrivateText operator_text(const TenantId& tenant, std::string_view what, std::string_view object,
                          const CorrelationId& correlation) {
  return PrivateText("Callwright operator alert: " + std::string(what) + ". Tenant " +
                     tenant.text() + ", object " + std::string(object) + ", correlation " +
                     correlation.text() + ".");
}

void sound(const TenantId& tenant, const std::string& what, const std::string& object,
           const CorrelationId& correlation) {
  const log::Correlation scope(correlation);
  log::error("operator.alert", {{"reason", what}, {"tenant", tenant}, {"object", object}});
  metrics::Registry::global()
      .counter("callwright_operator_alerts_total", "What the operator of the server had to see.",
               {{"reason", what}})
      .increment();
}

}  // namespace

Result<void> EmergencyAlerts::alert_operator(db::Transaction& tx, const TenantId& tenant,
                                             std::string_view what, std::string_view object,
                                             const CorrelationId& correlation) const {
  const std::string cause = "operator:" + std::string(what) + ":" + std::string(object) + ":";
  bool first_time = false;
  const auto tell = [&](MessageChannel channel, const std::string& to) -> Result<void> {
    TRY_ASSIGN(const messaging::SendAnswer answer,
               outbox_.send(tx, tenant,
                            {.cause_key = cause + std::string(to_string(channel)),
                             .to = to,
                             .role = messaging::RecipientRole::Operator,
                             .channel = channel,
                             .kind = messaging::MessageKind::Other,
                             .body = operator_text(tenant, what, object, correlation),
                             .conversation = std::nullopt,
                             .correlation = correlation,
                             .lane = jobs::Lane::Emergency}));
    first_time = first_time || std::holds_alternative<messaging::Queued>(answer);
    return {};
  };
  const OperatorContact& contact = operator_contact_;
  if (!contact.email.empty()) TRY(tell(MessageChannel::Email, contact.email));
  if (contact.phone) TRY(tell(MessageChannel::Sms, contact.phone->e164()));
  // With nobody to write to, the row, the log and the metric are what the operator's alarms watch.
  if (contact.email.empty() && !contact.phone) TRY(tell(MessageChannel::Webhook, "operator"));

  if (first_time) {
    tx.after_commit([tenant, what = std::string(what), object = std::string(object), correlation] {
      sound(tenant, what, object, correlation);
    });
  }
  return {};
}

}  // namespace callwright::notifications
