#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "notifications/domain/alert_ladder.h"
#include "notifications/domain/alert_text.h"
#include "notifications/emergency_alerts.h"
#include "platform/db/database.h"

namespace callwright::notifications::store {

struct AlertRow {
  Alert alert;
  CorrelationId correlation;
  AlertFacts facts;
  Instant changed_at;
  std::size_t rungs_climbed = 0;
  Instant last_climbed_at;
  bool operator_told = false;
};

Result<void> insert_alert(db::Transaction& tx, const TenantId& tenant, const AlertRow& row);
// Writes everything that changes while an alert lives.
Result<void> update_alert(db::Transaction& tx, const TenantId& tenant, const AlertRow& row);

Result<std::optional<AlertRow>> find_alert(db::Transaction& tx, const TenantId& tenant,
                                           const AlertId& id);
// The same, kept from other writers until the transaction ends.
Result<std::optional<AlertRow>> lock_alert(db::Transaction& tx, const TenantId& tenant,
                                           const AlertId& id);
Result<std::optional<AlertRow>> alert_of_conversation(db::Transaction& tx, const TenantId& tenant,
                                                      const ConversationId& conversation);
// Newest first.
Result<std::vector<AlertRow>> alerts_of_caller(db::Transaction& tx, const TenantId& tenant,
                                               const PhoneNumber& caller, Instant since);
// Of the alerts this recipient was told of that nobody has taken, oldest first.
Result<std::vector<Alert>> untaken_for(db::Transaction& tx, const TenantId& tenant,
                                       const std::string& recipient, Instant since);

struct NoticeRow {
  MessageId message;
  Instant at;
  std::size_t rung = 0;
  Notice notice;
};
Result<void> insert_notice(db::Transaction& tx, const TenantId& tenant, const AlertId& alert,
                           const NoticeRow& row);
// In the order of their rungs.
Result<std::vector<NoticeRow>> notices_of(db::Transaction& tx, const TenantId& tenant,
                                          const AlertId& alert);
Result<std::optional<AlertId>> alert_of_message(db::Transaction& tx, const TenantId& tenant,
                                                const MessageId& message);

}  // namespace callwright::notifications::store
