#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/time.h"
#include "platform/db/database.h"

namespace callwright {

// Names one event of the outside world. Two arrivals are the same event when either key is the
// same.
struct EventKey {
  std::string source;       // "twilio.voice".
  std::string natural_key;  // What the event itself says: call and turn, message and status.
  std::string token;        // The sender's retry token; empty when there is none.
};

// An event is acted upon once; a second arrival gets the bytes the first was answered with.
class Receipts {
 public:
  // Looks the event up; where it is new, runs `act` and keeps its answer in the same transaction.
  // Two arrivals at once: one acts, the other waits and gets the stored answer.
  Result<std::string> once(db::Transaction& tx, const TenantId& tenant, const EventKey& key,
                           Instant now, const std::function<Result<std::string>()>& act) const;

  // Forgets receipts older than the horizon, a limited number at a time; how many. To be called
  // again until it is none. Senders stop retrying long before.
  Result<std::int64_t> forget_before(db::Transaction& tx, Instant horizon) const;
};

}  // namespace callwright
