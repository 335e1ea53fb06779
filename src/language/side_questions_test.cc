#include "language/side_questions.h"

#include <gtest/gtest.h>

namespace callwright::language {
namespace {

IntentReading answer(std::string_view said, Question asked = Question::Confirm) {
  return understand(said, {.asked = asked}).intent;
}

TEST(SideQuestions, about_the_price_are_neither_yes_nor_no) {
  for (const char* text :
       {"wait how much is that going to be", "do I get charged", "ok and how much per hour",
        "well what would the total be", "hold on, is there a fee for this", "but how much exactly",
        "y cuánto me va a costar", "espere, ¿cuánto va a ser?", "me van a cobrar algo",
        "bueno, ¿tiene algún costo?"}) {
    for (const Question asked : {Question::Confirm, Question::AnythingElse}) {
      EXPECT_EQ(answer(text, asked).label, Intent::Faq) << text;
      EXPECT_EQ(answer(text, asked).faq_topic, FaqTopic::Price) << text;
    }
  }
}

TEST(SideQuestions, about_who_comes_and_when_are_neither_yes_nor_no) {
  for (const char* text :
       {"will it be technician B?", "okay and who is coming", "is it the same plumber",
        "ok when does he get here", "so how long will it take", "¿va a venir el mismo técnico?",
        "bueno y quién viene", "ok ¿a qué hora llegan?"}) {
    EXPECT_EQ(answer(text).label, Intent::Faq) << text;
    EXPECT_EQ(answer(text).faq_topic, FaqTopic::Eta) << text;
  }
}

TEST(SideQuestions, about_what_follows_are_neither_yes_nor_no) {
  for (const char* text :
       {"okay so what happens next", "ok what do I do now", "okay will they call first",
        "do I need to be home", "does that include parts", "bueno y qué sigue",
        "ok, ¿tengo que estar en casa?"}) {
    EXPECT_EQ(answer(text).label, Intent::Faq) << text;
  }
  for (const char* text : {"are you sure", "wait, are you really sure?", "¿está segura?"}) {
    EXPECT_EQ(answer(text).label, Intent::None) << text;
  }
}

TEST(SideQuestions, leave_a_yes_a_no_and_another_time_what_they_are) {
  for (const char* text : {"ok book it", "okay that works", "why not", "yes, is that okay",
                           "ok sounds good", "bueno, está bien"}) {
    EXPECT_EQ(answer(text).label, Intent::Affirm) << text;
  }
  for (const char* text : {"wait no", "ok no", "what about eleven", "can we do Thursday",
                           "do you have anything later"}) {
    EXPECT_EQ(answer(text).label, Intent::Deny) << text;
  }
  EXPECT_EQ(answer("ok can you say that again").label, Intent::Repeat);
}

}  // namespace
}  // namespace callwright::language
