#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "platform/db/database.h"
#include "platform/json/json.h"
#include "tenants/domain/tenant.h"

namespace callwright::tenants {

using TenantPtr = std::shared_ptr<const Tenant>;

// Finds tenants, keeping the parsed documents of those in use. A document that was applied again is
// seen by the next look-up in every process, because each look-up compares versions in the
// database; on one process the comparison is a point read.
class TenantDirectory {
 public:
  // NotFound when there is none.
  Result<TenantPtr> by_number(db::Transaction& tx, const PhoneNumber& number);
  Result<TenantPtr> by_id(db::Transaction& tx, const TenantId& id);
  Result<TenantPtr> by_slug(db::Transaction& tx, const std::string& slug);
  Result<std::vector<TenantId>> all(db::Transaction& tx);

  // The settings of an earlier version, as they are stored; NotFound when there never was one.
  Result<Json> version(db::Transaction& tx, const TenantId& id, const std::string& settings_hash);

  // The tenant of a number as last seen by this process, without the database: for reading words
  // before the transaction begins. Null when this process has not met the number yet.
  TenantPtr recently_seen(const PhoneNumber& number) const;

 private:
  // What is kept is found stale by its hash, not by a counter: a version that was read inside a
  // transaction that is rolled back later can then never be mistaken for another.
  struct Entry {
    std::string settings_hash;
    TenantPtr tenant;
  };

  Result<TenantPtr> current(db::Transaction& tx, const TenantId& id,
                            const std::string& settings_hash);

  mutable std::mutex mutex_;
  std::unordered_map<TenantId, Entry> by_id_;
  std::unordered_map<std::string, TenantPtr> by_number_;
};

}  // namespace callwright::tenants
