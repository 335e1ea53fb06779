#include "reception/domain/proposal.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace callwright::reception {
namespace {

using language::EmergencyLevel;
using language::Intent;
using language::Question;
using language::Understanding;

language::Context context_after(Question asked) {
  return {.reference_time = *parse_iso8601("2026-03-10T15:05:00Z"),
          .zone = Zone::find("America/Chicago").value(),
          .asked = asked};
}

Understanding unclear() {
  return {};
}

Weighed weighed(const Proposal& proposal, std::string_view words, Question asked = Question::None) {
  return weigh(unclear(), proposal, words, context_after(asked));
}

bool refused(const Weighed& weighed, std::string_view why) {
  return std::ranges::find(weighed.refused, why) != weighed.refused.end();
}

TEST(Proposal, is_wanted_where_the_rules_heard_nothing) {
  EXPECT_TRUE(wants_proposal(unclear(), Question::None, "the thing in the cellar is at it again"));
  EXPECT_FALSE(wants_proposal(unclear(), Question::None, ""));
  EXPECT_FALSE(
      wants_proposal(unclear(), Question::None, std::string(proposal_words_bytes_max + 1, 'x')));
}

TEST(Proposal, is_not_wanted_where_the_rules_are_sure) {
  Understanding heard;
  heard.intent = {.label = Intent::Schedule, .confidence = sure_min};
  EXPECT_FALSE(wants_proposal(heard, Question::None, "words"));
  heard.intent.confidence = sure_min - 0.01;
  EXPECT_TRUE(wants_proposal(heard, Question::None, "words"));
}

TEST(Proposal, is_not_wanted_where_the_question_is_answered) {
  Understanding heard;
  heard.slots.name = language::NameReading{.full = "Ana Ortega"};
  EXPECT_FALSE(wants_proposal(heard, Question::Name, "words"));
  EXPECT_TRUE(wants_proposal(heard, Question::Address, "words"));
}

TEST(Proposal, is_wanted_where_the_words_name_no_work) {
  Understanding heard = unclear();
  heard.slots.problem = "the thing in the cellar";
  EXPECT_TRUE(wants_proposal(heard, Question::Problem, "the thing in the cellar"));
  heard.slots.service = "drain_cleaning";
  EXPECT_FALSE(wants_proposal(heard, Question::Problem, "the drain in the cellar"));
}

TEST(Proposal, is_never_waited_for_in_an_emergency) {
  Understanding heard;
  for (const EmergencyLevel level : {EmergencyLevel::Ambiguous, EmergencyLevel::Emergency}) {
    heard.emergency.level = level;
    EXPECT_FALSE(wants_proposal(heard, Question::None, "words"));
  }
}

TEST(Proposal, is_never_wanted_for_a_yes_or_no_or_a_wish_to_be_left_alone) {
  for (const Question asked :
       {Question::Confirm, Question::EmergencyConfirm, Question::AppointmentChoice, Question::Pin,
        Question::Menu, Question::Message, Question::OwnerQuery}) {
    EXPECT_FALSE(wants_proposal(unclear(), asked, "words")) << to_string(asked);
  }
  Understanding stop;
  stop.opt_out = language::OptOut::Stop;
  EXPECT_FALSE(wants_proposal(stop, Question::None, "words"));
}

TEST(Proposal, yes_no_and_goodbye_are_for_the_person_to_say) {
  for (const Intent intent :
       {Intent::Affirm, Intent::Deny, Intent::Goodbye, Intent::OwnerQuery, Intent::Emergency}) {
    const Weighed result = weighed({.intent = intent, .confidence = 1}, "the usual");
    EXPECT_EQ(result.understanding.intent.label, Intent::None) << to_string(intent);
    EXPECT_TRUE(refused(result, "intent:label"));
  }
}

TEST(Proposal, an_intent_counts_where_the_model_is_sure_and_the_rules_are_not) {
  EXPECT_EQ(
      weighed({.intent = Intent::Cancel, .confidence = 0.9}, "scrap it").understanding.intent.label,
      Intent::Cancel);
  const Weighed guess = weighed({.intent = Intent::Cancel, .confidence = 0.69}, "scrap it");
  EXPECT_EQ(guess.understanding.intent.label, Intent::None);
  EXPECT_TRUE(refused(guess, "intent:unsure"));

  Understanding known;
  known.intent = {.label = Intent::Schedule, .confidence = 0.8};
  const Weighed kept =
      weigh(known, {.intent = Intent::Cancel, .confidence = 1}, "x", context_after(Question::None));
  EXPECT_EQ(kept.understanding.intent.label, Intent::Schedule);
  EXPECT_TRUE(refused(kept, "intent:known"));
}

TEST(Proposal, a_value_is_read_from_the_persons_own_words) {
  const Weighed name = weighed({.name = "ortega"}, "uh put Ortega down for it", Question::Name);
  ASSERT_TRUE(name.understanding.slots.name);
  EXPECT_EQ(name.understanding.slots.name->full, "Ortega");
  EXPECT_EQ(name.taken, std::vector<std::string>{"name"});

  const Weighed time =
      weighed({.date_time = "friday at three"}, "so like friday at three if that", Question::Time);
  ASSERT_TRUE(time.understanding.slots.date_time);
  EXPECT_EQ(time.understanding.slots.date_time->begin, *parse_iso8601("2026-03-13T20:00:00Z"));
}

TEST(Proposal, a_value_that_was_not_said_is_refused) {
  const std::string_view words = "the usual place";
  const Weighed made_up = weighed({.name = "Pat Example",
                                   .address = "12 Elm Street",
                                   .problem = "a burst pipe",
                                   .date_time = "tomorrow at nine"},
                                  words);
  EXPECT_FALSE(made_up.understanding.slots.name);
  EXPECT_FALSE(made_up.understanding.slots.address);
  EXPECT_FALSE(made_up.understanding.slots.problem);
  EXPECT_FALSE(made_up.understanding.slots.date_time);
  EXPECT_EQ(made_up.refused, (std::vector<std::string>{"name:not_said", "address:not_said",
                                                       "problem:not_said", "date_time:not_said"}));
}

TEST(Proposal, words_that_do_not_read_as_a_value_are_refused) {
  const Weighed result = weighed({.address = "round the back"}, "round the back");
  EXPECT_FALSE(result.understanding.slots.address);
  EXPECT_TRUE(refused(result, "address:not_read"));
}

TEST(Proposal, where_to_reach_a_person_is_changed_only_where_it_was_asked) {
  const std::string_view words = "five five five zero one four two";
  const Proposal proposal{.phone = std::string(words)};
  EXPECT_TRUE(refused(weighed(proposal, words, Question::None), "phone:not_asked"));
  EXPECT_TRUE(refused(weighed({.email = "a at b dot com"}, "a at b dot com", Question::Name),
                      "email:not_asked"));
}

TEST(Proposal, what_the_rules_have_read_stays) {
  Understanding known;
  known.slots.name = language::NameReading{.full = "Ana Ortega"};
  known.slots.service = "drain_cleaning";
  const Weighed result = weigh(known, {.service = "toilet_repair", .name = "Lee"}, "Lee",
                               context_after(Question::Name));
  EXPECT_EQ(result.understanding.slots.name->full, "Ana Ortega");
  EXPECT_EQ(result.understanding.slots.service, "drain_cleaning");
}

TEST(Proposal, raises_an_emergency_to_a_question_and_never_lowers_one) {
  const Weighed raised = weighed({.emergency = true}, "it is coming through the ceiling");
  EXPECT_EQ(raised.understanding.emergency.level, EmergencyLevel::Ambiguous);
  EXPECT_EQ(raised.understanding.emergency.reasons, std::vector<std::string>{"proposed"});

  Understanding burning;
  burning.emergency = {.level = EmergencyLevel::Emergency, .score = 0.9, .reasons = {"fire"}};
  const Weighed kept =
      weigh(burning, {.emergency = false}, "it is nothing", context_after(Question::None));
  EXPECT_EQ(kept.understanding.emergency.level, EmergencyLevel::Emergency);
  EXPECT_EQ(kept.understanding.emergency.reasons, std::vector<std::string>{"fire"});
}

}  // namespace
}  // namespace callwright::reception
