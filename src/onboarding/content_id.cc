#include "onboarding/content_id.h"

#include "platform/crypto/crypto.h"

namespace callwright::onboarding {

std::string content_id(std::string_view prefix, const TenantId& tenant, std::string_view content) {
  constexpr std::size_t digest_digits = 26;  // 104 bits: no two contents will ever meet.
  const std::string digest =
      crypto::hex(crypto::sha256(tenant.text() + "\n" + std::string(content)));
  return std::string(prefix) + "_" + digest.substr(0, digest_digits);
}

}  // namespace callwright::onboarding
