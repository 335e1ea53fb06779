#include "server/replay/find_call.h"

#include "access/audit.h"
#include "calls/call_register.h"
#include "messaging/conversations.h"
#include "messaging/outbox.h"
#include "platform/clock/random.h"
#include "server/replay/load_recording.h"

namespace callwright::server {
namespace {

using messaging::Conversation;

// The rooms that are asked. Nothing is written, so no clock and no chance is needed of them.
struct Rooms {
  SystemClock clock;
  SystemRandom random;
  Ids ids{clock, random};
  access::Audit audit{clock, ids};
  tenants::TenantDirectory directory;
  messaging::Conversations conversations{ids};
  calls::CallRegister calls{ids};
  jobs::Queue queue{clock, ids};
  messaging::ConsentBook consent{clock, audit};
  messaging::Outbox outbox{clock, ids, queue, consent};
};

Result<std::optional<Conversation>> conversation_named(db::Transaction& tx, const Rooms& rooms,
                                                       const TenantId& tenant,
                                                       const std::string& name) {
  TRY_ASSIGN(auto conversation, rooms.conversations.find(tx, tenant, ConversationId(name)));
  if (conversation) return conversation;
  TRY_ASSIGN(const auto call, rooms.calls.find(tx, tenant, name));
  if (!call) return std::nullopt;
  return rooms.conversations.find(tx, tenant, call->conversation);
}

Json conversation_json(const Conversation& conversation) {
  const Zone utc = Zone::utc();
  return Json::object(
      {{"id", conversation.id.text()},
       {"channel", language::to_string(conversation.channel)},
       {"key", conversation.key},
       {"opened_at", utc.iso8601(conversation.opened_at)},
       {"ended_at", conversation.ended_at ? Json(utc.iso8601(*conversation.ended_at)) : Json()},
       {"outcome", conversation.outcome}});
}

Result<Json> decisions_json(db::Transaction& tx, const Rooms& rooms,
                            const Conversation& conversation) {
  TRY_ASSIGN(const auto turns, rooms.conversations.turns(tx, conversation.tenant, conversation.id));
  Json decisions = Json::array();
  for (const messaging::TurnRecord& turn : turns) {
    decisions.push_back(Json::object({{"turn", turn.turn},
                                      {"at", Zone::utc().iso8601(turn.at)},
                                      {"heard", turn.heard.text()},
                                      {"said", turn.said.text()},
                                      {"trace", Json::parse(turn.trace).value_or(Json())}}));
  }
  return decisions;
}

Result<Json> changes_json(db::Transaction& tx, const Rooms& rooms, const TenantId& tenant,
                          const CorrelationId& correlation) {
  TRY_ASSIGN(const auto entries, rooms.audit.entries(tx, tenant));
  Json changes = Json::array();
  for (const access::AuditEntry& entry : entries) {
    if (entry.correlation != correlation.text()) continue;
    changes.push_back(Json::object({{"at", Zone::utc().iso8601(entry.at)},
                                    {"actor", entry.actor},
                                    {"action", entry.action},
                                    {"object", entry.object},
                                    {"before", entry.before},
                                    {"after", entry.after}}));
  }
  return changes;
}

Result<Json> notifications_json(db::Transaction& tx, const Rooms& rooms,
                                const Conversation& conversation) {
  TRY_ASSIGN(const auto messages,
             rooms.outbox.of_conversation(tx, conversation.tenant, conversation.id));
  Json notifications = Json::array();
  for (const messaging::Message& message : messages) {
    notifications.push_back(Json::object({{"id", message.id.text()},
                                          {"at", Zone::utc().iso8601(message.at)},
                                          {"to", message.to},
                                          {"role", to_string(message.role)},
                                          {"channel", to_string(message.channel)},
                                          {"kind", to_string(message.kind)},
                                          {"body", message.body.text()},
                                          {"status", to_string(message.status)},
                                          {"failure", message.failure}}));
  }
  return notifications;
}

Result<FoundCall> call_of(db::Transaction& tx, Rooms& rooms, const Conversation& conversation) {
  const TenantId& tenant = conversation.tenant;
  TRY_ASSIGN(Recording recording,
             load_recording(tx, rooms.directory, tenant, conversation.correlation));
  CallSummary summary{.conversation = conversation_json(conversation)};
  TRY_ASSIGN(summary.decisions, decisions_json(tx, rooms, conversation));
  TRY_ASSIGN(summary.changes, changes_json(tx, rooms, tenant, conversation.correlation));
  TRY_ASSIGN(summary.notifications, notifications_json(tx, rooms, conversation));
  return FoundCall{.recording = std::move(recording), .summary = std::move(summary)};
}

}  // namespace

Result<FoundCall> find_call(db::Transaction& tx, const std::string& name) {
  if (name.empty()) return failure(ErrorCode::Invalid, "a call has a name");
  Rooms rooms;
  TRY_ASSIGN(const auto tenants, rooms.directory.all(tx));
  for (const TenantId& tenant : tenants) {
    TRY_ASSIGN(const auto conversation, conversation_named(tx, rooms, tenant, name));
    if (conversation) return call_of(tx, rooms, *conversation);
  }
  return failure(ErrorCode::NotFound, "no conversation is called " + name);
}

}  // namespace callwright::server
