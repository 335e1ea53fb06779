#pragma once

#include "base/time.h"
#include "platform/db/database.h"
#include "tenants/domain/tenant.h"

namespace callwright::tenants {

enum class Saved : std::uint8_t { Created, Changed, Unchanged };

// Stores the tenant whole, with the numbers it is reached at. The slug of a stored tenant does not
// change. Conflict when a number or the slug belongs to another tenant.
Result<Saved> save_tenant(db::Transaction& tx, const Tenant& tenant, Instant now);

}  // namespace callwright::tenants
