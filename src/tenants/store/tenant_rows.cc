#include "tenants/store/tenant_rows.h"

namespace callwright::tenants::store {
namespace {

std::optional<TenantVersion> to_version(const std::optional<db::Row>& row) {
  if (!row) return std::nullopt;
  return TenantVersion{.id = row->id<TenantId>(0), .settings_hash = row->text(1)};
}

}  // namespace

Result<std::optional<TenantVersion>> version_by_number(db::Transaction& tx,
                                                       const PhoneNumber& number) {
  TRY_ASSIGN(const auto row, tx.query_one("SELECT t.tenant_id, t.settings_hash "
                                          "FROM tenant_numbers n "
                                          "JOIN tenants t ON t.tenant_id = n.tenant_id "
                                          "WHERE n.number = ?",
                                          number));
  return to_version(row);
}

Result<std::optional<TenantVersion>> version_by_slug(db::Transaction& tx, const std::string& slug) {
  TRY_ASSIGN(const auto row, tx.query_one("SELECT t.tenant_id, t.settings_hash "
                                          "FROM tenant_slugs s "
                                          "JOIN tenants t ON t.tenant_id = s.tenant_id "
                                          "WHERE s.slug = ?",
                                          slug));
  return to_version(row);
}

Result<std::optional<TenantVersion>> version_by_id(db::Transaction& tx, const TenantId& id) {
  TRY_ASSIGN(const auto row, tx.query_one("SELECT tenant_id, settings_hash FROM tenants "
                                          "WHERE tenant_id = ?",
                                          id));
  return to_version(row);
}

Result<std::vector<TenantId>> all_ids(db::Transaction& tx) {
  TRY_ASSIGN(const db::Rows rows, tx.query("SELECT tenant_id FROM tenants ORDER BY tenant_id"));
  std::vector<TenantId> ids;
  ids.reserve(rows.size());
  for (const db::Row& row : rows) ids.push_back(row.id<TenantId>(0));
  return ids;
}

Result<StoredSettings> find_settings(db::Transaction& tx, const TenantId& id) {
  TRY_ASSIGN(const auto row,
             tx.query_one("SELECT settings, settings_hash FROM tenants WHERE tenant_id = ?", id));
  if (!row) return failure(ErrorCode::NotFound, "no such tenant");
  return StoredSettings{.settings = row->text(0), .settings_hash = row->text(1)};
}

Result<void> insert_tenant(db::Transaction& tx, const TenantRow& row) {
  TRY(tx.execute("INSERT INTO tenant_slugs (slug, tenant_id) VALUES (?, ?)", row.slug, row.id));
  TRY(
      tx.execute("INSERT INTO tenants (tenant_id, slug, settings, settings_hash, updated_at) "
                 "VALUES (?, ?, ?, ?, ?)",
                 row.id, row.slug, row.settings, row.settings_hash, row.updated_at));
  return {};
}

Result<void> update_tenant(db::Transaction& tx, const TenantRow& row) {
  TRY(
      tx.execute("UPDATE tenants SET settings = ?, settings_hash = ?, updated_at = ? "
                 "WHERE tenant_id = ?",
                 row.settings, row.settings_hash, row.updated_at, row.id));
  return {};
}

// A version that comes back is the one that was there before.
Result<void> keep_version(db::Transaction& tx, const TenantRow& row) {
  TRY(
      tx.execute("INSERT INTO tenant_settings (tenant_id, settings_hash, settings, since) "
                 "VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                 row.id, row.settings_hash, row.settings, row.updated_at));
  return {};
}

Result<std::optional<std::string>> settings_of_version(db::Transaction& tx, const TenantId& id,
                                                       const std::string& settings_hash) {
  TRY_ASSIGN(const auto row, tx.query_one("SELECT settings FROM tenant_settings "
                                          "WHERE tenant_id = ? AND settings_hash = ?",
                                          id, settings_hash));
  if (!row) return std::nullopt;
  return row->text(0);
}

Result<void> replace_numbers(db::Transaction& tx, const TenantId& id,
                             const std::vector<PhoneNumber>& numbers) {
  TRY(tx.execute("DELETE FROM tenant_numbers WHERE tenant_id = ?", id));
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const auto added =
        tx.execute("INSERT INTO tenant_numbers (number, tenant_id) VALUES (?, ?)", numbers[i], id);
    if (!added && added.error().code == ErrorCode::Conflict) {
      return failure(ErrorCode::Conflict,
                     "numbers[" + std::to_string(i) + "]: belongs to another business");
    }
    TRY(added);
  }
  return {};
}

}  // namespace callwright::tenants::store
