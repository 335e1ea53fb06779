#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "platform/db/database.h"

namespace callwright::access::store {

struct AuditHead {
  std::int64_t number = 0;  // Of the newest entry; 0 before the first.
  std::string hash;         // Empty before the first.
};

// Takes the next number and holds the head until the transaction ends, so that a second writer of
// the same
// tenant waits and then sees this one's hash. The hash is still that of the entry before.
Result<AuditHead> take_next(db::Transaction& tx, const TenantId& tenant);
Result<void> set_head_hash(db::Transaction& tx, const TenantId& tenant, std::string_view hash);
Result<AuditHead> find_head(db::Transaction& tx, const TenantId& tenant);

struct AuditRow {
  std::int64_t number;
  Instant at;
  std::string actor;
  std::string action;
  std::string object;
  std::string correlation;
  std::optional<std::string> details;
  std::optional<std::string> salt;
  std::string commitment;
  std::string hash;
};
Result<void> insert_entry(db::Transaction& tx, const TenantId& tenant, const AuditRow& row);
// At most `limit` entries after the number, oldest first.
Result<std::vector<AuditRow>> entries_after(db::Transaction& tx, const TenantId& tenant,
                                            std::int64_t number, std::int64_t limit);

}  // namespace callwright::access::store
