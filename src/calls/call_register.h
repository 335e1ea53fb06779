#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/phone_number.h"
#include "base/time.h"
#include "calls/domain/call_state.h"
#include "calls/domain/carrier_status.h"
#include "platform/clock/ids.h"
#include "platform/db/database.h"

namespace callwright::calls {

struct Call {
  CallId id;
  TenantId tenant;
  std::string provider_id;  // The carrier's name for it: a CallSid.
  ConversationId conversation;
  CallState state = CallState::Initiated;
  std::string carrier_status;  // The highest ranked the carrier has told: "in-progress".
  Instant started_at;
  std::optional<Instant> ended_at;
};

struct StateChange {
  Instant at;
  CallState from;
  CallState to;
  CallEvent on;
  std::string source_event;  // Which webhook or job: its natural key.
};

// The calls of each tenant and every change of their state.
class CallRegister {
 public:
  explicit CallRegister(Ids& ids) : ids_(ids) {}

  Result<Call> open(db::Transaction& tx, const TenantId& tenant, const std::string& provider_id,
                    const ConversationId& conversation, Instant now) const;
  Result<std::optional<Call>> find(db::Transaction& tx, const TenantId& tenant,
                                   const std::string& provider_id) const;
  Result<std::optional<Call>> of_conversation(db::Transaction& tx, const TenantId& tenant,
                                              const ConversationId& conversation) const;

  // Moves the call along the table and keeps the change; an event without a row changes nothing.
  // The call handed in is updated. True when the state changed.
  Result<bool> apply(db::Transaction& tx, Call& call, CallEvent event,
                     std::string_view source_event, Instant now) const;

  // The carrier's own status. True when it outranks what was known.
  Result<bool> record_carrier_status(db::Transaction& tx, Call& call, std::string_view status,
                                     std::string_view source_event, Instant now) const;

  Result<std::vector<StateChange>> changes(db::Transaction& tx, const TenantId& tenant,
                                           const CallId& call) const;

 private:
  Ids& ids_;
};

}  // namespace callwright::calls
