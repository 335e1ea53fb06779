#include "tenants/pin.h"

#include "base/text.h"
#include "platform/crypto/crypto.h"

namespace callwright::tenants {

std::string hash_pin(const TenantId& tenant, std::string_view pin) {
  return crypto::hex(crypto::sha256("pin:" + tenant.text() + ":" + std::string(pin)));
}

bool pin_matches(const TenantId& tenant, const Contact& contact, std::string_view pin) {
  return !contact.pin_sha256.empty() &&
         equal_in_constant_time(contact.pin_sha256, hash_pin(tenant, pin));
}

}  // namespace callwright::tenants
