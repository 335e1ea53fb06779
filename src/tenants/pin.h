#pragma once

#include <string>
#include <string_view>

#include "base/id.h"
#include "tenants/domain/tenant.h"

namespace callwright::tenants {

// What is kept of a keypad PIN. The salt keeps equal PINs of two businesses apart; it is the limit
// on tries, not the hash, that protects a number of four digits.
std::string hash_pin(const TenantId& tenant, std::string_view pin);

// False for a contact without a PIN.
bool pin_matches(const TenantId& tenant, const Contact& contact, std::string_view pin);

}  // namespace callwright::tenants
