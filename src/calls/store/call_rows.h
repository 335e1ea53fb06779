#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calls/call_register.h"
#include "platform/db/database.h"

namespace callwright::calls::store {

// Conflict when the carrier's name for it is known already.
Result<void> insert_call(db::Transaction& tx, const Call& call);
Result<std::optional<Call>> find_by_provider_id(db::Transaction& tx, const TenantId& tenant,
                                                const std::string& provider_id);
Result<std::optional<Call>> find_by_conversation(db::Transaction& tx, const TenantId& tenant,
                                                 const ConversationId& conversation);

// Conflict when the call is not in the state `from` any more.
Result<void> set_state(db::Transaction& tx, const Call& call, CallState from);
Result<void> set_carrier_status(db::Transaction& tx, const Call& call);

// One line of what happened to a call; `to` is nothing when it changed nothing.
struct CallEventRow {
  Instant at;
  std::string_view event;
  std::string_view from;
  std::optional<std::string_view> to;
  std::string_view source_event;
};
enum class EventSource : std::uint8_t { State, Carrier };
Result<void> append_event(db::Transaction& tx, const Call& call, EventSource source,
                          const CallEventRow& row);
Result<std::vector<StateChange>> state_changes(db::Transaction& tx, const TenantId& tenant,
                                               const CallId& call);

}  // namespace callwright::calls::store
