#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "customers/domain/customer.h"
#include "platform/db/database.h"

namespace callwright::customers::store {

Result<std::optional<CustomerId>> id_by_phone(db::Transaction& tx, const TenantId& tenant,
                                              const PhoneNumber& phone);
Result<std::optional<CustomerId>> id_by_email(db::Transaction& tx, const TenantId& tenant,
                                              const std::string& email);

Result<std::optional<Customer>> find(db::Transaction& tx, const TenantId& tenant,
                                     const CustomerId& id);
// By id, which is by age.
Result<std::vector<Customer>> all(db::Transaction& tx, const TenantId& tenant);

// Conflict when the id, a number or an e-mail address is another customer's.
Result<void> insert(db::Transaction& tx, const TenantId& tenant, const Customer& customer,
                    Instant created_at);

// Writes what is in `after` and not in `before`; nothing is ever removed.
Result<void> update(db::Transaction& tx, const TenantId& tenant, const Customer& before,
                    const Customer& after);

}  // namespace callwright::customers::store
