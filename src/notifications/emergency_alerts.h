#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "access/audit.h"
#include "base/id.h"
#include "messaging/outbox.h"
#include "notifications/ports.h"
#include "platform/jobs/jobs.h"
#include "tenants/domain/tenant.h"
#include "tenants/tenant_directory.h"

namespace callwright::notifications {

struct EmergencyFacts {
  ConversationId conversation;
  CorrelationId correlation;
  std::string hazard;  // "gas.smell": the first line of the alert.
  std::optional<PhoneNumber> caller;
  PrivateText address;
  PrivateText words;   // What the caller said, redacted.
};

struct Raised {
  AlertId id;
};
struct AlreadyRaised {  // The same caller within the hour about the same thing, or this conversation.
  AlertId id;
};
struct SwitchedOff {};  // The tenant wants no alerts; the caller must be told so.
using RaiseAnswer = std::variant<Raised, AlreadyRaised, SwitchedOff>;

enum class AlertState : std::uint8_t { Ringing, Acknowledged, Exhausted };

// Gets an emergency to a human: a ladder of people and channels, climbed until somebody accepts. The first
// rung is in the commit of the detection. Rungs, waits and bounds are one table in
// domain/alert_ladder.h.
class EmergencyAlerts {
 public:
  EmergencyAlerts(const Clock& clock, Ids& ids, const messaging::Outbox& outbox,
                  const jobs::Queue& queue, const access::Audit& audit, OperatorContact operator_contact)
      : clock_(clock), ids_(ids), outbox_(outbox), queue_(queue), audit_(audit),
        operator_contact_(std::move(operator_contact)) {}

  Result<RaiseAnswer> raise(db::Transaction& tx, const tenants::Tenant& tenant,
                            const EmergencyFacts& facts) const;

  // More became known during the call: the next rung says it; people already told get one update.
  Result<void> add_facts(db::Transaction& tx, const tenants::Tenant& tenant, const AlertId& alert,
                         const EmergencyFacts& facts) const;

  // A human has taken it over: the ladder stops. False when it had stopped already.
  Result<bool> acknowledge(db::Transaction& tx, const tenants::Tenant& tenant, const AlertId& alert,
                           const access::Actor& who) const;

  // The alert that an alert call or text of this message id belongs to.
  Result<std::optional<AlertId>> alert_of_message(db::Transaction& tx, const TenantId& tenant,
                                                  const MessageId& message) const;
  // The oldest alert still ringing for this person, for an answer by text ("1").
  Result<std::optional<AlertId>> ringing_for(db::Transaction& tx, const TenantId& tenant,
                                             const PhoneNumber& contact) const;
  // What an alert call says, for the provider to speak.
  Result<PrivateText> spoken(db::Transaction& tx, const tenants::Tenant& tenant,
                             const AlertId& alert) const;

  // Something the operator of the server must see: a call that failed, an alert nobody took.
  Result<void> alert_operator(db::Transaction& tx, const TenantId& tenant, std::string_view what,
                              std::string_view object, const CorrelationId& correlation) const;

 private:
  const Clock& clock_;
  Ids& ids_;
  const messaging::Outbox& outbox_;
  const jobs::Queue& queue_;
  const access::Audit& audit_;
  OperatorContact operator_contact_;
};

}  // namespace callwright::notifications
