#include "language/spelling.h"

#include <gtest/gtest.h>

namespace callwright::language {
namespace {

std::string spelled(std::string_view said) {
  const Words words(said);
  const auto read = read_spelling(words, 0);
  return read ? read->text : "-";
}

TEST(Spelling, is_read_letter_by_letter) {
  EXPECT_EQ(spelled("m-a-r-y"), "mary");
  EXPECT_EQ(spelled("s m i t h"), "smith");
  EXPECT_EQ(spelled("b as in boy o b"), "bob");
  EXPECT_EQ(spelled("ene de nancy o e"), "noe");
  EXPECT_EQ(spelled("h a double l"), "hall");
  EXPECT_EQ(spelled("m a r y space a n n"), "mary ann");
  EXPECT_EQ(spelled("bravo oscar bravo"), "bob");
  EXPECT_EQ(spelled("J UL i e"), "julie");
}

TEST(Spelling, is_not_made_of_words_that_only_sound_like_letters) {
  EXPECT_EQ(spelled("you are"), "-");
  EXPECT_EQ(spelled("see you"), "-");
  EXPECT_EQ(spelled("why"), "-");
  EXPECT_EQ(spelled("a sink"), "-");
  EXPECT_EQ(spelled("charlie"), "-");
}

}  // namespace
}  // namespace callwright::language
