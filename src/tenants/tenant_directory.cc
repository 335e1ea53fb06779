#include "tenants/tenant_directory.h"

#include "tenants/store/tenant_rows.h"
#include "tenants/tenant_settings.h"

namespace callwright::tenants {
namespace {

// Tenants in use at one process; when more are met, keeping starts again with those in use then.
constexpr std::size_t kept_tenants_max = 10'000;

template <class Key, class Value>
void keep(std::unordered_map<Key, Value>& kept, const Key& key, Value value) {
  if (kept.size() >= kept_tenants_max && !kept.contains(key)) kept.clear();
  kept.insert_or_assign(key, std::move(value));
}

std::unexpected<Error> no_such_tenant() {
  return failure(ErrorCode::NotFound, "no such tenant");
}

}  // namespace

Result<TenantPtr> TenantDirectory::by_number(db::Transaction& tx, const PhoneNumber& number) {
  TRY_ASSIGN(const auto version, store::version_by_number(tx, number));
  if (!version) {
    const std::lock_guard lock(mutex_);
    by_number_.erase(number.e164());
    return no_such_tenant();
  }
  TRY_ASSIGN(TenantPtr tenant, current(tx, version->id, version->settings_hash));
  const std::lock_guard lock(mutex_);
  keep(by_number_, number.e164(), tenant);
  return tenant;
}

Result<TenantPtr> TenantDirectory::by_id(db::Transaction& tx, const TenantId& id) {
  TRY_ASSIGN(const auto version, store::version_by_id(tx, id));
  if (!version) return no_such_tenant();
  return current(tx, version->id, version->settings_hash);
}

Result<TenantPtr> TenantDirectory::by_slug(db::Transaction& tx, const std::string& slug) {
  TRY_ASSIGN(const auto version, store::version_by_slug(tx, slug));
  if (!version) return no_such_tenant();
  return current(tx, version->id, version->settings_hash);
}

Result<std::vector<TenantId>> TenantDirectory::all(db::Transaction& tx) {
  return store::all_ids(tx);
}

Result<Json> TenantDirectory::version(db::Transaction& tx, const TenantId& id,
                                      const std::string& settings_hash) {
  TRY_ASSIGN(const auto settings, store::settings_of_version(tx, id, settings_hash));
  if (!settings) return failure(ErrorCode::NotFound, "these settings were never in force");
  return Json::parse(*settings);
}

TenantPtr TenantDirectory::recently_seen(const PhoneNumber& number) const {
  const std::lock_guard lock(mutex_);
  const auto found = by_number_.find(number.e164());
  return found == by_number_.end() ? nullptr : found->second;
}

Result<TenantPtr> TenantDirectory::current(db::Transaction& tx, const TenantId& id,
                                           const std::string& settings_hash) {
  {
    const std::lock_guard lock(mutex_);
    const auto found = by_id_.find(id);
    if (found != by_id_.end() && found->second.settings_hash == settings_hash) {
      return found->second.tenant;
    }
  }
  TRY_ASSIGN(const store::StoredSettings stored, store::find_settings(tx, id));
  TRY_ASSIGN(const Json settings, Json::parse(stored.settings));
  TRY_ASSIGN(Tenant tenant, read_stored_settings(settings, id));
  tenant.settings_hash = stored.settings_hash;
  const auto shared = std::make_shared<const Tenant>(std::move(tenant));
  const std::lock_guard lock(mutex_);
  keep(by_id_, id, Entry{.settings_hash = stored.settings_hash, .tenant = shared});
  return TenantPtr(shared);
}

}  // namespace callwright::tenants
