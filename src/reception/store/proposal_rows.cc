#include "reception/store/proposal_rows.h"

namespace callwright::reception::store {

Result<bool> add_proposal(db::Transaction& tx, const TenantId& tenant, std::string_view event_key,
                          Instant now, const ProposalRow& row) {
  TRY_ASSIGN(
      const std::int64_t added,
      tx.execute("INSERT INTO proposals (tenant_id, event_key, asked_at, question, provider, "
                 "outcome, answer, latency_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
                 "ON CONFLICT (tenant_id, event_key) DO NOTHING",
                 tenant, event_key, now, row.question, row.provider, row.outcome, row.answer,
                 row.latency_ms));
  return added == 1;
}

Result<void> settle_proposal(db::Transaction& tx, const TenantId& tenant,
                             std::string_view event_key, const ProposalRow& row) {
  TRY(
      tx.execute("UPDATE proposals SET outcome = ?, answer = ?, latency_ms = ? "
                 "WHERE tenant_id = ? AND event_key = ?",
                 row.outcome, row.answer, row.latency_ms, tenant, event_key));
  return {};
}

Result<std::optional<ProposalRow>> take_proposal(db::Transaction& tx, const TenantId& tenant,
                                                 std::string_view event_key) {
  TRY_ASSIGN(const auto row,
             tx.query_one("SELECT question, provider, outcome, answer, latency_ms FROM proposals "
                          "WHERE tenant_id = ? AND event_key = ?",
                          tenant, event_key));
  if (!row) return std::nullopt;
  ProposalRow found{.question = row->text(0),
                    .provider = row->text(1),
                    .outcome = row->text(2),
                    .answer = row->text(3),
                    .latency_ms = row->integer(4)};
  if (!found.answer.empty()) {
    TRY(tx.execute("UPDATE proposals SET answer = '' WHERE tenant_id = ? AND event_key = ?", tenant,
                   event_key));
  }
  return found;
}

Result<bool> count_proposal(db::Transaction& tx, const TenantId& tenant, std::string_view day,
                            std::int64_t cap) {
  TRY(
      tx.execute("INSERT INTO proposal_days (tenant_id, day, asked) VALUES (?, ?, 0) "
                 "ON CONFLICT (tenant_id, day) DO NOTHING",
                 tenant, day));
  TRY_ASSIGN(const std::int64_t counted, tx.execute("UPDATE proposal_days SET asked = asked + 1 "
                                                    "WHERE tenant_id = ? AND day = ? AND asked < ?",
                                                    tenant, day, cap));
  return counted == 1;
}

Result<void> forget_proposals(db::Transaction& tx, const TenantId& tenant, Instant horizon,
                              std::string_view day) {
  TRY(tx.execute("DELETE FROM proposals WHERE tenant_id = ? AND asked_at < ?", tenant, horizon));
  TRY(tx.execute("DELETE FROM proposal_days WHERE tenant_id = ? AND day < ?", tenant, day));
  return {};
}

}  // namespace callwright::reception::store
