#include "calls/store/callback_rows.h"

namespace callwright::calls::store {
namespace {

constexpr std::string_view select_callback =
    "SELECT callback_id, phone, reason, priority, due, status, recording, note, conversation_id "
    "FROM callbacks ";

Callback to_callback(const db::Row& row) {
  const auto priority = parse_callback_priority(row.text(3));
  const auto status = parse_callback_status(row.text(5));
  ASSERT(priority.has_value() && status.has_value());
  return {.id = row.id<CallbackId>(0),
          .phone = row.text(1),
          .reason = row.text(2),
          .priority = *priority,
          .due = row.instant(4),
          .status = *status,
          .recording = row.text(6),
          .note = PrivateText(row.text(7)),
          .conversation = row.optional_id<ConversationId>(8)};
}

std::string selecting(std::string_view condition) {
  return std::string(select_callback) + std::string(condition);
}

}  // namespace

Result<void> insert_callback(db::Transaction& tx, const TenantId& tenant, const Callback& callback,
                             Instant created_at) {
  TRY(
      tx.execute("INSERT INTO callbacks (tenant_id, callback_id, phone, reason, priority, due, "
                 "status, recording, note, conversation_id, created_at, outcome, closed_at) "
                 "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', NULL)",
                 tenant, callback.id, callback.phone, callback.reason, to_string(callback.priority),
                 callback.due, to_string(callback.status), callback.recording, callback.note,
                 callback.conversation, created_at));
  return {};
}

Result<void> update_callback(db::Transaction& tx, const TenantId& tenant,
                             const Callback& callback) {
  TRY(
      tx.execute("UPDATE callbacks SET phone = ?, reason = ?, priority = ?, due = ?, "
                 "recording = ?, note = ? WHERE tenant_id = ? AND callback_id = ?",
                 callback.phone, callback.reason, to_string(callback.priority), callback.due,
                 callback.recording, callback.note, tenant, callback.id));
  return {};
}

Result<bool> close_callback(db::Transaction& tx, const TenantId& tenant, const CallbackId& id,
                            std::string_view outcome, Instant at) {
  TRY_ASSIGN(const std::int64_t closed,
             tx.execute("UPDATE callbacks SET status = 'done', outcome = ?, closed_at = ? "
                        "WHERE tenant_id = ? AND callback_id = ? AND status = 'open'",
                        outcome, at, tenant, id));
  return closed == 1;
}

Result<std::optional<Callback>> find_open(db::Transaction& tx, const TenantId& tenant,
                                          const ConversationId& conversation) {
  static const std::string sql =
      selecting("WHERE tenant_id = ? AND conversation_id = ? AND status = 'open'");
  TRY_ASSIGN(const auto row, tx.query_one(sql, tenant, conversation));
  if (!row) return std::nullopt;
  return to_callback(*row);
}

Result<std::vector<Callback>> all_callbacks(db::Transaction& tx, const TenantId& tenant) {
  static const std::string sql = selecting("WHERE tenant_id = ? ORDER BY created_at, callback_id");
  TRY_ASSIGN(const db::Rows rows, tx.query(sql, tenant));
  std::vector<Callback> callbacks;
  callbacks.reserve(rows.size());
  for (const db::Row& row : rows) callbacks.push_back(to_callback(row));
  return callbacks;
}

}  // namespace callwright::calls::store
