#include "endpoints/playground/snapshot.h"

namespace callwright::endpoints {
namespace {

using messaging::Conversation;

constexpr int days_shown = 7;

Json turns_json(const std::vector<messaging::TurnRecord>& turns, const Zone& zone) {
  Json list = Json::array();
  for (const messaging::TurnRecord& turn : turns) {
    const auto trace = Json::parse(turn.trace);
    list.push_back(Json::object({{"turn", turn.turn},
                                 {"at", zone.iso8601(turn.at)},
                                 {"heard", turn.heard.text()},
                                 {"said", turn.said.text()},
                                 {"trace", trace ? *trace : Json()}}));
  }
  return list;
}

Json states_json(const std::vector<calls::StateChange>& changes, const Zone& zone) {
  Json list = Json::array();
  for (const calls::StateChange& change : changes) {
    list.push_back(Json::object({{"at", zone.iso8601(change.at)},
                                 {"from", calls::to_string(change.from)},
                                 {"to", calls::to_string(change.to)},
                                 {"on", calls::to_string(change.on)}}));
  }
  return list;
}

Json technicians_json(const tenants::Tenant& tenant) {
  Json list = Json::array();
  for (const tenants::Technician& technician : tenant.technicians) {
    if (!technician.active) continue;
    list.push_back(Json::object({{"id", technician.id.text()}, {"name", technician.name}}));
  }
  return list;
}

Json visits_json(const std::vector<scheduling::Appointment>& visits, const tenants::Tenant& tenant,
                 Instant conversation_began) {
  Json list = Json::array();
  for (const scheduling::Appointment& visit : visits) {
    const tenants::Service* service = tenant.find_service(visit.service.text());
    list.push_back(Json::object({{"id", visit.id.text()},
                                 {"technician", visit.technician.text()},
                                 {"start", tenant.zone.iso8601(visit.visit.begin)},
                                 {"end", tenant.zone.iso8601(visit.visit.end)},
                                 {"service", service ? service->name : visit.service.text()},
                                 {"name", visit.name},
                                 {"address", customers::one_line(visit.address)},
                                 {"status", scheduling::to_string(visit.status)},
                                 {"is_new", visit.created_at >= conversation_began}}));
  }
  return list;
}

Json messages_json(const std::vector<messaging::Message>& messages, const Zone& zone) {
  Json list = Json::array();
  for (const messaging::Message& message : messages) {
    list.push_back(Json::object({{"id", message.id.text()},
                                 {"at", zone.iso8601(message.at)},
                                 {"to", message.to},
                                 {"to_role", messaging::to_string(message.role)},
                                 {"channel", messaging::to_string(message.channel)},
                                 {"kind", messaging::to_string(message.kind)},
                                 {"body", message.body.text()},
                                 {"status", messaging::to_string(message.status)}}));
  }
  return list;
}

Json callbacks_json(const std::vector<calls::Callback>& callbacks,
                    const ConversationId& conversation, const Zone& zone) {
  Json list = Json::array();
  for (const calls::Callback& callback : callbacks) {
    if (callback.conversation != conversation) continue;
    list.push_back(Json::object({{"id", callback.id.text()},
                                 {"phone", callback.phone.empty() ? Json() : Json(callback.phone)},
                                 {"reason", callback.reason},
                                 {"priority", calls::to_string(callback.priority)},
                                 {"due", zone.iso8601(callback.due)},
                                 {"status", calls::to_string(callback.status)}}));
  }
  return list;
}

Json phone_json(const std::optional<PracticeCall>& phone) {
  if (!phone) return nullptr;
  Json heard = Json::array();
  for (const std::string& line : phone->heard) heard.push_back(line);
  return Json::object(
      {{"id", phone->id},
       {"state", phone->state},
       {"heard", heard},
       {"transfer_to", phone->transfer_to.empty() ? Json() : Json(phone->transfer_to)}});
}

Result<Json> conversation_json(const PlaygroundParts& parts, db::Transaction& tx,
                               const tenants::Tenant& tenant,
                               const std::optional<Conversation>& conversation) {
  if (!conversation) return Json();
  TRY_ASSIGN(const auto turns, parts.conversations.turns(tx, tenant.id, conversation->id));
  TRY_ASSIGN(const auto call, parts.calls.of_conversation(tx, tenant.id, conversation->id));
  std::vector<calls::StateChange> changes;
  if (call) {
    TRY_ASSIGN(changes, parts.calls.changes(tx, tenant.id, call->id));
  }
  return Json::object(
      {{"id", conversation->id.text()},
       {"correlation_id", conversation->correlation.text()},
       {"channel", language::to_string(conversation->channel)},
       {"state", call ? Json(calls::to_string(call->state))
                      : Json(conversation->ended_at ? "ended" : "active")},
       {"states", states_json(changes, tenant.zone)},
       {"outcome", conversation->outcome.empty() ? Json() : Json(conversation->outcome)},
       {"turns", turns_json(turns, tenant.zone)}});
}

}  // namespace

Result<Json> snapshot(const PlaygroundParts& parts, const PracticeNetwork& network,
                      const Watched& watched) {
  return parts.database.read([&](db::Transaction& tx) -> Result<Json> {
    TRY_ASSIGN(const auto tenant, parts.directory.by_id(tx, watched.tenant));
    if (!tenant->sandbox) return failure(ErrorCode::NotFound, "no such practice business");
    TRY_ASSIGN(const auto conversation,
               parts.conversations.latest(tx, tenant->id, watched.channel, watched.key));
    TRY_ASSIGN(Json conversation_part, conversation_json(parts, tx, *tenant, conversation));

    const Instant now = parts.clock.now();
    const Instant began = conversation ? conversation->opened_at : now;
    const auto today = tenant->zone.to_local(now).date;
    const Instant midnight = tenant->zone.resolve({today, Minutes(0)}).instant;
    TRY_ASSIGN(const auto visits,
               parts.calendar.between(tx, tenant->id,
                                      {midnight, midnight + std::chrono::days(days_shown)}));
    std::vector<messaging::Message> messages;
    Json callbacks = Json::array();
    if (conversation) {
      TRY_ASSIGN(messages, parts.outbox.of_conversation(tx, tenant->id, conversation->id));
      TRY_ASSIGN(const auto promised, parts.callbacks.all(tx, tenant->id));
      callbacks = callbacks_json(promised, conversation->id, tenant->zone);
    }
    return Json::object({{"business", Json::object({{"slug", tenant->slug},
                                                    {"name", tenant->name},
                                                    {"number", tenant->numbers.front().e164()},
                                                    {"zone", tenant->zone.name()},
                                                    {"open", tenants::is_open(*tenant, now)}})},
                         {"now", tenant->zone.iso8601(now)},
                         {"phone", phone_json(network.call(watched.key))},
                         {"conversation", std::move(conversation_part)},
                         {"technicians", technicians_json(*tenant)},
                         {"visits", visits_json(visits, *tenant, began)},
                         {"messages", messages_json(messages, tenant->zone)},
                         {"callbacks", std::move(callbacks)}});
  });
}

}  // namespace callwright::endpoints
