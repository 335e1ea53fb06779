#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "calls/callback_queue.h"
#include "platform/db/database.h"

namespace callwright::calls::store {

Result<void> insert_callback(db::Transaction& tx, const TenantId& tenant, const Callback& callback,
                             Instant created_at);
// Writes what a second promise may change.
Result<void> update_callback(db::Transaction& tx, const TenantId& tenant, const Callback& callback);
// False when it is not open.
Result<bool> close_callback(db::Transaction& tx, const TenantId& tenant, const CallbackId& id,
                            std::string_view outcome, Instant at);

Result<std::optional<Callback>> find_open(db::Transaction& tx, const TenantId& tenant,
                                          const ConversationId& conversation);
Result<std::vector<Callback>> all_callbacks(db::Transaction& tx, const TenantId& tenant);

}  // namespace callwright::calls::store
