#include "messaging/store/message_rows.h"

#include "messaging/store/row_lock.h"

namespace callwright::messaging::store {
namespace {

constexpr std::string_view select_message =
    "SELECT message_id, at, recipient, role, channel, kind, body, status, failure, "
    "conversation_id, cause_key, correlation, withdrawn FROM messages ";

template <class Parsed>
Parsed known(const std::optional<Parsed>& parsed) {
  ASSERT(parsed.has_value());  // The column holds only words that to_string wrote.
  return *parsed;
}

Message to_message(const db::Row& row) {
  return {.id = row.id<MessageId>(0),
          .at = row.instant(1),
          .to = row.text(2),
          .role = known(parse_recipient_role(row.text(3))),
          .channel = known(parse_message_channel(row.text(4))),
          .kind = known(parse_message_kind(row.text(5))),
          .body = PrivateText(row.text(6)),
          .status = known(parse_message_status(row.text(7))),
          .failure = row.text(8),
          .conversation = row.optional_id<ConversationId>(9)};
}

std::optional<MessageRow> to_row(const std::optional<db::Row>& row) {
  if (!row) return std::nullopt;
  return MessageRow{.message = to_message(*row),
                    .cause_key = row->text(10),
                    .correlation = row->id<CorrelationId>(11),
                    .withdrawn = row->boolean(12)};
}

std::vector<Message> to_messages(const db::Rows& rows) {
  std::vector<Message> messages;
  messages.reserve(rows.size());
  for (const db::Row& row : rows) messages.push_back(to_message(row));
  return messages;
}

std::string selecting(std::string_view condition) {
  return std::string(select_message) + std::string(condition);
}

}  // namespace

Result<bool> insert_message(db::Transaction& tx, const TenantId& tenant, const MessageRow& row) {
  const Message& message = row.message;
  TRY_ASSIGN(const std::int64_t inserted,
             tx.execute("INSERT INTO messages (tenant_id, message_id, cause_key, at, recipient, "
                        "role, channel, kind, body, status, failure, withdrawn, conversation_id, "
                        "correlation) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                        "ON CONFLICT (tenant_id, cause_key) DO NOTHING",
                        tenant, message.id, row.cause_key, message.at, message.to,
                        to_string(message.role), to_string(message.channel),
                        to_string(message.kind), message.body, to_string(message.status),
                        message.failure, row.withdrawn, message.conversation, row.correlation));
  return inserted == 1;
}

Result<std::optional<MessageId>> id_by_cause(db::Transaction& tx, const TenantId& tenant,
                                             const std::string& cause_key) {
  TRY_ASSIGN(const auto row,
             tx.query_one("SELECT message_id FROM messages WHERE tenant_id = ? AND cause_key = ?",
                          tenant, cause_key));
  if (!row) return std::nullopt;
  return row->id<MessageId>(0);
}

Result<std::optional<MessageRow>> find_message(db::Transaction& tx, const TenantId& tenant,
                                               const MessageId& id) {
  static const std::string sql = selecting("WHERE tenant_id = ? AND message_id = ?");
  TRY_ASSIGN(const auto row, tx.query_one(sql, tenant, id));
  return to_row(row);
}

Result<std::optional<MessageRow>> lock_message(db::Transaction& tx, const TenantId& tenant,
                                               const MessageId& id) {
  TRY_ASSIGN(
      const auto row,
      tx.query_one(locked(tx, selecting("WHERE tenant_id = ? AND message_id = ?")), tenant, id));
  return to_row(row);
}

Result<std::vector<Message>> all_messages(db::Transaction& tx, const TenantId& tenant) {
  static const std::string sql = selecting("WHERE tenant_id = ? ORDER BY at, message_id");
  TRY_ASSIGN(const db::Rows rows, tx.query(sql, tenant));
  return to_messages(rows);
}

Result<std::vector<Message>> messages_of(db::Transaction& tx, const TenantId& tenant,
                                         const ConversationId& conversation) {
  static const std::string sql =
      selecting("WHERE tenant_id = ? AND conversation_id = ? ORDER BY at, message_id");
  TRY_ASSIGN(const db::Rows rows, tx.query(sql, tenant, conversation));
  return to_messages(rows);
}

Result<std::vector<MessageId>> queued_for(db::Transaction& tx, const TenantId& tenant,
                                          const std::string& recipient) {
  TRY_ASSIGN(const db::Rows rows,
             tx.query("SELECT message_id FROM messages "
                      "WHERE tenant_id = ? AND recipient = ? AND status = 'queued' "
                      "ORDER BY message_id",
                      tenant, recipient));
  std::vector<MessageId> ids;
  ids.reserve(rows.size());
  for (const db::Row& row : rows) ids.push_back(row.id<MessageId>(0));
  return ids;
}

Result<void> set_status(db::Transaction& tx, const TenantId& tenant, const MessageId& id,
                        MessageStatus status, std::string_view failure) {
  TRY(
      tx.execute("UPDATE messages SET status = ?, failure = ? "
                 "WHERE tenant_id = ? AND message_id = ?",
                 to_string(status), failure, tenant, id));
  return {};
}

Result<void> set_withdrawn(db::Transaction& tx, const TenantId& tenant, const MessageId& id) {
  TRY(tx.execute("UPDATE messages SET withdrawn = 1 WHERE tenant_id = ? AND message_id = ?", tenant,
                 id));
  return {};
}

}  // namespace callwright::messaging::store
