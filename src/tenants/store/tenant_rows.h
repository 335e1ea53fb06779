#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/phone_number.h"
#include "base/time.h"
#include "platform/db/database.h"

namespace callwright::tenants::store {

// Enough to tell whether what a process keeps of a tenant is still what is stored.
struct TenantVersion {
  TenantId id;
  std::string settings_hash;
};

Result<std::optional<TenantVersion>> version_by_number(db::Transaction& tx,
                                                       const PhoneNumber& number);
Result<std::optional<TenantVersion>> version_by_slug(db::Transaction& tx, const std::string& slug);
Result<std::optional<TenantVersion>> version_by_id(db::Transaction& tx, const TenantId& id);
Result<std::vector<TenantId>> all_ids(db::Transaction& tx);

struct StoredSettings {
  std::string settings;
  std::string settings_hash;
};
// NotFound when there is no such tenant.
Result<StoredSettings> find_settings(db::Transaction& tx, const TenantId& id);

struct TenantRow {
  const TenantId& id;
  const std::string& slug;
  const std::string& settings;
  const std::string& settings_hash;
  Instant updated_at;
};
// Conflict when the slug is another tenant's.
Result<void> insert_tenant(db::Transaction& tx, const TenantRow& row);
Result<void> update_tenant(db::Transaction& tx, const TenantRow& row);

Result<void> keep_version(db::Transaction& tx, const TenantRow& row);
// Nothing when there never was such a version.
Result<std::optional<std::string>> settings_of_version(db::Transaction& tx, const TenantId& id,
                                                       const std::string& settings_hash);

// Conflict when one of the numbers is another tenant's.
Result<void> replace_numbers(db::Transaction& tx, const TenantId& id,
                             const std::vector<PhoneNumber>& numbers);

}  // namespace callwright::tenants::store
