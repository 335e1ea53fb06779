#include "access/store/audit_rows.h"

namespace callwright::access::store {

Result<AuditHead> take_next(db::Transaction& tx, const TenantId& tenant) {
  TRY_ASSIGN(const auto row,
             tx.query_one("INSERT INTO audit_heads (tenant_id, number, hash) VALUES (?, 1, '') "
                          "ON CONFLICT (tenant_id) DO UPDATE SET number = audit_heads.number + 1 "
                          "RETURNING number, hash",
                          tenant));
  ASSERT(row.has_value());
  return AuditHead{.number = row->integer(0), .hash = row->text(1)};
}

Result<void> set_head_hash(db::Transaction& tx, const TenantId& tenant, std::string_view hash) {
  TRY(tx.execute("UPDATE audit_heads SET hash = ? WHERE tenant_id = ?", hash, tenant));
  return {};
}

Result<AuditHead> find_head(db::Transaction& tx, const TenantId& tenant) {
  TRY_ASSIGN(const auto row,
             tx.query_one("SELECT number, hash FROM audit_heads WHERE tenant_id = ?", tenant));
  if (!row) return AuditHead{};
  return AuditHead{.number = row->integer(0), .hash = row->text(1)};
}

Result<void> insert_entry(db::Transaction& tx, const TenantId& tenant, const AuditRow& row) {
  TRY(
      tx.execute("INSERT INTO audit_entries (tenant_id, number, at, actor, action, object, "
                 "correlation, details, salt, commitment, hash) "
                 "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                 tenant, row.number, row.at, row.actor, row.action, row.object, row.correlation,
                 row.details, row.salt, row.commitment, row.hash));
  return {};
}

Result<std::vector<AuditRow>> entries_after(db::Transaction& tx, const TenantId& tenant,
                                            std::int64_t number, std::int64_t limit) {
  TRY_ASSIGN(const db::Rows rows,
             tx.query("SELECT number, at, actor, action, object, correlation, details, salt, "
                      "commitment, hash FROM audit_entries "
                      "WHERE tenant_id = ? AND number > ? ORDER BY number LIMIT ?",
                      tenant, number, limit));
  std::vector<AuditRow> entries;
  entries.reserve(rows.size());
  for (const db::Row& row : rows) {
    entries.push_back({.number = row.integer(0),
                       .at = row.instant(1),
                       .actor = row.text(2),
                       .action = row.text(3),
                       .object = row.text(4),
                       .correlation = row.text(5),
                       .details = row.optional_text(6),
                       .salt = row.optional_text(7),
                       .commitment = row.text(8),
                       .hash = row.text(9)});
  }
  return entries;
}

}  // namespace callwright::access::store
