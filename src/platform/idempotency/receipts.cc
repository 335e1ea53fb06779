#include "platform/idempotency/receipts.h"

#include <algorithm>

namespace callwright {
namespace {

// How many receipts are forgotten at a time: a moment's work, so that no caller waits behind it.
constexpr int forget_max = 1'000;

// What the event was answered, if it came before under either of its keys. Two questions, each
// answered by an index, where one with OR reads every receipt of the source.
Result<std::optional<std::string>> stored_response(db::Transaction& tx, const TenantId& tenant,
                                                   const EventKey& key) {
  TRY_ASSIGN(const db::Rows rows,
             tx.query("SELECT response, 0 AS by_token FROM webhook_receipts "
                      "WHERE tenant_id = ? AND source = ? AND natural_key = ? "
                      "UNION ALL SELECT response, 1 FROM webhook_receipts "
                      "WHERE tenant_id = ? AND source = ? AND token = ? AND token <> ''",
                      tenant, key.source, key.natural_key, tenant, key.source, key.token));
  // Where the keys name two events the natural one decides.
  const auto first =
      std::ranges::min_element(rows, {}, [](const db::Row& row) { return row.integer(1); });
  if (first == rows.end()) return std::nullopt;
  return first->text(0);
}

// On PostgreSQL a second arrival waits here for the first, and the engine then runs it again.
Result<void> keep_response(db::Transaction& tx, const TenantId& tenant, const EventKey& key,
                           Instant now, const std::string& response) {
  TRY_ASSIGN(const std::int64_t added,
             tx.execute("INSERT INTO webhook_receipts "
                        "(tenant_id, source, natural_key, token, response, received_at) "
                        "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        tenant, key.source, key.natural_key, key.token, response, now));
  if (added == 0) return failure(ErrorCode::Conflict, "the event was acted upon meanwhile");
  return {};
}

}  // namespace

Result<std::string> Receipts::once(db::Transaction& tx, const TenantId& tenant, const EventKey& key,
                                   Instant now,
                                   const std::function<Result<std::string>()>& act) const {
  TRY_ASSIGN(std::optional<std::string> stored, stored_response(tx, tenant, key));
  if (stored) return *std::move(stored);
  TRY_ASSIGN(std::string response, act());
  TRY(keep_response(tx, tenant, key, now, response));
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
