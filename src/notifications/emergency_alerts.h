#pragma once

#include <optional>
#include <string>
#include <string_view>
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

namespace store {
struct AlertRow;
}
struct Notice;

struct EmergencyFacts {
  ConversationId conversation;
  CorrelationId correlation;
  std::string hazard;  // "gas.smell": the first line of the alert.
  std::optional<PhoneNumber> caller;
  PrivateText address;
  PrivateText words;  // What the caller said, redacted.
};

struct Raised {
  AlertId id;
};
struct AlreadyRaised {  // The same caller within the hour about the same thing, or this
                        // conversation.
  AlertId id;
};
struct SwitchedOff {};  // The tenant wants no alerts; the caller must be told so.
using RaiseAnswer = std::variant<Raised, AlreadyRaised, SwitchedOff>;

enum class AlertState : std::uint8_t { Ringing, Acknowledged, Exhausted };

std::string_view to_string(AlertState state);

// An alert as people see it.
struct Alert {
  AlertId id;
  ConversationId conversation;
  AlertState state = AlertState::Ringing;
  Instant raised_at;
  std::string taken_by;  // The actor who acknowledged; empty before.
  std::optional<Instant> taken_at;
};

// The same caller about the same thing within this time is the same emergency.
inline constexpr std::chrono::hours same_emergency_window{1};
// A person may still take an alert this long after it was raised: texts come late when a provider
// was down.
inline constexpr std::chrono::hours answer_window{12};
// Facts arrive one by one during a call: people get one update with what is known after this long.
inline constexpr Seconds update_wait{20};

// Climbs the ladder of the alert whose id is the payload.
inline constexpr std::string_view alert_step_job = "alert.step";
// Tells those who know of the alert what became known since.
inline constexpr std::string_view alert_update_job = "alert.update";

// Gets an emergency to a human: a ladder of people and channels, climbed until somebody accepts.
// The first rung is in the commit of the detection. Rungs, waits and bounds are one table in
// domain/alert_ladder.h.
class EmergencyAlerts {
 public:
  EmergencyAlerts(const Clock& clock, Ids& ids, const messaging::Outbox& outbox,
                  const jobs::Queue& queue, const access::Audit& audit,
                  OperatorContact operator_contact)
      : clock_(clock),
        ids_(ids),
        outbox_(outbox),
        queue_(queue),
        audit_(audit),
        operator_contact_(std::move(operator_contact)) {}

  Result<RaiseAnswer> raise(db::Transaction& tx, const tenants::Tenant& tenant,
                            const EmergencyFacts& facts) const;

  // More became known during the call: the next rung says it; people already told get one update.
  Result<void> add_facts(db::Transaction& tx, const tenants::Tenant& tenant, const AlertId& alert,
                         const EmergencyFacts& facts) const;

  // Does what is due on the ladder. When to look again, or nothing once it has stopped.
  Result<std::optional<Instant>> climb(db::Transaction& tx, const tenants::Tenant& tenant,
                                       const AlertId& alert) const;
  // One text to everybody who was texted before the facts became what they are.
  Result<void> tell_update(db::Transaction& tx, const tenants::Tenant& tenant,
                           const AlertId& alert) const;

  // A human has taken it over: the ladder stops. False when somebody had taken it already. An alert
  // that nobody took in time can still be taken.
  Result<bool> acknowledge(db::Transaction& tx, const tenants::Tenant& tenant, const AlertId& alert,
                           const access::Actor& who) const;

  Result<std::optional<Alert>> find(db::Transaction& tx, const TenantId& tenant,
                                    const AlertId& alert) const;
  // The alert that an alert call or text of this message id belongs to.
  Result<std::optional<AlertId>> alert_of_message(db::Transaction& tx, const TenantId& tenant,
                                                  const MessageId& message) const;
  // The oldest alert still ringing for this person, or else the newest that nobody took, for an
  // answer by text ("1").
  Result<std::optional<AlertId>> ringing_for(db::Transaction& tx, const TenantId& tenant,
                                             const PhoneNumber& contact) const;
  // What an alert call says, for the provider to speak.
  Result<PrivateText> spoken(db::Transaction& tx, const tenants::Tenant& tenant,
                             const AlertId& alert) const;

  // Something the operator of the server must see: a call that failed, an alert nobody took. `what`
  // is one of few fixed words. Told once for each object.
  Result<void> alert_operator(db::Transaction& tx, const TenantId& tenant, std::string_view what,
                              std::string_view object, const CorrelationId& correlation) const;

 private:
  Result<void> begin_rung(db::Transaction& tx, const tenants::Tenant& tenant, store::AlertRow& row,
                          std::size_t number, const std::vector<Notice>& rung) const;

  const Clock& clock_;
  Ids& ids_;
  const messaging::Outbox& outbox_;
  const jobs::Queue& queue_;
  const access::Audit& audit_;
  OperatorContact operator_contact_;
};

}  // namespace callwright::notifications
