#include "reception/proposal_json.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "language/service_kinds.h"

namespace callwright::reception {
namespace {

using language::FaqTopic;
using language::Intent;

constexpr std::size_t quote_bytes_max = 300;

struct Quote {
  std::string_view name;
  std::string Proposal::* value;
  std::string_view meaning;
};

constexpr auto quotes = std::to_array<Quote>({
    {"name", &Proposal::name, "the person's name"},
    {"address", &Proposal::address, "the place of the work"},
    {"phone", &Proposal::phone, "the number to call back"},
    {"email", &Proposal::email, "the e-mail address"},
    {"problem", &Proposal::problem, "what is wrong"},
    {"date_time", &Proposal::date_time, "when the visit should be"},
});
constexpr std::size_t other_members = 5;

constexpr int faq_topic_count = 9;

Json text_or_null(std::string_view meaning) {
  return Json::object({{"type", Json::array({"string", "null"})},
                       {"description", "The words of the person that say " + std::string(meaning) +
                                           ", copied exactly, or null."}});
}

Json one_of(Json values) {
  return Json::object({{"type", Json::array({"string", "null"})}, {"enum", std::move(values)}});
}

// A text that may be null; nothing where it is of another kind.
std::optional<std::string> nullable_text(const Json& json, std::string_view name) {
  const Json* member = json.find(name);
  if (member == nullptr) return std::nullopt;
  if (member->is_null()) return "";
  const std::string* text = member->as_string();
  return text == nullptr ? std::nullopt : std::optional(*text);
}

std::optional<Intent> parse_intent(std::string_view text) {
  const auto offered = proposable_intents();
  const auto found = std::ranges::find(offered, text, [](Intent i) { return to_string(i); });
  return found == offered.end() ? std::nullopt : std::optional(*found);
}

bool read_topic(const std::string& text, Proposal& proposal) {
  if (text.empty()) return true;
  for (int i = 0; i < faq_topic_count; ++i) {
    const auto topic = static_cast<FaqTopic>(i);
    if (to_string(topic) == text) proposal.faq_topic = topic;
  }
  return proposal.faq_topic.has_value();
}

}  // namespace

Json proposal_schema() {
  Json intents = Json::array();
  for (const Intent intent : proposable_intents()) intents.push_back(to_string(intent));
  Json topics = Json::array({nullptr});
  for (int i = 0; i < faq_topic_count; ++i) topics.push_back(to_string(static_cast<FaqTopic>(i)));
  Json services = Json::array({nullptr});
  for (const language::ServiceKind& kind : language::service_kinds()) services.push_back(kind.key);

  Json properties = Json::object();
  properties.set("intent", Json::object({{"type", "string"}, {"enum", intents}}));
  properties.set("confidence", Json::object({{"type", "number"}}));
  properties.set("faq_topic", one_of(std::move(topics)));
  properties.set("emergency", Json::object({{"type", "boolean"}}));
  properties.set("service", one_of(std::move(services)));
  for (const Quote& quote : quotes) {
    properties.set(quote.name, text_or_null(quote.meaning));
  }
  Json required = Json::array();
  for (const Json::Member& member : *properties.as_object()) required.push_back(member.first);
  return Json::object({{"type", "object"},
                       {"additionalProperties", false},
                       {"required", required},
                       {"properties", properties}});
}

ProposalResult read_proposal(const Json& json) {
  const auto wrong = [] { return std::unexpected(NoProposal::Schema); };
  const Json::Object* members = json.as_object();
  if (members == nullptr || members->size() != quotes.size() + other_members) return wrong();

  Proposal proposal;
  const std::string* label = json["intent"].as_string();
  const auto intent = label == nullptr ? std::nullopt : parse_intent(*label);
  const auto confidence = json["confidence"].as_number();
  const auto topic = nullable_text(json, "faq_topic");
  const auto emergency = json["emergency"].as_bool();
  const auto service = nullable_text(json, "service");
  if (!intent || !confidence || !topic || !emergency || !service) return wrong();
  if (*confidence < 0 || *confidence > 1 || !read_topic(*topic, proposal)) return wrong();
  if (!service->empty() && language::find_service_kind(*service) == nullptr) return wrong();
  proposal.intent = *intent;
  proposal.confidence = *confidence;
  proposal.emergency = *emergency;
  proposal.service = *service;
  for (const Quote& quote : quotes) {
    auto text = nullable_text(json, quote.name);
    if (!text) return wrong();
    if (text->size() > quote_bytes_max) return std::unexpected(NoProposal::TooLong);
    proposal.*quote.value = trimmed(*text);
  }
  return proposal;
}

Json to_json(const Proposal& proposal) {
  const auto text_or_nothing = [](std::string_view text) {
    return text.empty() ? Json() : Json(text);
  };
  Json json = Json::object(
      {{"intent", to_string(proposal.intent)},
       {"confidence", proposal.confidence},
       {"faq_topic", proposal.faq_topic ? Json(to_string(*proposal.faq_topic)) : Json()},
       {"emergency", proposal.emergency},
       {"service", text_or_nothing(proposal.service)}});
  for (const Quote& quote : quotes) json.set(quote.name, text_or_nothing(proposal.*quote.value));
  return json;
}

}  // namespace callwright::reception
