#include "platform/idempotency/receipts.h"

namespace callwright {
namespace {

// How many receipts are forgotten at a time: a moment's work, so that no caller waits behind it.
constexpr int forget_max = 1'000;

// Takes the event for this transaction. False when it was taken before, under either of its keys.
// On PostgreSQL a second arrival waits here for the first, and the engine then runs it again.
Result<bool> claim(db::Transaction& tx, const TenantId& tenant, const EventKey& key, Instant now) {
  TRY_ASSIGN(const std::int64_t added,
             tx.execute("INSERT INTO webhook_receipts "
                        "(tenant_id, source, natural_key, token, response, received_at) "
                        "VALUES (?, ?, ?, ?, '', ?) ON CONFLICT DO NOTHING",
                        tenant, key.source, key.natural_key, key.token, now));
  return added == 1;
}

Result<std::string> stored_response(db::Transaction& tx, const TenantId& tenant,
                                    const EventKey& key) {
  // Two questions, each answered by an index, where one with OR reads every receipt of the source.
  TRY_ASSIGN(std::optional<db::Row> row,
             tx.query_one("SELECT response FROM webhook_receipts "
                          "WHERE tenant_id = ? AND source = ? AND natural_key = ?",
                          tenant, key.source, key.natural_key));
  if (!row && !key.token.empty()) {
    TRY_ASSIGN(row, tx.query_one("SELECT response FROM webhook_receipts "
                                 "WHERE tenant_id = ? AND source = ? AND token = ? AND token <> ''",
                                 tenant, key.source, key.token));
  }
  if (!row) return failure(ErrorCode::Conflict, "the receipt was forgotten meanwhile");
  return row->text(0);
}

}  // namespace

Result<std::string> Receipts::once(db::Transaction& tx, const TenantId& tenant, const EventKey& key,
                                   Instant now,
                                   const std::function<Result<std::string>()>& act) const {
  TRY_ASSIGN(const bool is_new, claim(tx, tenant, key, now));
  if (!is_new) return stored_response(tx, tenant, key);

  Result<std::string> response = act();
  if (!response) {
    // A caller that commits all the same must not leave an event that looks answered. Where this
    // fails too the transaction is spoiled, and keeps nothing anyway.
    static_cast<void>(
        tx.execute("DELETE FROM webhook_receipts "
                   "WHERE tenant_id = ? AND source = ? AND natural_key = ?",
                   tenant, key.source, key.natural_key));
    return response;
  }
  TRY(
      tx.execute("UPDATE webhook_receipts SET response = ? "
                 "WHERE tenant_id = ? AND source = ? AND natural_key = ?",
                 *response, tenant, key.source, key.natural_key));
  return response;
}

Result<std::int64_t> Receipts::forget_before(db::Transaction& tx, Instant horizon) const {
  return tx.execute(
      "DELETE FROM webhook_receipts WHERE (tenant_id, source, natural_key) IN "
      "(SELECT tenant_id, source, natural_key FROM webhook_receipts "
      "WHERE received_at < ? ORDER BY received_at LIMIT ?)",
      horizon, forget_max);
}

}  // namespace callwright
