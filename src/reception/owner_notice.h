#pragma once

#include <string>

#include "messaging/conversations.h"
#include "messaging/outbox.h"
#include "tenants/domain/tenant.h"

namespace callwright::reception {

// Texts the owner something about a conversation, once per cause. Nothing where the business has
// named nobody.
Result<void> send_owner_notice(const messaging::Outbox& outbox, db::Transaction& tx,
                               const tenants::Tenant& tenant,
                               const messaging::Conversation& conversation,
                               const std::string& cause, std::string body);

}  // namespace callwright::reception
