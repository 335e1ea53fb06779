#pragma once

#include <optional>

#include "messaging/conversations.h"
#include "messaging/domain/message.h"
#include "platform/db/database.h"
#include "reception/reply.h"
#include "reception/turn.h"
#include "tenants/tenant_directory.h"

namespace callwright::reception {

struct Parts;  // Everything the receptionist sequences; see parts.h.

// One turn of a conversation into one allowed answer. Sequences, never judges: what may be done is
// decided by dialogue, scheduling, messaging and notifications.
class Receptionist {
 public:
  explicit Receptionist(const Parts& parts) : parts_(parts) {}

  // Reads the words of a turn. Pure and the costly half, so it happens before the transaction.
  std::optional<language::Understanding> read(const tenants::Tenant& tenant, const Turn& turn,
                                              Instant now) const;

  // Takes the turn inside the caller's transaction: everything it decides is committed with the
  // receipt of the event, or not at all. A turn that was taken before gives the reply it was given
  // then. For a hang-up the reply is of no use and says HangUp.
  Result<Reply> take_turn(db::Transaction& tx, const tenants::TenantPtr& tenant, const Turn& turn,
                          const std::optional<language::Understanding>& reading) const;

  // A text message to the tenant. What is answered goes out as messages; there is no reply to
  // render.
  Result<void> take_text(db::Transaction& tx, const tenants::TenantPtr& tenant, const Turn& turn,
                         const std::optional<language::Understanding>& reading) const;

  // Who the conversation is with; nothing when it is not there or the number was withheld.
  Result<std::optional<PhoneNumber>> person_in(db::Transaction& tx, const TenantId& tenant,
                                               const ConversationId& conversation) const;

 private:
  // An owner who texts "1" takes over the alert that is ringing for that number.
  Result<bool> accept_alert_by_text(db::Transaction& tx, const tenants::Tenant& tenant,
                                    const Turn& turn) const;
  Result<void> send_reply(db::Transaction& tx, const tenants::Tenant& tenant,
                          const messaging::Conversation& conversation, const Turn& turn,
                          const Reply& reply, messaging::MessageKind kind) const;

  const Parts& parts_;
};

}  // namespace callwright::reception
