#pragma once

#include "providers/twilio/call_notice.h"
#include "providers/twilio/gate.h"

namespace callwright::providers::twilio {

// A call of ours to a person who must hear of an emergency: it speaks, and pressing 1 takes it
// over.
class AlertWebhook {
 public:
  static constexpr int times_spoken_max = 3;

  explicit AlertWebhook(const Gate& gate) : gate_(gate) {}

  Task<http::Response> speak(http::Request request) const;
  Task<http::Response> accept(http::Request request) const;

 private:
  Result<std::string> spoken(db::Transaction& tx, const tenants::TenantPtr& tenant,
                             const std::string& message, int attempt) const;
  Result<std::string> accepted(db::Transaction& tx, const tenants::TenantPtr& tenant,
                               const std::string& message, const std::string& call_sid) const;
  Result<AlertId> alert_of(db::Transaction& tx, const TenantId& tenant,
                           const std::string& message) const;

  const Gate& gate_;
};

}  // namespace callwright::providers::twilio
