#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/phone_number.h"
#include "base/private_text.h"
#include "base/time.h"

namespace callwright::messaging {

enum class MessageChannel : std::uint8_t { Sms, Call, Email, Webhook, Chat };
enum class RecipientRole : std::uint8_t { Customer, Owner, Technician, Operator };
enum class MessageKind : std::uint8_t {
  EmergencyAlert,
  Confirmation,
  ChangeNotice,
  Reply,
  Summary,
  OptOutAck,
  HelpAck,
  OwnerNotice,
  CallbackPromise,
  Other,
};

enum class MessageStatus : std::uint8_t {
  Queued,    // Recorded; not handed to a provider yet.
  Accepted,  // The provider has taken it.
  Sent,      // The provider has passed it on.
  Delivered,
  Failed,
  Cancelled,  // Taken back before it was handed over: the person opted out, or its cause is gone.
};

// Whether a provider's news is applied. Late, repeated and reordered news never moves a message
// back: only a higher rank is, and an end is an end. The table is in message.cc.
bool moves_forward(MessageStatus from, MessageStatus to);

// Emergency alerts and the acknowledgements the law asks for go out whatever the person's consent
// says.
bool needs_consent(MessageKind kind);

// Whether a provider carries it. A chat message is read from its row by the page that shows the
// thread, and a webhook notice by whoever reads events out: for them the row is the delivery.
bool is_carried(MessageChannel channel);

// Whether the recipient is a telephone number, which may have opted out.
bool is_by_number(MessageChannel channel);

struct Message {
  MessageId id;
  Instant at;
  std::string to;  // A number, a mail address or a chat session, as the channel says.
  RecipientRole role = RecipientRole::Customer;
  MessageChannel channel = MessageChannel::Sms;
  MessageKind kind = MessageKind::Other;
  PrivateText body;
  MessageStatus status = MessageStatus::Queued;
  std::string failure;  // A provider's error code, when it failed.
  std::optional<ConversationId> conversation;
};

std::string_view to_string(MessageChannel);
std::string_view to_string(RecipientRole);
std::string_view to_string(MessageKind);
std::string_view to_string(MessageStatus);
std::optional<MessageChannel> parse_message_channel(std::string_view text);
std::optional<RecipientRole> parse_recipient_role(std::string_view text);
std::optional<MessageKind> parse_message_kind(std::string_view text);
std::optional<MessageStatus> parse_message_status(std::string_view text);

}  // namespace callwright::messaging
