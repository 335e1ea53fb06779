#include "reception/proposal_json.h"

#include <gtest/gtest.h>

namespace callwright::reception {
namespace {

using language::Intent;

Json changed(std::string_view member, Json value) {
  Json json = to_json(Proposal{.intent = Intent::Schedule, .confidence = 0.9});
  json.set(member, std::move(value));
  return json;
}

Json without(std::string_view member) {
  Json::Object members = *to_json(Proposal{}).as_object();
  std::erase_if(members, [&](const Json::Member& one) { return one.first == member; });
  return Json(members);
}

TEST(ProposalJson, survives_being_written) {
  const Proposal proposal{.intent = Intent::Faq,
                          .confidence = 0.8,
                          .faq_topic = language::FaqTopic::Hours,
                          .emergency = true,
                          .service = "drain_cleaning",
                          .name = "Ana",
                          .address = "12 Oak Street",
                          .phone = "555 0100",
                          .email = "a at example dot com",
                          .problem = "a drip",
                          .date_time = "friday"};
  EXPECT_EQ(read_proposal(to_json(proposal)), proposal);
  EXPECT_EQ(read_proposal(to_json(Proposal{})), Proposal{});
}

TEST(ProposalJson, the_schema_names_every_member_and_no_other) {
  const Json schema = proposal_schema();
  EXPECT_EQ(schema["additionalProperties"], Json(false));
  const Json written = to_json(Proposal{});
  ASSERT_EQ(schema["required"].as_array()->size(), written.as_object()->size());
  for (const Json::Member& member : *written.as_object()) {
    EXPECT_TRUE(schema["properties"].find(member.first)) << member.first;
  }
  for (const Json& label : *schema["properties"]["intent"]["enum"].as_array()) {
    EXPECT_TRUE(read_proposal(changed("intent", label))) << label.dump();
  }
  for (const Json& kind : *schema["properties"]["service"]["enum"].as_array()) {
    EXPECT_TRUE(read_proposal(changed("service", kind))) << kind.dump();
  }
}

TEST(ProposalJson, anything_else_is_no_proposal) {
  const std::vector<std::pair<std::string, Json>> rows = {
      {"no object", Json::array()},
      {"nothing", Json()},
      {"empty", Json::object()},
      {"a member too many", changed("action", "book_now")},
      {"a member missing", without("email")},
      {"a label that was not offered", changed("intent", "affirm")},
      {"an unknown label", changed("intent", "book_now")},
      {"no label", changed("intent", nullptr)},
      {"a label of another kind", changed("intent", 7)},
      {"too sure", changed("confidence", 1.1)},
      {"less than unsure", changed("confidence", -0.1)},
      {"sure in words", changed("confidence", "very")},
      {"an unknown topic", changed("faq_topic", "weather")},
      {"a topic of another kind", changed("faq_topic", true)},
      {"an unknown kind of work", changed("service", "roofing")},
      {"an emergency in words", changed("emergency", "no")},
      {"a value of another kind", changed("name", Json::array({"Ana"}))},
  };
  for (const auto& [name, json] : rows) {
    EXPECT_EQ(read_proposal(json), ProposalResult(std::unexpected(NoProposal::Schema))) << name;
  }
  EXPECT_EQ(read_proposal(changed("problem", std::string(301, 'x'))),
            ProposalResult(std::unexpected(NoProposal::TooLong)));
}

}  // namespace
}  // namespace callwright::reception
