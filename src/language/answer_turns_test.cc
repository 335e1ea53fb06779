#include "language/answer_turns.h"

#include <gtest/gtest.h>

#include <string>

namespace callwright::language {
namespace {

constexpr std::string_view read_back =
    "So that is Thursday at two o'clock at 410 Birch Lane. Is that right?";

Intent answer(std::string_view said) {
  return understand(said, {.asked = Question::Confirm, .previous_prompt = read_back}).intent.label;
}

class TakenBack : public testing::TestWithParam<const char*> {};
class AgreedTwiceDenied : public testing::TestWithParam<const char*> {};
class Neither : public testing::TestWithParam<const char*> {};

TEST_P(TakenBack, is_a_no) {
  EXPECT_EQ(answer(GetParam()), Intent::Deny) << GetParam();
}

TEST_P(AgreedTwiceDenied, is_a_yes) {
  EXPECT_EQ(answer(GetParam()), Intent::Affirm) << GetParam();
}

TEST_P(Neither, is_asked_again) {
  EXPECT_EQ(answer(GetParam()), Intent::None) << GetParam();
}

INSTANTIATE_TEST_SUITE_P(Answers, TakenBack,
                         testing::Values("ok no", "yeah no", "ok actually no", "yeah no thanks",
                                         "sure not", "that's hardly right", "that can't be right",
                                         "no I'm fine", "no I am fine", "ok that's enough",
                                         "no need, it's fine", "yes but no"));
INSTANTIATE_TEST_SUITE_P(Answers, AgreedTwiceDenied,
                         testing::Values("not a problem", "that's not a problem", "no doubt",
                                         "nothing wrong with that", "not bad", "I don't mind",
                                         "couldn't agree more", "I wouldn't say no",
                                         "you're not wrong", "no, I agree", "no, absolutely",
                                         "I have no objection", "that's all right with me"));
INSTANTIATE_TEST_SUITE_P(Answers, Neither,
                         testing::Values("no rush", "no hurry, take your time",
                                         "yes I did not receive it", "no perfect thanks"));

TEST(AnswerTurns, may_answer_anything_where_nothing_is_known_to_be_asked) {
  EXPECT_EQ(understand("not a problem", {}).intent.label, Intent::None);
  for (const char* text : {"that's it", "that's all I need right now", "that is it, dear",
                           "that would be everything for today"}) {
    EXPECT_EQ(understand(text, {}).intent.label, Intent::None) << text;
  }
  EXPECT_EQ(understand("no, that's all I need", {}).intent.label, Intent::Deny);
  EXPECT_EQ(understand("yes, that will be all", {}).intent.label, Intent::Affirm);
  EXPECT_EQ(understand("that's all wrong", {}).intent.label, Intent::Deny);
  EXPECT_EQ(understand("ok, actually no", {}).intent.label, Intent::Deny);
}

TEST(AnswerTurns, that_want_no_more_say_no_to_anything) {
  const Context offered{.previous_prompt = "I could not book that. Would you like Friday at one?"};
  for (const char* text : {"No. That would be all.", "nope, that should do it", "No, nothing else.",
                           "no, eso es todo"}) {
    EXPECT_EQ(understand(text, offered).intent.label, Intent::Deny) << text;
    EXPECT_EQ(understand(text, {}).intent.label, Intent::Deny) << text;
  }
  const Context more{.previous_prompt = "Is there anything else I can help you with?"};
  EXPECT_EQ(understand("it's okay, thanks for the help", more).intent.label, Intent::Deny);
  EXPECT_EQ(understand("yes please, thanks", more).intent.label, Intent::Affirm);
}

TEST(AnswerTurns, that_are_heard_as_no_twice_need_no_second_question) {
  const Context context{.asked = Question::Confirm};
  for (const char* text :
       {"nope, that's the old address", "can't do that one, sorry", "eso no es correcto"}) {
    EXPECT_EQ(understand(text, context).intent.label, Intent::Deny) << text;
  }
}

TEST(AnswerTurns, say_no_to_an_emergency_where_there_is_no_problem) {
  const Context context{.asked = Question::EmergencyConfirm};
  EXPECT_NE(understand("not a problem", context).emergency.level, EmergencyLevel::Emergency);
  EXPECT_NE(understand("no rush", context).intent.label, Intent::Affirm);
}

}  // namespace
}  // namespace callwright::language
