#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "access/audit.h"
#include "base/id.h"
#include "base/phone_number.h"
#include "platform/db/database.h"

namespace callwright::messaging {

enum class Consent : std::uint8_t { OptedIn, OptedOut };

std::string_view to_string(Consent consent);

// Who wants no texts from a tenant. Our own record, stricter than the carrier's.
class ConsentBook {
 public:
  ConsentBook(const Clock& clock, const access::Audit& audit) : clock_(clock), audit_(audit) {}

  // OptedIn for a number nothing was ever said about.
  Result<Consent> of(db::Transaction& tx, const TenantId& tenant, const PhoneNumber& number) const;
  // False when it was so already. A word about a number nothing was known of is kept all the same.
  Result<bool> set(db::Transaction& tx, const TenantId& tenant, const PhoneNumber& number,
                   Consent consent, const access::Actor& actor,
                   const CorrelationId& correlation) const;
  // Every number anything was said about.
  Result<std::map<std::string, Consent>> all(db::Transaction& tx, const TenantId& tenant) const;

 private:
  const Clock& clock_;
  const access::Audit& audit_;
};

}  // namespace callwright::messaging
