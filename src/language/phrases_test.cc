#include "language/phrases.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace callwright::language {
namespace {

constexpr WordClass classes[] = {{"fruit", "apple|pear*"}};

// What the phrase covers of the text, or nothing.
std::string found(std::string_view phrase, std::string_view text) {
  const std::array<std::string_view, 1> phrases = {phrase};
  const PhraseSet set(phrases, classes);
  const Words words{text};
  const std::vector<PhraseMatch> matches = set.find(words);
  return matches.empty() ? "" : words.folded(matches.front().words);
}

TEST(Phrases, are_words_in_order) {
  EXPECT_EQ(found("gas leak", "a gas leak here"), "gas leak");
  EXPECT_EQ(found("gas leak", "leak gas"), "");
  EXPECT_EQ(found("gas leak", "gas. Leak"), "");
}

TEST(Phrases, offer_alternatives_beginnings_and_classes) {
  EXPECT_EQ(found("gas|propane leak*", "the propane leaking"), "propane leaking");
  EXPECT_EQ(found("<fruit> juice", "pears juice"), "pears juice");
  EXPECT_EQ(found("<fruit> juice", "apples juice"), "");
  EXPECT_EQ(found("# degrees", "it is 40 degrees"), "40 degrees");
}

TEST(Phrases, may_leave_words_out) {
  EXPECT_EQ(found("the? big? leak", "leak"), "leak");
  EXPECT_EQ(found("the? big? leak", "the leak"), "the leak");
  EXPECT_EQ(found("not an? emergency", "not emergency"), "not emergency");
}

TEST(Phrases, may_have_gaps_within_one_thought) {
  EXPECT_EQ(found("smell .. gas", "smell a little gas"), "smell a little gas");
  EXPECT_EQ(found("smell .. gas", "smell one two three gas"), "");
  EXPECT_EQ(found("smell ... gas", "smell one two three four gas"), "smell one two three four gas");
  EXPECT_EQ(found("smell ... gas", "no smell but the gas is off"), "");
  EXPECT_EQ(found("smell ... gas", "I smell it. The gas"), "");
}

TEST(Phrases, may_be_tied_to_the_ends_of_a_thought) {
  EXPECT_EQ(found("^ emergency $", "emergency"), "emergency");
  EXPECT_EQ(found("^ emergency $", "hello, emergency, please"), "emergency");
  EXPECT_EQ(found("^ emergency $", "my emergency contact"), "");
  EXPECT_EQ(found("that's all thanks|$", "that's all"), "that's all");
  EXPECT_EQ(found("that's all thanks|$", "that's all wrong"), "");
}

TEST(Phrases, hear_a_word_with_its_verb) {
  EXPECT_EQ(found("water rising", "the water's rising"), "water's rising");
}

}  // namespace
}  // namespace callwright::language
