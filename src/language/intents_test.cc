#include "language/intents.h"

#include <gtest/gtest.h>

#include "language/texting.h"
#include "support/language_sets.h"

namespace callwright::language {
namespace {

double share_right(std::string_view set) {
  const auto rows = tests::set_rows(set);
  EXPECT_FALSE(rows.empty());
  double right = 0;
  for (const tests::SetRow& row : rows) right += tests::intent_is_right(row) ? 1 : 0;
  return right / static_cast<double>(rows.size());
}

TEST(Intents, of_sentences_never_trained_on_are_read) {
  EXPECT_GE(share_right("intents.seen.tsv"), 0.95);
  EXPECT_GE(share_right("intents.held_out.tsv"), 0.90);
}

TEST(Intents, of_words_run_together_are_read) {
  const auto intent = [](std::string_view text) { return understand(text, {}).intent.label; };
  EXPECT_EQ(intent("yesplease"), Intent::Affirm);
  EXPECT_EQ(intent("nothanks"), Intent::Deny);
  EXPECT_EQ(intent("have a great daybye"), Intent::Goodbye);
}

TEST(Intents, that_are_typed_as_a_letter_or_a_thumb_are_answers) {
  for (const std::string_view text : {"y", "Y", "y.", "👍", "👍🏽", "👍👍", "✅"}) {
    const Understanding read = understand(text, {.asked = Question::Confirm});
    EXPECT_EQ(read.intent.label, Intent::Affirm) << text;
    EXPECT_EQ(read.language, Language::English) << text;
  }
  for (const std::string_view text : {"n", "N", "👎", "❌"}) {
    EXPECT_EQ(understand(text, {.asked = Question::Confirm}).intent.label, Intent::Deny) << text;
  }
  for (const std::string_view text : {"👍 but can we do Friday", "unit Y", "🤷"}) {
    EXPECT_NE(understand(text, {.asked = Question::Confirm}).intent.label, Intent::Affirm) << text;
  }
}

TEST(Intents, of_words_shortened_as_people_type_are_read) {
  const auto intent = [](std::string_view text) { return understand(text, {}).intent.label; };
  EXPECT_EQ(intent("what r ur hrs"), Intent::Faq);
  EXPECT_EQ(intent("can some1 fix my sink"), Intent::Schedule);
  EXPECT_EQ(intent("resched my appt for thurs pls"), Intent::Reschedule);
  EXPECT_EQ(understand("sounds gd", {.asked = Question::Confirm}).intent.label, Intent::Affirm);
  EXPECT_EQ(written_in_full(Words("r u open b4 noon")), "are you open before noon");
  EXPECT_FALSE(written_in_full(Words("r u s s example")));
  EXPECT_FALSE(written_in_full(Words("number 4, the sink")));
}

TEST(Intents, between_yes_and_no_stay_unclear) {
  for (const std::string_view text : {"no yes I mean", "yes no wait", "yes no hold on"}) {
    const Intent read = understand(text, {.asked = Question::Confirm}).intent.label;
    EXPECT_NE(read, Intent::Affirm) << text;
  }
}

}  // namespace
}  // namespace callwright::language
