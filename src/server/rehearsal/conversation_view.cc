#include "server/rehearsal/conversation_view.h"

#include "dialogue/memory_codec.h"

namespace callwright::server {
namespace {

using messaging::Conversation;
using messaging::TurnRecord;

Json null_if_empty(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

Json strings(const std::vector<std::string>& items) {
  Json list = Json::array();
  for (const std::string& item : items) list.push_back(item);
  return list;
}

Json numbers(const std::vector<PhoneNumber>& items) {
  Json list = Json::array();
  for (const PhoneNumber& item : items) list.push_back(item.e164());
  return list;
}

Json address_view(const customers::Address& address) {
  return Json::object({{"street", address.street},
                       {"unit", address.unit},
                       {"city", address.city},
                       {"state", address.state},
                       {"zip", address.zip}});
}

void add_address(Json& json, const customers::Address& address) {
  for (const Json::Member& member : *address_view(address).as_object())
    json.set(member.first, member.second);
}

Json appointments_view(const std::vector<scheduling::Appointment>& appointments, const Zone& zone) {
  Json list = Json::array();
  for (const scheduling::Appointment& visit : appointments) {
    Json json = Json::object({{"id", visit.id.text()},
                              {"customer", visit.customer.text()},
                              {"name", visit.name},
                              {"phone", visit.phone ? Json(visit.phone->e164()) : Json()}});
    add_address(json, visit.address);
    json.set("service", visit.service.text());
    json.set("technician", visit.technician.text());
    json.set("start", zone.iso8601(visit.visit.begin));
    json.set("end", zone.iso8601(visit.visit.end));
    json.set("status", scheduling::to_string(visit.status));
    json.set("emergency", visit.emergency);
    json.set("notes", visit.notes);
    json.set("created_at", zone.iso8601(visit.created_at));
    list.push_back(std::move(json));
  }
  return list;
}

Json customers_view(const std::vector<customers::Customer>& customers,
                    const std::map<std::string, messaging::Consent>& consent) {
  Json list = Json::array();
  for (const customers::Customer& customer : customers) {
    Json addresses = Json::array();
    for (const customers::Address& address : customer.addresses)
      addresses.push_back(address_view(address));
    bool opted_out = false;
    for (const PhoneNumber& phone : customer.phones) {
      const auto entry = consent.find(phone.e164());
      opted_out |= entry != consent.end() && entry->second == messaging::Consent::OptedOut;
    }
    list.push_back(Json::object({{"id", customer.id.text()},
                                 {"name", customer.name},
                                 {"phones", numbers(customer.phones)},
                                 {"emails", strings(customer.emails)},
                                 {"addresses", addresses},
                                 {"opted_out", opted_out}}));
  }
  return list;
}

Json messages_view(const std::vector<messaging::Message>& messages, const Zone& zone) {
  Json list = Json::array();
  for (const messaging::Message& message : messages) {
    list.push_back(Json::object({{"at", zone.iso8601(message.at)},
                                 {"to", message.to},
                                 {"to_role", messaging::to_string(message.role)},
                                 {"channel", messaging::to_string(message.channel)},
                                 {"kind", messaging::to_string(message.kind)},
                                 {"body", message.body.text()},
                                 {"status", messaging::to_string(message.status)}}));
  }
  return list;
}

Json owner_messages_view(const std::vector<messaging::Message>& messages, const Zone& zone) {
  Json list = Json::array();
  for (const messaging::Message& message : messages) {
    if (message.role != messaging::RecipientRole::Owner) continue;
    list.push_back(Json::object({{"at", zone.iso8601(message.at)},
                                 {"about", messaging::to_string(message.kind)},
                                 {"text", message.body.text()}}));
  }
  return list;
}

Json callbacks_view(const std::vector<calls::Callback>& callbacks, const Zone& zone) {
  Json list = Json::array();
  for (const calls::Callback& callback : callbacks) {
    list.push_back(Json::object(
        {{"id", callback.id.text()},
         {"phone", null_if_empty(callback.phone)},
         {"reason", callback.reason},
         {"priority", callback.priority == calls::CallbackPriority::Urgent ? "urgent" : "normal"},
         {"due", zone.iso8601(callback.due)},
         {"status", callback.status == calls::CallbackStatus::Open ? "open" : "done"},
         {"recording", null_if_empty(callback.recording)}}));
  }
  return list;
}

Json transcript_view(const std::vector<messaging::TranscriptLine>& lines, const Zone& zone) {
  Json list = Json::array();
  for (const messaging::TranscriptLine& line : lines) {
    const bool caller = line.speaker == messaging::Speaker::Caller;
    list.push_back(Json::object({{"at", zone.iso8601(line.at)},
                                 {"speaker", caller ? "caller" : "receptionist"},
                                 {"text", line.text.text()}}));
  }
  return list;
}

Json actions_view(const std::vector<access::AuditEntry>& entries, const Zone& zone) {
  Json list = Json::array();
  for (const access::AuditEntry& entry : entries) {
    list.push_back(Json::object({{"at", zone.iso8601(entry.at)},
                                 {"actor", entry.actor},
                                 {"action", entry.action},
                                 {"object", entry.object},
                                 {"before", entry.before},
                                 {"after", entry.after}}));
  }
  return list;
}

Json consent_view(const std::map<std::string, messaging::Consent>& consent) {
  Json json = Json::object();
  for (const auto& [number, state] : consent) {
    json.set(number, state == messaging::Consent::OptedOut ? "opted_out" : "opted_in");
  }
  return json;
}

Result<Json> conversation_json(Rehearsal& rehearsal, db::Transaction& tx,
                               const tenants::Tenant& tenant,
                               const std::optional<Conversation>& conversation) {
  if (!conversation) return Json();
  TRY_ASSIGN(const dialogue::Memory memory, dialogue::decode(conversation->memory));
  TRY_ASSIGN(const auto call,
             rehearsal.product().calls.of_conversation(tx, tenant.id, conversation->id));
  const std::string_view state = call                     ? calls::to_string(call->state)
                                 : conversation->ended_at ? "ended"
                                                          : "active";
  return Json::object(
      {{"id", conversation->id.text()},
       {"state", state},
       {"outcome", null_if_empty(conversation->outcome)},
       {"emergency", Json::object({{"level", language::to_string(memory.emergency.level)},
                                   {"score", memory.emergency.score},
                                   {"reasons", strings(memory.emergency.reasons)},
                                   {"detected_at", memory.emergency_at ? Json(tenant.zone.iso8601(
                                                                             *memory.emergency_at))
                                                                       : Json()}})},
       {"correlation_id", conversation->correlation.text()}});
}

// Who would come is the business's own affair until it is booked.
Json offers_view(const Json& offers) {
  Json list = Json::array();
  const Json::Array* const times = offers.as_array();
  if (times == nullptr) return list;
  for (const Json& time : *times) {
    list.push_back(Json::object({{"start", time["start"]}, {"end", time["end"]}}));
  }
  return list;
}

Json understood_view(const Json& understood) {
  if (!understood.is_object()) return nullptr;
  return Json::object({{"intent", understood["intent"]["label"]},
                       {"emergency", understood["emergency"]["level"]},
                       {"slots", understood["slots"]}});
}

}  // namespace

Result<std::optional<Conversation>> find_conversation(Rehearsal& rehearsal,
                                                      const ConversationRef& ref) {
  Product& product = rehearsal.product();
  return product.world.database.read([&](db::Transaction& tx) {
    return product.conversations.latest(tx, ref.tenant, ref.channel, ref.key);
  });
}

Result<Json> reply_view(Rehearsal& rehearsal, const tenants::Tenant& tenant,
                        const ConversationRef& ref, const std::string& said) {
  Product& product = rehearsal.product();
  TRY_ASSIGN(const auto conversation, find_conversation(rehearsal, ref));
  Json trace = Json::object();
  if (conversation) {
    TRY_ASSIGN(const auto turns, product.world.database.read([&](db::Transaction& tx) {
      return product.conversations.turns(tx, tenant.id, conversation->id);
    }));
    if (!turns.empty()) {
      TRY_ASSIGN(trace, Json::parse(turns.back().trace));
    }
  }
  const auto phone = rehearsal.carrier().call(ref.key);
  const bool hung_up = phone && phone->state == providers::sandbox::PhoneState::Ended;
  const bool ended = hung_up || (conversation && conversation->ended_at);
  const bool silent = !conversation || ended;
  return Json::object(
      {{"conversation", conversation ? Json(conversation->id.text()) : Json()},
       {"now", tenant.zone.iso8601(rehearsal.clock().now())},
       {"language", trace.string_or("language", "en")},
       {"say", said},
       {"prompts", trace.find("prompts") ? trace["prompts"] : Json::array()},
       {"asks", silent ? Json() : trace["asks"]},
       {"about", trace.find("about") && !silent ? trace["about"] : Json::array()},
       {"options", silent ? Json() : trace["options"]},
       {"offers", offers_view(trace["offers"])},
       {"understood", understood_view(trace["understood"])},
       {"ended", ended},
       {"outcome", ended && conversation ? null_if_empty(conversation->outcome) : Json()},
       {"transferred_to", phone ? null_if_empty(phone->transfer_to) : Json()}});
}

Result<Json> inspection(Rehearsal& rehearsal, const tenants::Tenant& tenant,
                        const ConversationRef& ref) {
  Product& product = rehearsal.product();
  return product.world.database.read([&](db::Transaction& tx) -> Result<Json> {
    const Zone& zone = tenant.zone;
    TRY_ASSIGN(const auto conversation,
               product.conversations.latest(tx, tenant.id, ref.channel, ref.key));
    TRY_ASSIGN(const auto appointments, product.calendar.all(tx, tenant.id));
    TRY_ASSIGN(const auto customers, product.customers.all(tx, tenant.id));
    TRY_ASSIGN(const auto messages, product.outbox.all(tx, tenant.id));
    TRY_ASSIGN(const auto callbacks, product.callbacks.all(tx, tenant.id));
    TRY_ASSIGN(const auto actions, product.audit.entries(tx, tenant.id));
    TRY_ASSIGN(const auto consent, product.consent.all(tx, tenant.id));
    TRY_ASSIGN(Json conversation_part, conversation_json(rehearsal, tx, tenant, conversation));
    std::vector<messaging::TranscriptLine> transcript;
    if (conversation) {
      TRY_ASSIGN(transcript, product.conversations.transcript(tx, tenant.id, conversation->id));
    }
    return Json::object(
        {{"appointments", appointments_view(appointments, zone)},
         {"customers", customers_view(customers, consent)},
         {"messages", messages_view(messages, zone)},
         {"callbacks", callbacks_view(callbacks, zone)},
         {"transcript", transcript_view(transcript, zone)},
         {"transcript_missing", tenant.policies.transcripts ? Json() : Json("opt_out")},
         {"actions", actions_view(actions, zone)},
         {"conversation", std::move(conversation_part)},
         {"consent", consent_view(consent)},
         {"owner_messages", owner_messages_view(messages, zone)},
         {"tenant_hash", tenant.settings_hash}});
  });
}

}  // namespace callwright::server
