#include "dialogue/memory_codec.h"

#include "platform/json/json.h"

namespace callwright::dialogue {
namespace {

// Most of a memory is as it was at the start. That is left out: a memory is written and read at
// every turn.
void keep(Json& json, std::string_view name, Json value) {
  const Json::Array* list = value.as_array();
  const Json::Object* object = value.as_object();
  const bool says_nothing = value.is_null() || value == Json(false) || value == Json(0) ||
                            value == Json(0.0) || value == Json("") ||
                            (list != nullptr && list->empty()) ||
                            (object != nullptr && object->empty());
  if (!says_nothing) json.set(name, std::move(value));
}

Json encode_range(const TimeRange& range) {
  return Json::array({to_ms(range.begin), to_ms(range.end)});
}

TimeRange decode_range(const Json& json) {
  const Json::Array* ends = json.as_array();
  if (ends == nullptr || ends->size() != 2) return {};
  return {from_ms((*ends)[0].as_integer().value_or(0)),
          from_ms((*ends)[1].as_integer().value_or(0))};
}

Json encode_address(const customers::Address& address) {
  Json json;
  keep(json, "street", address.street);
  keep(json, "unit", address.unit);
  keep(json, "city", address.city);
  keep(json, "state", address.state);
  keep(json, "zip", address.zip);
  return json;
}

customers::Address decode_address(const Json& json) {
  return {.street = json.string_or("street", ""),
          .unit = json.string_or("unit", ""),
          .city = json.string_or("city", ""),
          .state = json.string_or("state", ""),
          .zip = json.string_or("zip", "")};
}

Json encode_wish(const TimeWish& wish) {
  Json exclude = Json::array();
  for (const TimeRange& range : wish.exclude) exclude.push_back(encode_range(range));
  Json json = Json::object(
      {{"window", encode_range(wish.window)}, {"asap", wish.asap}, {"exclude", exclude}});
  if (wish.latest) json.set("latest", true);
  if (wish.same_hour) json.set("same_hour", true);
  if (wish.exact) json.set("exact", to_ms(*wish.exact));
  return json;
}

TimeWish decode_wish(const Json& json) {
  TimeWish wish{.window = decode_range(json["window"]),
                .asap = json.bool_or("asap", false),
                .latest = json.bool_or("latest", false),
                .same_hour = json.bool_or("same_hour", false)};
  if (const auto exact = json["exact"].as_integer()) wish.exact = from_ms(*exact);
  if (const Json::Array* ranges = json["exclude"].as_array()) {
    for (const Json& range : *ranges) wish.exclude.push_back(decode_range(range));
  }
  return wish;
}

Json encode_offer(const Offer& offer) {
  return Json::object(
      {{"technician", offer.technician.text()}, {"visit", encode_range(offer.visit)}});
}

std::optional<Offer> decode_offer(const Json& json) {
  const std::string technician = json.string_or("technician", "");
  if (technician.empty()) return std::nullopt;
  return Offer{.technician = TechnicianId(technician), .visit = decode_range(json["visit"])};
}

Json encode_visit(const VisitChoice& visit) {
  return Json::object({{"id", visit.id.text()},
                       {"service", visit.service.text()},
                       {"visit", encode_range(visit.visit)}});
}

std::optional<VisitChoice> decode_visit(const Json& json) {
  const std::string id = json.string_or("id", "");
  const std::string service = json.string_or("service", "");
  if (id.empty() || service.empty()) return std::nullopt;
  return VisitChoice{
      .id = AppointmentId(id), .service = ServiceId(service), .visit = decode_range(json["visit"])};
}

template <class Item, class Encode>
Json encode_list(const std::vector<Item>& items, Encode encode_item) {
  Json list = Json::array();
  for (const Item& item : items) list.push_back(encode_item(item));
  return list;
}

template <class Item, class Decode>
std::vector<Item> decode_list(const Json& json, Decode decode_item) {
  std::vector<Item> items;
  if (const Json::Array* list = json.as_array()) {
    for (const Json& entry : *list) {
      if (std::optional<Item> item = decode_item(entry)) items.push_back(std::move(*item));
    }
  }
  return items;
}

Json encode_emergency(const language::EmergencyReading& emergency) {
  Json json;
  keep(json, "level", static_cast<int>(emergency.level));
  keep(json, "score", emergency.score);
  keep(json, "reasons",
       encode_list(emergency.reasons, [](const std::string& reason) { return Json(reason); }));
  return json;
}

language::EmergencyReading decode_emergency(const Json& json) {
  language::EmergencyReading emergency;
  emergency.level = static_cast<language::EmergencyLevel>(json.integer_or("level", 0));
  emergency.score = json["score"].as_number().value_or(0);
  emergency.reasons = decode_list<std::string>(json["reasons"], [](const Json& entry) {
    const std::string* text = entry.as_string();
    return text ? std::optional(*text) : std::nullopt;
  });
  return emergency;
}

void encode_known(Json& json, const Memory& memory) {
  keep(json, "name", memory.name);
  if (memory.phone) json.set("phone", memory.phone->e164());
  if (memory.line) json.set("line", memory.line->e164());
  keep(json, "email", memory.email);
  keep(json, "address", encode_address(memory.address));
  keep(json, "problem", memory.problem);
  keep(json, "service", memory.service);
  if (memory.customer) json.set("customer", memory.customer->text());
  keep(json, "address_on_file", encode_address(memory.address_on_file));
  keep(json, "address_on_file_refused", memory.address_on_file_refused);
  keep(json, "house_number", memory.house_number);
  keep(json, "claimed_name", memory.claimed_name);
  keep(json, "claimed_address", encode_address(memory.claimed_address));
  keep(json, "identified", memory.identified);
  keep(json, "identity_tries", memory.identity_tries);
}

void encode_doubt(Json& json, const Memory& memory) {
  if (memory.doubt) json.set("doubt", static_cast<int>(*memory.doubt));
  keep(json, "doubt_refused", memory.doubt_refused);
  keep(json, "clarity", static_cast<int>(memory.clarity));
  keep(json, "read_back", memory.read_back);
  keep(json, "refusals", memory.refusals);
}

void decode_doubt(const Json& json, Memory& memory) {
  if (const auto value = json["doubt"].as_integer()) memory.doubt = static_cast<Value>(*value);
  memory.doubt_refused = json.bool_or("doubt_refused", false);
  memory.clarity = static_cast<Clarity>(json.integer_or("clarity", 0));
  memory.read_back = json.string_or("read_back", "");
  memory.refusals = static_cast<int>(json.integer_or("refusals", 0));
}

void decode_known(const Json& json, Memory& memory) {
  memory.name = json.string_or("name", "");
  memory.phone = PhoneNumber::parse(json.string_or("phone", ""));
  memory.line = PhoneNumber::parse(json.string_or("line", ""));
  memory.email = json.string_or("email", "");
  memory.address = decode_address(json["address"]);
  memory.problem = json.string_or("problem", "");
  memory.service = json.string_or("service", "");
  if (const std::string id = json.string_or("customer", ""); !id.empty())
    memory.customer = CustomerId(id);
  memory.address_on_file = decode_address(json["address_on_file"]);
  memory.address_on_file_refused = json.bool_or("address_on_file_refused", false);
  memory.house_number = json.string_or("house_number", "");
  memory.claimed_name = json.string_or("claimed_name", "");
  memory.claimed_address = decode_address(json["claimed_address"]);
  memory.identified = json.bool_or("identified", false);
  memory.identity_tries = static_cast<int>(json.integer_or("identity_tries", 0));
}

void encode_task(Json& json, const Memory& memory) {
  if (memory.wish) json.set("wish", encode_wish(*memory.wish));
  keep(json, "searches", memory.searches);
  keep(json, "offers", encode_list(memory.offers, encode_offer));
  if (memory.chosen) json.set("chosen", encode_offer(*memory.chosen));
  keep(json, "visits", encode_list(memory.visits, encode_visit));
  if (memory.visit) json.set("visit", encode_visit(*memory.visit));
  keep(json, "why_not", memory.why_not);
}

void decode_task(const Json& json, Memory& memory) {
  if (const Json* wish = json.find("wish")) memory.wish = decode_wish(*wish);
  memory.searches = static_cast<int>(json.integer_or("searches", 0));
  memory.offers = decode_list<Offer>(json["offers"], decode_offer);
  memory.chosen = decode_offer(json["chosen"]);
  memory.visits = decode_list<VisitChoice>(json["visits"], decode_visit);
  memory.visit = decode_visit(json["visit"]);
  memory.why_not = json.string_or("why_not", "");
}

void encode_course(Json& json, const Memory& memory) {
  keep(json, "repairs", memory.repairs);
  keep(json, "turns", memory.turns);
  keep(json, "keypad", memory.keypad);
  keep(json, "transfer_tried", memory.transfer_tried);
  keep(json, "emergency", encode_emergency(memory.emergency));
  if (memory.emergency_at) json.set("emergency_at", to_ms(*memory.emergency_at));
  if (memory.alert) json.set("alert", memory.alert->text());
  keep(json, "emergency_denied", memory.emergency_denied);
  if (memory.faq_topic) json.set("faq_topic", static_cast<int>(*memory.faq_topic));
  if (memory.callback_due) json.set("callback_due", to_ms(*memory.callback_due));
  keep(json, "last_said", memory.last_said);
  if (memory.outcome) json.set("outcome", to_string(*memory.outcome));
}

void decode_course(const Json& json, Memory& memory) {
  memory.repairs = static_cast<int>(json.integer_or("repairs", 0));
  memory.turns = static_cast<int>(json.integer_or("turns", 0));
  memory.keypad = json.bool_or("keypad", false);
  memory.transfer_tried = json.bool_or("transfer_tried", false);
  memory.emergency = decode_emergency(json["emergency"]);
  if (const auto at = json["emergency_at"].as_integer()) memory.emergency_at = from_ms(*at);
  if (const std::string id = json.string_or("alert", ""); !id.empty()) memory.alert = AlertId(id);
  memory.emergency_denied = json.bool_or("emergency_denied", false);
  if (const auto topic = json["faq_topic"].as_integer()) {
    memory.faq_topic = static_cast<language::FaqTopic>(*topic);
  }
  if (const auto due = json["callback_due"].as_integer()) memory.callback_due = from_ms(*due);
  memory.last_said = json.string_or("last_said", "");
  memory.outcome = parse_outcome(json.string_or("outcome", ""));
}

}  // namespace

std::string encode(const Memory& memory) {
  Json json = Json::object({{"stage", to_string(memory.stage)},
                            {"goal", to_string(memory.goal)},
                            {"language", static_cast<int>(memory.language)}});
  encode_known(json, memory);
  encode_doubt(json, memory);
  encode_task(json, memory);
  encode_course(json, memory);
  return json.dump();
}

Result<Memory> decode(std::string_view text) {
  TRY_ASSIGN(const Json json, Json::parse(text));
  const auto stage = parse_stage(json.string_or("stage", ""));
  const auto goal = parse_goal(json.string_or("goal", ""));
  if (!stage || !goal) return failure(ErrorCode::Invalid, "not a conversation's memory");

  Memory memory{.stage = *stage, .goal = *goal};
  memory.language = static_cast<language::Language>(json.integer_or("language", 0));
  decode_known(json, memory);
  decode_doubt(json, memory);
  decode_task(json, memory);
  decode_course(json, memory);
  return memory;
}

}  // namespace callwright::dialogue
