#include "reception/trace.h"

#include "base/text.h"
#include "dialogue/domain/signal.h"

namespace callwright::reception {
namespace {

// What was not said is null: programs find the same members every time.
Json said(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

Json to_json(const language::AddressReading& address) {
  Json json = Json::object({{"street", said(address.street)},
                            {"city", said(address.city)},
                            {"state", said(address.state)},
                            {"zip", said(address.zip)}});
  if (!address.unit.empty()) json.set("unit", address.unit);
  return json;
}

std::string_view kind_name(language::TimeReading::Kind kind) {
  using Kind = language::TimeReading::Kind;
  switch (kind) {
    case Kind::None:
      return "none";
    case Kind::Instant:
      return "instant";
    case Kind::Window:
      return "window";
    case Kind::Date:
      return "date";
  }
  return "none";
}

Json to_json(const language::TimeReading& time, const Zone& zone) {
  const bool named = time.kind != language::TimeReading::Kind::None;
  Json json = Json::object({{"type", kind_name(time.kind)},
                            {"start", named ? Json(zone.iso8601(time.begin)) : Json()},
                            {"end", named ? Json(zone.iso8601(time.end)) : Json()}});
  if (!time.exclude.empty()) {
    Json exclude = Json::array();
    for (const TimeRange& range : time.exclude) {
      exclude.push_back(
          Json::object({{"start", zone.iso8601(range.begin)}, {"end", zone.iso8601(range.end)}}));
    }
    json.set("exclude", exclude);
  }
  if (time.asap) json.set("asap", true);
  return json;
}

Json to_json(const language::Slots& slots, const Zone& zone) {
  Json json = Json::object();
  if (slots.name) json.set("name", slots.name->full);
  if (slots.address) json.set("address", to_json(*slots.address));
  if (slots.phone) json.set("phone", slots.phone->e164());
  if (slots.email) json.set("email", *slots.email);
  if (slots.problem) json.set("problem", *slots.problem);
  if (slots.service) json.set("service", *slots.service);
  if (slots.date_time) json.set("date_time", to_json(*slots.date_time, zone));
  return json;
}

Json to_json(const std::optional<language::ScheduleQuery>& query, const Zone& zone) {
  if (!query) return nullptr;
  return Json::object({{"range_start", zone.iso8601(query->range.begin)},
                       {"range_end", zone.iso8601(query->range.end)},
                       {"filter", query->filter},
                       {"action", query->action}});
}

Json reasons_of(const language::EmergencyReading& emergency) {
  Json reasons = Json::array();
  for (const std::string& reason : emergency.reasons) reasons.push_back(reason);
  return reasons;
}

// The word for what is asked, where the list of the wire has one.
Json asks_of(const dialogue::Memory& memory) {
  using dialogue::Stage;
  if (memory.stage == Stage::Change) return "other";
  const language::Question question = dialogue::question_of(memory.stage);
  if (question == language::Question::None) return nullptr;
  return language::to_string(question);
}

std::string_view event_name(const Event& event) {
  static constexpr std::string_view names[] = {"arrived",        "said",     "pressed", "silent",
                                               "transfer_ended", "recorded", "hung_up"};
  return names[event.index()];
}

}  // namespace

Json to_json(const language::Understanding& heard, const Zone& zone) {
  Json intent = Json::object({{"label", language::to_string(heard.intent.label)},
                              {"confidence", heard.intent.confidence}});
  if (heard.intent.faq_topic) intent.set("faq_topic", language::to_string(*heard.intent.faq_topic));
  return Json::object(
      {{"language", language::to_string(heard.language)},
       {"intent", intent},
       {"emergency", Json::object({{"level", language::to_string(heard.emergency.level)},
                                   {"score", heard.emergency.score},
                                   {"reasons", reasons_of(heard.emergency)}})},
       {"slots", to_json(heard.slots, zone)},
       {"opt_out", language::to_string(heard.opt_out)},
       {"schedule_query", to_json(heard.schedule_query, zone)}});
}

std::vector<std::string> read_back_of(const dialogue::Memory& memory) {
  using dialogue::Stage;
  switch (memory.stage) {
    case Stage::BookingConfirm:
      return {"booking", "name", "address", "time", "phone"};
    case Stage::MoveConfirm:
      return {"reschedule", "time"};
    case Stage::CancelConfirm:
      return {"cancel"};
    case Stage::AddressOnFile:
      return {"address"};
    case Stage::ValueConfirm:
      if (memory.doubt) return {std::string(dialogue::to_string(*memory.doubt))};
      return {};
    default:
      return {};
  }
}

Json trace_of(const Decided& decided, const Zone& zone) {
  const dialogue::Memory& memory = decided.memory;
  Json prompts = Json::array();
  for (const Speech& speech : decided.speech) prompts.push_back(speech.prompt);
  Json about = Json::array();
  for (const std::string& part : read_back_of(memory)) about.push_back(part);
  Json options = nullptr;
  for (const dialogue::KeyOption& option : dialogue::key_options(memory)) {
    options.set(std::string(1, option.key), option.meaning);
  }
  Json offers = Json::array();
  if (memory.stage == dialogue::Stage::Offers) {
    for (const dialogue::Offer& offer : memory.offers) {
      offers.push_back(Json::object({{"start", zone.iso8601(offer.visit.begin)},
                                     {"end", zone.iso8601(offer.visit.end)},
                                     {"technician", offer.technician.text()}}));
    }
  }
  return Json::object(
      {{"event", event_name(decided.turn.event)},
       {"understood", decided.heard ? to_json(*decided.heard, zone) : Json()},
       {"proposal", decided.proposal},
       {"steps", decided.steps},
       {"prompts", prompts},
       {"stage", dialogue::to_string(memory.stage)},
       {"goal", dialogue::to_string(memory.goal)},
       {"language", language::to_string(memory.language)},
       {"asks", asks_of(memory)},
       {"about", about},
       {"options", options},
       {"offers", offers},
       {"outcome", memory.outcome ? Json(dialogue::to_string(*memory.outcome)) : Json()}});
}

}  // namespace callwright::reception
