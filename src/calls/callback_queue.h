#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/audit.h"
#include "base/id.h"
#include "base/phone_number.h"
#include "base/private_text.h"
#include "base/time.h"
#include "platform/clock/ids.h"
#include "platform/db/database.h"

namespace callwright::calls {

enum class CallbackPriority : std::uint8_t { Urgent, Normal };
enum class CallbackStatus : std::uint8_t { Open, Done };

std::string_view to_string(CallbackPriority priority);
std::string_view to_string(CallbackStatus status);
std::optional<CallbackPriority> parse_callback_priority(std::string_view text);
std::optional<CallbackStatus> parse_callback_status(std::string_view text);

struct Callback {
  CallbackId id;
  std::string phone;   // E.164; empty when the caller withheld it and gave none.
  std::string reason;  // "voicemail", "wants_person", "after_hours", "could_not_book", ...
  CallbackPriority priority = CallbackPriority::Normal;
  Instant due;  // What the caller was promised.
  CallbackStatus status = CallbackStatus::Open;
  std::string recording;  // Where a voicemail can be heard; empty when there is none.
  PrivateText note;
  std::optional<ConversationId> conversation;

  friend bool operator==(const Callback&, const Callback&) = default;
};

// People who were promised a call.
class CallbackQueue {
 public:
  CallbackQueue(const Clock& clock, Ids& ids, const access::Audit& audit)
      : clock_(clock), ids_(ids), audit_(audit) {}

  // One open callback per conversation: a second promise in it raises the priority, adds the
  // recording and keeps the earlier due time.
  Result<CallbackId> add(db::Transaction& tx, const TenantId& tenant, const Callback& callback,
                         const access::Actor& actor, const CorrelationId& correlation) const;
  // Closing needs an actor and an outcome. False when it is closed already or not there.
  Result<bool> close(db::Transaction& tx, const TenantId& tenant, const CallbackId& id,
                     std::string_view outcome, const access::Actor& actor,
                     const CorrelationId& correlation) const;
  Result<std::vector<Callback>> all(db::Transaction& tx, const TenantId& tenant) const;

 private:
  const Clock& clock_;
  Ids& ids_;
  const access::Audit& audit_;
};

}  // namespace callwright::calls
