#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "messaging/domain/message.h"
#include "platform/clock/clock.h"
#include "platform/db/database.h"

namespace callwright::messaging {

// What came of handing a message over.
enum class AttemptResult : std::uint8_t {
  Open,  // Not known yet, or the process died before it was.
  Accepted,
  Refused,
  NotHandedOver,
  Perhaps,    // The provider's answer was lost.
  NeverWent,  // The provider was asked afterwards and has none like it.
};

std::string_view to_string(AttemptResult result);
AttemptResult parse_attempt_result(std::string_view text);

// Whether a copy may have gone that we do not know of.
constexpr bool is_in_doubt(AttemptResult result) {
  return result == AttemptResult::Open || result == AttemptResult::Perhaps;
}

struct Attempt {
  int number = 0;
  Instant begun_at;
  std::optional<Instant> ended_at;
  AttemptResult result = AttemptResult::Open;
  std::string detail;
};

// A message on its way out.
struct Delivery {
  Message message;
  CorrelationId correlation;
  bool withdrawn = false;   // No further copy may be handed over.
  int attempts = 0;         // Begun so far.
  int copies_in_doubt = 0;  // Of those, the ones whose answer never came.
  std::optional<Instant> in_doubt_since;
};

// Why a message failed that a provider was never asked to refuse.
inline constexpr std::string_view gave_up = "gave_up";  // It surely did not go.
inline constexpr std::string_view unconfirmed =
    "unconfirmed";  // It may have gone, and was not sent twice.

// What delivery writes about the messages of the outbox. An attempt is committed before the message
// is handed over, so that whatever happens next, a copy that may have gone is never forgotten.
class DeliveryBook {
 public:
  explicit DeliveryBook(const Clock& clock) : clock_(clock) {}

  // Kept from other writers until the transaction ends.
  Result<std::optional<Delivery>> find(db::Transaction& tx, const TenantId& tenant,
                                       const MessageId& id) const;

  // The attempt's number.
  Result<int> begin_attempt(db::Transaction& tx, const TenantId& tenant,
                            const Delivery& delivery) const;
  Result<void> end_attempt(db::Transaction& tx, const TenantId& tenant, const MessageId& id,
                           int number, AttemptResult result, std::string_view detail) const;
  // The provider was asked about the copies that were in doubt when the delivery was read.
  Result<void> end_doubt(db::Transaction& tx, const TenantId& tenant, const Delivery& delivery,
                         AttemptResult result, std::string_view detail) const;
  Result<std::vector<Attempt>> attempts(db::Transaction& tx, const TenantId& tenant,
                                        const MessageId& id) const;

  // A provider has taken a copy under this id; news that came earlier under it is applied now.
  // False when the id is known as another message's.
  Result<bool> accept(db::Transaction& tx, const TenantId& tenant, const MessageId& id,
                      std::string_view provider_id) const;

  // Moves the message to an end. False when it was at one.
  Result<bool> fail(db::Transaction& tx, const TenantId& tenant, const MessageId& id,
                    std::string_view code) const;
  Result<bool> cancel(db::Transaction& tx, const TenantId& tenant, const MessageId& id,
                      std::string_view why) const;

  // An operator wants a message tried again that was given up on and surely did not go. False when
  // it is not such a message.
  Result<bool> reopen(db::Transaction& tx, const TenantId& tenant, const MessageId& id) const;

 private:
  const Clock& clock_;
};

}  // namespace callwright::messaging
