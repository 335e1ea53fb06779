#include "calls/call_register.h"

#include "calls/store/call_rows.h"

namespace callwright::calls {

Result<Call> CallRegister::open(db::Transaction& tx, const TenantId& tenant,
                                const std::string& provider_id, const ConversationId& conversation,
                                Instant now) const {
  Call call{.id = ids_.make<CallId>("call"),
            .tenant = tenant,
            .provider_id = provider_id,
            .conversation = conversation,
            .carrier_status = {},
            .started_at = now,
            .ended_at = std::nullopt};
  TRY(store::insert_call(tx, call));
  return call;
}

Result<std::optional<Call>> CallRegister::find(db::Transaction& tx, const TenantId& tenant,
                                               const std::string& provider_id) const {
  return store::find_by_provider_id(tx, tenant, provider_id);
}

Result<std::optional<Call>> CallRegister::of_conversation(
    db::Transaction& tx, const TenantId& tenant, const ConversationId& conversation) const {
  return store::find_by_conversation(tx, tenant, conversation);
}

Result<bool> CallRegister::apply(db::Transaction& tx, Call& call, CallEvent event,
                                 std::string_view source_event, Instant now) const {
  const CallState from = call.state;
  const std::optional<CallState> to = next_state(from, event);
  if (to) {
    Call moved = call;
    moved.state = *to;
    if (is_terminal(*to)) moved.ended_at = now;
    TRY(store::set_state(tx, moved, from));
    call = std::move(moved);
  }
  TRY(store::append_event(tx, call, store::EventSource::State,
                          {.at = now,
                           .event = to_string(event),
                           .from = to_string(from),
                           .to = to.transform([](CallState state) { return to_string(state); }),
                           .source_event = source_event}));
  return to.has_value();
}

Result<bool> CallRegister::record_carrier_status(db::Transaction& tx, Call& call,
                                                 std::string_view status,
                                                 std::string_view source_event, Instant now) const {
  const std::string before = call.carrier_status;
  const bool outranks = carrier_rank(status) > carrier_rank(before);
  if (outranks) {
    call.carrier_status = std::string(status);
    TRY(store::set_carrier_status(tx, call));
  }
  TRY(store::append_event(tx, call, store::EventSource::Carrier,
                          {.at = now,
                           .event = status,
                           .from = before,
                           .to = outranks ? std::optional(status) : std::nullopt,
                           .source_event = source_event}));
  return outranks;
}

Result<std::vector<StateChange>> CallRegister::changes(db::Transaction& tx, const TenantId& tenant,
                                                       const CallId& call) const {
  return store::state_changes(tx, tenant, call);
}

}  // namespace callwright::calls
