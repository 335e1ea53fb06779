#include "messaging/store/conversation_rows.h"

#include "messaging/store/row_lock.h"

namespace callwright::messaging::store {
namespace {

constexpr std::string_view select_conversation =
    "SELECT tenant_id, conversation_id, channel, conversation_key, person, customer_id, "
    "correlation, turn, memory, outcome, emergency, opened_at, last_at, ended_at "
    "FROM conversations ";

Conversation to_conversation(const db::Row& row) {
  const auto channel = language::parse_channel(row.text(2));
  ASSERT(channel.has_value());
  return {.id = row.id<ConversationId>(1),
          .tenant = row.id<TenantId>(0),
          .channel = *channel,
          .key = row.text(3),
          .person = row.optional_phone_number(4),
          .customer = row.optional_id<CustomerId>(5),
          .correlation = row.id<CorrelationId>(6),
          .turn = static_cast<int>(row.integer(7)),
          .memory = row.text(8),
          .outcome = row.text(9),
          .emergency = row.text(10),
          .opened_at = row.instant(11),
          .last_at = row.instant(12),
          .ended_at = row.optional_instant(13)};
}

std::optional<Conversation> to_conversation(const std::optional<db::Row>& row) {
  if (!row) return std::nullopt;
  return to_conversation(*row);
}

std::string selecting(std::string_view condition) {
  return std::string(select_conversation) + std::string(condition);
}

}  // namespace

Result<void> insert_conversation(db::Transaction& tx, const Conversation& conversation) {
  TRY(tx.execute(
      "INSERT INTO conversations (tenant_id, conversation_id, channel, "
      "conversation_key, person, customer_id, correlation, turn, memory, outcome, "
      "emergency, opened_at, last_at, ended_at) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      conversation.tenant, conversation.id, language::to_string(conversation.channel),
      conversation.key, conversation.person, conversation.customer, conversation.correlation,
      conversation.turn, conversation.memory, conversation.outcome, conversation.emergency,
      conversation.opened_at, conversation.last_at, conversation.ended_at));
  return {};
}

Result<void> update_conversation(db::Transaction& tx, const Conversation& conversation) {
  TRY_ASSIGN(
      const std::int64_t changed,
      tx.execute("UPDATE conversations SET person = ?, customer_id = ?, turn = ?, memory = ?, "
                 "outcome = ?, emergency = ?, last_at = ?, ended_at = ? "
                 "WHERE tenant_id = ? AND conversation_id = ?",
                 conversation.person, conversation.customer, conversation.turn, conversation.memory,
                 conversation.outcome, conversation.emergency, conversation.last_at,
                 conversation.ended_at, conversation.tenant, conversation.id));
  if (changed == 0) return failure(ErrorCode::NotFound, "no such conversation");
  return {};
}

Result<std::optional<Conversation>> lock_latest(db::Transaction& tx, const TenantId& tenant,
                                                language::Channel channel, const std::string& key) {
  TRY_ASSIGN(
      const auto row,
      tx.query_one(
          locked(tx, selecting("WHERE tenant_id = ? AND channel = ? AND conversation_key = ? "
                               "ORDER BY opened_at DESC, conversation_id DESC LIMIT 1")),
          tenant, language::to_string(channel), key));
  return to_conversation(row);
}

Result<std::optional<Conversation>> find_conversation(db::Transaction& tx, const TenantId& tenant,
                                                      const ConversationId& id) {
  static const std::string sql = selecting("WHERE tenant_id = ? AND conversation_id = ?");
  TRY_ASSIGN(const auto row, tx.query_one(sql, tenant, id));
  return to_conversation(row);
}

Result<void> insert_turn(db::Transaction& tx, const TenantId& tenant,
                         const ConversationId& conversation, const TurnRecord& turn) {
  TRY(
      tx.execute("INSERT INTO turns (tenant_id, conversation_id, turn, at, heard, said, trace) "
                 "VALUES (?, ?, ?, ?, ?, ?, ?)",
                 tenant, conversation, turn.turn, turn.at, turn.heard, turn.said, turn.trace));
  return {};
}

Result<std::vector<TurnRecord>> turns_of(db::Transaction& tx, const TenantId& tenant,
                                         const ConversationId& conversation) {
  TRY_ASSIGN(const db::Rows rows,
             tx.query("SELECT turn, at, heard, said, trace FROM turns "
                      "WHERE tenant_id = ? AND conversation_id = ? ORDER BY turn",
                      tenant, conversation));
  std::vector<TurnRecord> turns;
  turns.reserve(rows.size());
  for (const db::Row& row : rows) {
    turns.push_back({.turn = static_cast<int>(row.integer(0)),
                     .at = row.instant(1),
                     .heard = PrivateText(row.text(2)),
                     .said = PrivateText(row.text(3)),
                     .trace = row.text(4)});
  }
  return turns;
}

}  // namespace callwright::messaging::store
