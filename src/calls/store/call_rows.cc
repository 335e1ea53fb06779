#include "calls/store/call_rows.h"

namespace callwright::calls::store {
namespace {

constexpr std::string_view select_call =
    "SELECT tenant_id, call_id, provider_id, conversation_id, state, carrier_status, started_at, "
    "ended_at FROM calls ";

std::string selecting(std::string_view condition) {
  return std::string(select_call) + std::string(condition);
}

template <class Parsed>
Parsed known(const std::optional<Parsed>& parsed) {
  ASSERT(parsed.has_value());  // The column holds only words that to_string wrote.
  return *parsed;
}

Call to_call(const db::Row& row) {
  return {.id = row.id<CallId>(1),
          .tenant = row.id<TenantId>(0),
          .provider_id = row.text(2),
          .conversation = row.id<ConversationId>(3),
          .state = known(parse_call_state(row.text(4))),
          .carrier_status = row.text(5),
          .started_at = row.instant(6),
          .ended_at = row.optional_instant(7)};
}

std::optional<Call> to_call(const std::optional<db::Row>& row) {
  if (!row) return std::nullopt;
  return to_call(*row);
}

std::string_view word_of(EventSource source) {
  return source == EventSource::State ? "state" : "carrier";
}

}  // namespace

Result<void> insert_call(db::Transaction& tx, const Call& call) {
  TRY(
      tx.execute("INSERT INTO calls (tenant_id, call_id, provider_id, conversation_id, state, "
                 "carrier_status, started_at, ended_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                 call.tenant, call.id, call.provider_id, call.conversation, to_string(call.state),
                 call.carrier_status, call.started_at, call.ended_at));
  return {};
}

Result<std::optional<Call>> find_by_provider_id(db::Transaction& tx, const TenantId& tenant,
                                                const std::string& provider_id) {
  static const std::string sql = selecting("WHERE tenant_id = ? AND provider_id = ?");
  TRY_ASSIGN(const auto row, tx.query_one(sql, tenant, provider_id));
  return to_call(row);
}

Result<std::optional<Call>> find_by_conversation(db::Transaction& tx, const TenantId& tenant,
                                                 const ConversationId& conversation) {
  static const std::string sql = selecting(
      "WHERE tenant_id = ? AND conversation_id = ? ORDER BY started_at DESC, call_id DESC LIMIT 1");
  TRY_ASSIGN(const auto row, tx.query_one(sql, tenant, conversation));
  return to_call(row);
}

Result<void> set_state(db::Transaction& tx, const Call& call, CallState from) {
  TRY_ASSIGN(
      const std::int64_t changed,
      tx.execute("UPDATE calls SET state = ?, ended_at = ? "
                 "WHERE tenant_id = ? AND call_id = ? AND state = ?",
                 to_string(call.state), call.ended_at, call.tenant, call.id, to_string(from)));
  if (changed == 0) return failure(ErrorCode::Conflict, "the call is in another state by now");
  return {};
}

Result<void> set_carrier_status(db::Transaction& tx, const Call& call) {
  TRY(tx.execute("UPDATE calls SET carrier_status = ? WHERE tenant_id = ? AND call_id = ?",
                 call.carrier_status, call.tenant, call.id));
  return {};
}

Result<void> append_event(db::Transaction& tx, const Call& call, EventSource source,
                          const CallEventRow& row) {
  TRY(
      tx.execute("INSERT INTO call_events (tenant_id, call_id, number, at, source, event, "
                 "from_state, to_state, source_event) VALUES (?, ?, (SELECT COALESCE(MAX(number), "
                 "0) + 1 FROM call_events WHERE tenant_id = ? AND call_id = ?), ?, ?, ?, ?, ?, ?)",
                 call.tenant, call.id, call.tenant, call.id, row.at, word_of(source), row.event,
                 row.from, row.to, row.source_event));
  return {};
}

Result<std::vector<StateChange>> state_changes(db::Transaction& tx, const TenantId& tenant,
                                               const CallId& call) {
  TRY_ASSIGN(const db::Rows rows,
             tx.query("SELECT at, from_state, to_state, event, source_event FROM call_events "
                      "WHERE tenant_id = ? AND call_id = ? AND source = ? "
                      "AND to_state IS NOT NULL ORDER BY number",
                      tenant, call, word_of(EventSource::State)));
  std::vector<StateChange> changes;
  changes.reserve(rows.size());
  for (const db::Row& row : rows) {
    changes.push_back({.at = row.instant(0),
                       .from = known(parse_call_state(row.text(1))),
                       .to = known(parse_call_state(row.text(2))),
                       .on = known(parse_call_event(row.text(3))),
                       .source_event = row.text(4)});
  }
  return changes;
}

}  // namespace callwright::calls::store
