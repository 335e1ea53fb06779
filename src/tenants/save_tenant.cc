#include "tenants/save_tenant.h"

#include "tenants/store/tenant_rows.h"
#include "tenants/tenant_settings.h"

namespace callwright::tenants {

Result<Saved> save_tenant(db::Transaction& tx, const Tenant& tenant, Instant now) {
  TRY_ASSIGN(const auto stored, store::version_by_id(tx, tenant.id));
  if (stored && stored->settings_hash == tenant.settings_hash) return Saved::Unchanged;

  const std::string settings = settings_to_json(tenant, SettingsForm::Stored).dump();
  const store::TenantRow row{.id = tenant.id,
                             .slug = tenant.slug,
                             .settings = settings,
                             .settings_hash = tenant.settings_hash,
                             .updated_at = now};
  if (stored) {
    TRY(store::update_tenant(tx, row));
  } else {
    TRY(store::insert_tenant(tx, row));
  }
  TRY(store::keep_version(tx, row));
  TRY(store::replace_numbers(tx, tenant.id, tenant.numbers));
  return stored ? Saved::Changed : Saved::Created;
}

}  // namespace callwright::tenants
