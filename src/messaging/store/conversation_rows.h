#pragma once

#include <optional>
#include <string>
#include <vector>

#include "messaging/conversations.h"
#include "platform/db/database.h"

namespace callwright::messaging::store {

// Conflict when a conversation of that channel and key is open already.
Result<void> insert_conversation(db::Transaction& tx, const Conversation& conversation);
// NotFound when there is none.
Result<void> update_conversation(db::Transaction& tx, const Conversation& conversation);

Result<std::optional<Conversation>> lock_latest(db::Transaction& tx, const TenantId& tenant,
                                                language::Channel channel, const std::string& key);
Result<std::optional<Conversation>> find_conversation(db::Transaction& tx, const TenantId& tenant,
                                                      const ConversationId& id);

// Conflict when that turn was taken already.
Result<void> insert_turn(db::Transaction& tx, const TenantId& tenant,
                         const ConversationId& conversation, const TurnRecord& turn);
Result<std::vector<TurnRecord>> turns_of(db::Transaction& tx, const TenantId& tenant,
                                         const ConversationId& conversation);

}  // namespace callwright::messaging::store
