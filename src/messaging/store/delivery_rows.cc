#include "messaging/store/delivery_rows.h"

namespace callwright::messaging::store {

Result<AttemptCount> count_attempts(db::Transaction& tx, const TenantId& tenant,
                                    const MessageId& message) {
  TRY_ASSIGN(const db::Rows rows, tx.query("SELECT result, begun_at FROM delivery_attempts "
                                           "WHERE tenant_id = ? AND message_id = ? ORDER BY number",
                                           tenant, message));
  AttemptCount count;
  for (const db::Row& row : rows) {
    ++count.begun;
    if (!is_in_doubt(parse_attempt_result(row.text(0)))) continue;
    ++count.in_doubt;
    if (!count.in_doubt_since) count.in_doubt_since = row.instant(1);
  }
  return count;
}

Result<void> insert_attempt(db::Transaction& tx, const TenantId& tenant, const MessageId& message,
                            int number, Instant at) {
  TRY(tx.execute(
      "INSERT INTO delivery_attempts (tenant_id, message_id, number, begun_at, ended_at, "
      "result, detail) VALUES (?, ?, ?, ?, NULL, ?, '')",
      tenant, message, number, at, to_string(AttemptResult::Open)));
  return {};
}

Result<void> settle_attempt(db::Transaction& tx, const TenantId& tenant, const MessageId& message,
                            int number, AttemptResult result, std::string_view detail, Instant at) {
  TRY(
      tx.execute("UPDATE delivery_attempts SET result = ?, detail = ?, ended_at = ? "
                 "WHERE tenant_id = ? AND message_id = ? AND number = ? AND result IN (?, ?)",
                 to_string(result), detail, at, tenant, message, number,
                 to_string(AttemptResult::Open), to_string(AttemptResult::Perhaps)));
  return {};
}

Result<void> settle_doubt(db::Transaction& tx, const TenantId& tenant, const MessageId& message,
                          int number_max, AttemptResult result, std::string_view detail,
                          Instant at) {
  TRY(
      tx.execute("UPDATE delivery_attempts SET result = ?, detail = ?, ended_at = ? "
                 "WHERE tenant_id = ? AND message_id = ? AND number <= ? AND result IN (?, ?)",
                 to_string(result), detail, at, tenant, message, number_max,
                 to_string(AttemptResult::Open), to_string(AttemptResult::Perhaps)));
  return {};
}

Result<std::vector<Attempt>> attempts_of(db::Transaction& tx, const TenantId& tenant,
                                         const MessageId& message) {
  TRY_ASSIGN(const db::Rows rows,
             tx.query("SELECT number, begun_at, ended_at, result, detail FROM delivery_attempts "
                      "WHERE tenant_id = ? AND message_id = ? ORDER BY number",
                      tenant, message));
  std::vector<Attempt> attempts;
  attempts.reserve(rows.size());
  for (const db::Row& row : rows) {
    attempts.push_back({.number = static_cast<int>(row.integer(0)),
                        .begun_at = row.instant(1),
                        .ended_at = row.optional_instant(2),
                        .result = parse_attempt_result(row.text(3)),
                        .detail = row.text(4)});
  }
  return attempts;
}

Result<CopyRow> meet_copy(db::Transaction& tx, const TenantId& tenant, const CopyRow& copy) {
  TRY_ASSIGN(const auto row,
             tx.query_one("INSERT INTO message_copies (tenant_id, provider_id, message_id, status, "
                          "failure, at) VALUES (?, ?, ?, ?, ?, ?) "
                          "ON CONFLICT (tenant_id, provider_id) DO UPDATE SET message_id = "
                          "COALESCE(message_copies.message_id, excluded.message_id) "
                          "RETURNING message_id, status, failure, at",
                          tenant, copy.provider_id, copy.message, to_string(copy.status),
                          copy.failure, copy.at));
  ASSERT(row.has_value());
  const auto status = parse_message_status(row->text(1));
  ASSERT(status.has_value());
  return CopyRow{.provider_id = copy.provider_id,
                 .message = row->optional_id<MessageId>(0),
                 .status = *status,
                 .failure = row->text(2),
                 .at = row->instant(3)};
}

Result<void> set_copy_status(db::Transaction& tx, const TenantId& tenant, const CopyRow& copy) {
  TRY(
      tx.execute("UPDATE message_copies SET status = ?, failure = ?, at = ? "
                 "WHERE tenant_id = ? AND provider_id = ?",
                 to_string(copy.status), copy.failure, copy.at, tenant, copy.provider_id));
  return {};
}

Result<bool> another_copy_lives(db::Transaction& tx, const TenantId& tenant,
                                const MessageId& message, std::string_view provider_id) {
  TRY_ASSIGN(const auto row,
             tx.query_one("SELECT 1 FROM message_copies WHERE tenant_id = ? AND message_id = ? "
                          "AND provider_id <> ? AND status <> ? LIMIT 1",
                          tenant, message, provider_id, to_string(MessageStatus::Failed)));
  return row.has_value();
}

Result<void> forget_unnamed_copies(db::Transaction& tx, const TenantId& tenant, Instant before) {
  TRY(tx.execute("DELETE FROM message_copies WHERE tenant_id = ? AND message_id IS NULL AND at < ?",
                 tenant, before));
  return {};
}

}  // namespace callwright::messaging::store
