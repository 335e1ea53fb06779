#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "messaging/domain/message.h"
#include "platform/db/database.h"

namespace callwright::messaging::store {

struct MessageRow {
  Message message;
  std::string cause_key;
  CorrelationId correlation;
  bool withdrawn = false;
};

// False when there is a message of that cause already.
Result<bool> insert_message(db::Transaction& tx, const TenantId& tenant, const MessageRow& row);
Result<std::optional<MessageId>> id_by_cause(db::Transaction& tx, const TenantId& tenant,
                                             const std::string& cause_key);

Result<std::optional<MessageRow>> find_message(db::Transaction& tx, const TenantId& tenant,
                                               const MessageId& id);
// The same, kept from other writers until the transaction ends.
Result<std::optional<MessageRow>> lock_message(db::Transaction& tx, const TenantId& tenant,
                                               const MessageId& id);

Result<std::vector<Message>> all_messages(db::Transaction& tx, const TenantId& tenant);
Result<std::vector<Message>> messages_of(db::Transaction& tx, const TenantId& tenant,
                                         const ConversationId& conversation);
Result<std::vector<MessageId>> queued_for(db::Transaction& tx, const TenantId& tenant,
                                          const std::string& recipient);

Result<void> set_status(db::Transaction& tx, const TenantId& tenant, const MessageId& id,
                        MessageStatus status, std::string_view failure);
Result<void> set_withdrawn(db::Transaction& tx, const TenantId& tenant, const MessageId& id);

}  // namespace callwright::messaging::store
