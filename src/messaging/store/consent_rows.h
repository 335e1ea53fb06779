#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/id.h"
#include "base/phone_number.h"
#include "base/time.h"
#include "messaging/consent_book.h"
#include "platform/db/database.h"

namespace callwright::messaging::store {

// Nothing when nothing was ever said about the number.
Result<std::optional<Consent>> find_consent(db::Transaction& tx, const TenantId& tenant,
                                            const PhoneNumber& number);
Result<void> write_consent(db::Transaction& tx, const TenantId& tenant, const PhoneNumber& number,
                           Consent consent, Instant at);
Result<std::map<std::string, Consent>> all_consents(db::Transaction& tx, const TenantId& tenant);

}  // namespace callwright::messaging::store
