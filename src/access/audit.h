#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "access/actor.h"
#include "base/id.h"
#include "base/time.h"
#include "platform/clock/ids.h"
#include "platform/db/database.h"
#include "platform/json/json.h"

namespace callwright::access {

struct AuditEntry {
  Instant at;
  std::string actor;
  std::string action;  // "appointment.booked".
  std::string object;  // The id of what was changed.
  Json before;
  Json after;
  std::string correlation;
};

// The record of every change, written in the transaction of the change itself. Each entry carries
// the hash of the one before it in its tenant, so that an edit, a removal or a swap is found by
// `verify`.
class Audit {
 public:
  Audit(const Clock& clock, Ids& ids) : clock_(clock), ids_(ids) {}

  Result<void> record(db::Transaction& tx, const TenantId& tenant, const Actor& actor,
                      std::string_view action, std::string_view object, const Json& before,
                      const Json& after, const CorrelationId& correlation) const;

  Result<std::vector<AuditEntry>> entries(db::Transaction& tx, const TenantId& tenant) const;

  // The position and reason of the first broken entry, or an empty string when the chain is whole.
  Result<std::string> verify(db::Transaction& tx, const TenantId& tenant) const;

 private:
  const Clock& clock_;
  Ids& ids_;
};

}  // namespace callwright::access
