#pragma once

#include <optional>
#include <string>

#include "messaging/conversations.h"
#include "platform/json/json.h"
#include "server/rehearsal/rehearsal.h"

namespace callwright::server {

// One conversation as the person in it sees it, and as programs read it (docs: call-json).
struct ConversationRef {
  TenantId tenant;
  language::Channel channel = language::Channel::Voice;
  std::string key;
};

// The conversation of that channel and key, or nothing when it has not begun.
Result<std::optional<messaging::Conversation>> find_conversation(Rehearsal& rehearsal,
                                                                 const ConversationRef& ref);

// The answer to a turn: what was said, what is asked now, what was understood.
Result<Json> reply_view(Rehearsal& rehearsal, const tenants::Tenant& tenant,
                        const ConversationRef& ref, const std::string& said);

// Everything that is committed.
Result<Json> inspection(Rehearsal& rehearsal, const tenants::Tenant& tenant,
                        const ConversationRef& ref);

}  // namespace callwright::server
