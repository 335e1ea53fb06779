#include "notifications/store/alert_rows.h"

#include <algorithm>
#include <array>

namespace callwright::notifications::store {
namespace {

constexpr std::string_view select_alert =
    "SELECT alert_id, conversation_id, correlation, state, hazard, caller, address, words, "
    "raised_at, changed_at, rungs_climbed, last_climbed_at, operator_told, taken_by, taken_at "
    "FROM alerts ";

constexpr std::array alert_states = {AlertState::Ringing, AlertState::Acknowledged,
                                     AlertState::Exhausted};

AlertState to_state(const std::string& text) {
  const auto found = std::ranges::find_if(
      alert_states, [&](AlertState state) { return to_string(state) == text; });
  ASSERT(found != alert_states.end());
  return *found;
}

AlertRow to_alert_row(const db::Row& row) {
  return {.alert = {.id = row.id<AlertId>(0),
                    .conversation = row.id<ConversationId>(1),
                    .state = to_state(row.text(3)),
                    .raised_at = row.instant(8),
                    .taken_by = row.text(13),
                    .taken_at = row.optional_instant(14)},
          .correlation = row.id<CorrelationId>(2),
          .facts = {.hazard = row.text(4),
                    .caller = row.optional_phone_number(5),
                    .address = PrivateText(row.text(6)),
                    .words = PrivateText(row.text(7))},
          .changed_at = row.instant(9),
          .rungs_climbed = static_cast<std::size_t>(row.integer(10)),
          .last_climbed_at = row.instant(11),
          .operator_told = row.boolean(12)};
}

std::optional<AlertRow> to_alert_row(const std::optional<db::Row>& row) {
  if (!row) return std::nullopt;
  return to_alert_row(*row);
}

std::string selecting(std::string_view condition) {
  return std::string(select_alert) + std::string(condition);
}

}  // namespace

Result<void> insert_alert(db::Transaction& tx, const TenantId& tenant, const AlertRow& row) {
  TRY(
      tx.execute("INSERT INTO alerts (tenant_id, alert_id, conversation_id, correlation, state, "
                 "hazard, caller, address, words, raised_at, changed_at, rungs_climbed, "
                 "last_climbed_at, operator_told, taken_by, taken_at) "
                 "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                 tenant, row.alert.id, row.alert.conversation, row.correlation,
                 to_string(row.alert.state), row.facts.hazard, row.facts.caller, row.facts.address,
                 row.facts.words, row.alert.raised_at, row.changed_at, row.rungs_climbed,
                 row.last_climbed_at, row.operator_told, row.alert.taken_by, row.alert.taken_at));
  return {};
}

Result<void> update_alert(db::Transaction& tx, const TenantId& tenant, const AlertRow& row) {
  TRY(
      tx.execute("UPDATE alerts SET state = ?, hazard = ?, caller = ?, address = ?, words = ?, "
                 "changed_at = ?, rungs_climbed = ?, last_climbed_at = ?, operator_told = ?, "
                 "taken_by = ?, taken_at = ? WHERE tenant_id = ? AND alert_id = ?",
                 to_string(row.alert.state), row.facts.hazard, row.facts.caller, row.facts.address,
                 row.facts.words, row.changed_at, row.rungs_climbed, row.last_climbed_at,
                 row.operator_told, row.alert.taken_by, row.alert.taken_at, tenant, row.alert.id));
  return {};
}

Result<std::optional<AlertRow>> find_alert(db::Transaction& tx, const TenantId& tenant,
                                           const AlertId& id) {
  TRY_ASSIGN(const auto row,
             tx.query_one(selecting("WHERE tenant_id = ? AND alert_id = ?"), tenant, id));
  return to_alert_row(row);
}

Result<std::optional<AlertRow>> lock_alert(db::Transaction& tx, const TenantId& tenant,
                                           const AlertId& id) {
  std::string sql = selecting("WHERE tenant_id = ? AND alert_id = ?");
  // An embedded database has one writer, which needs no lock and knows no word for it.
  if (tx.engine() == db::Engine::Postgres) sql += " FOR UPDATE";
  TRY_ASSIGN(const auto row, tx.query_one(sql, tenant, id));
  return to_alert_row(row);
}

Result<std::optional<AlertRow>> alert_of_conversation(db::Transaction& tx, const TenantId& tenant,
                                                      const ConversationId& conversation) {
  TRY_ASSIGN(const auto row, tx.query_one(selecting("WHERE tenant_id = ? AND conversation_id = ?"),
                                          tenant, conversation));
  return to_alert_row(row);
}

Result<std::vector<AlertRow>> alerts_of_caller(db::Transaction& tx, const TenantId& tenant,
                                               const PhoneNumber& caller, Instant since) {
  TRY_ASSIGN(const db::Rows rows,
             tx.query(selecting("WHERE tenant_id = ? AND caller = ? AND raised_at > ? "
                                "ORDER BY raised_at DESC, alert_id DESC"),
                      tenant, caller, since));
  std::vector<AlertRow> alerts;
  alerts.reserve(rows.size());
  for (const db::Row& row : rows) alerts.push_back(to_alert_row(row));
  return alerts;
}

Result<std::vector<Alert>> untaken_for(db::Transaction& tx, const TenantId& tenant,
                                       const std::string& recipient, Instant since) {
  TRY_ASSIGN(const db::Rows rows,
             tx.query(selecting("WHERE tenant_id = ? AND raised_at > ? AND state <> ? "
                                "AND EXISTS (SELECT 1 FROM alert_notices n "
                                "WHERE n.tenant_id = alerts.tenant_id "
                                "AND n.alert_id = alerts.alert_id AND n.recipient = ?) "
                                "ORDER BY raised_at, alert_id"),
                      tenant, since, to_string(AlertState::Acknowledged), recipient));
  std::vector<Alert> alerts;
  alerts.reserve(rows.size());
  for (const db::Row& row : rows) alerts.push_back(to_alert_row(row).alert);
  return alerts;
}

Result<void> insert_notice(db::Transaction& tx, const TenantId& tenant, const AlertId& alert,
                           const NoticeRow& row) {
  TRY(
      tx.execute("INSERT INTO alert_notices (tenant_id, alert_id, message_id, at, rung, role, "
                 "channel, recipient) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                 tenant, alert, row.message, row.at, row.rung, to_string(row.notice.role),
                 to_string(row.notice.channel), row.notice.to));
  return {};
}

Result<std::vector<NoticeRow>> notices_of(db::Transaction& tx, const TenantId& tenant,
                                          const AlertId& alert) {
  TRY_ASSIGN(const db::Rows rows,
             tx.query("SELECT message_id, at, rung, role, channel, recipient FROM alert_notices "
                      "WHERE tenant_id = ? AND alert_id = ? ORDER BY rung, message_id",
                      tenant, alert));
  std::vector<NoticeRow> notices;
  notices.reserve(rows.size());
  for (const db::Row& row : rows) {
    const auto role = messaging::parse_recipient_role(row.text(3));
    const auto channel = messaging::parse_message_channel(row.text(4));
    ASSERT(role.has_value() && channel.has_value());
    notices.push_back({.message = row.id<MessageId>(0),
                       .at = row.instant(1),
                       .rung = static_cast<std::size_t>(row.integer(2)),
                       .notice = {.role = *role, .channel = *channel, .to = row.text(5)}});
  }
  return notices;
}

Result<std::optional<AlertId>> alert_of_message(db::Transaction& tx, const TenantId& tenant,
                                                const MessageId& message) {
  TRY_ASSIGN(
      const auto row,
      tx.query_one("SELECT alert_id FROM alert_notices WHERE tenant_id = ? AND message_id = ?",
                   tenant, message));
  if (!row) return std::nullopt;
  return row->id<AlertId>(0);
}

}  // namespace callwright::notifications::store
