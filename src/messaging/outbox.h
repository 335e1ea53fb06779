#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/id.h"
#include "messaging/consent_book.h"
#include "messaging/domain/message.h"
#include "platform/clock/ids.h"
#include "platform/db/database.h"
#include "platform/jobs/jobs.h"
#include "tenants/domain/tenant.h"

namespace callwright::messaging {

// Delivers the message whose id is the payload. Two kinds of one job, because what is urgent is
// tried again sooner.
inline constexpr std::string_view deliver_job = "message.deliver";
inline constexpr std::string_view deliver_urgent_job = "message.deliver_urgent";

struct NewMessage {
  std::string cause_key;  // One message per tenant and key: "confirmation:apt_...".
  std::string to;
  RecipientRole role = RecipientRole::Customer;
  MessageChannel channel = MessageChannel::Sms;
  MessageKind kind = MessageKind::Other;
  PrivateText body;
  std::optional<ConversationId> conversation;
  CorrelationId correlation;
  jobs::Lane lane = jobs::Lane::Normal;
  std::optional<Instant> not_before;
};

struct Queued {
  MessageId id;
};
struct AlreadyQueued {
  MessageId id;
};
struct Suppressed {
  std::string_view why;  // "opted_out".
};
using SendAnswer = std::variant<Queued, AlreadyQueued, Suppressed>;

// The one way to say something to the outside: a row and a job, in the transaction of its cause. It
// leaves after the commit, or never.
class Outbox {
 public:
  Outbox(const Clock& clock, Ids& ids, const jobs::Queue& queue, const ConsentBook& consent)
      : clock_(clock), ids_(ids), queue_(queue), consent_(consent) {}

  Result<SendAnswer> send(db::Transaction& tx, const TenantId& tenant,
                          const NewMessage& message) const;

  // Whether the recipient's consent allows it. Asked again when the message is handed over.
  Result<bool> may_send(db::Transaction& tx, const TenantId& tenant, const Message& message) const;

  // A provider's news about a message it has accepted. False when it changed nothing. News that
  // comes before the answer that names the message waits for it.
  Result<bool> record_status(db::Transaction& tx, const TenantId& tenant,
                             std::string_view provider_message_id, MessageStatus status,
                             std::string_view failure) const;

  // Takes back what is queued for a person and needs consent; how many.
  Result<int> cancel_queued(db::Transaction& tx, const TenantId& tenant,
                            const std::string& to) const;

  // Takes one back. False when it is too late: a copy went, or may have gone, and is the last.
  Result<bool> withdraw(db::Transaction& tx, const TenantId& tenant, const MessageId& id,
                        std::string_view why) const;

  Result<std::optional<Message>> find(db::Transaction& tx, const TenantId& tenant,
                                      const MessageId& id) const;
  Result<std::vector<Message>> all(db::Transaction& tx, const TenantId& tenant) const;
  Result<std::vector<Message>> of_conversation(db::Transaction& tx, const TenantId& tenant,
                                               const ConversationId& conversation) const;

 private:
  const Clock& clock_;
  Ids& ids_;
  const jobs::Queue& queue_;
  const ConsentBook& consent_;
};

}  // namespace callwright::messaging
