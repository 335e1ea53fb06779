#include "language/words.h"

#include <gtest/gtest.h>

namespace callwright::language {
namespace {

std::string heard(std::string_view text) {
  const Words words(text);
  return words.folded({0, words.size()});
}

TEST(Words, are_runs_of_letters_or_digits) {
  EXPECT_EQ(heard("At 10:30am, don't call!"), "at 10 30 am don't call");
  EXPECT_EQ(heard("Apt #3B"), "apt 3 b");
  EXPECT_EQ(heard(""), "");
  EXPECT_EQ(heard("..., --"), "");
}

TEST(Words, are_folded_across_scripts_of_writing) {
  EXPECT_EQ(heard("Mañana a las TRES, ¿sí?"), "manana a las tres si");
  EXPECT_EQ(heard("man\u0303ana"), "manana");
  EXPECT_EQ(heard("\uFF15\uFF15\uFF15"), "555");
  EXPECT_EQ(heard("O\u2019Clock"), "o'clock");
  EXPECT_EQ(heard("Straße"), "strasse");
}

TEST(Words, remember_what_stands_between_them) {
  const Words words("Call 555-0100, $40 at 5. Thanks");
  EXPECT_EQ(words[1].mark, ' ');
  EXPECT_EQ(words[2].mark, '-');
  EXPECT_FALSE(words[2].spaced);
  EXPECT_EQ(words[3].mark, '$');
  EXPECT_TRUE(words[6].opens_sentence());
}

TEST(Words, point_back_into_the_original) {
  const Words words("um, my name is Ana-María");
  EXPECT_EQ(words.original({3, 5}), "Ana-María");
  EXPECT_EQ(words.original({0, 0}), "");
}

TEST(Words, leave_out_what_carries_no_meaning) {
  EXPECT_EQ(heard("um twelve uh oh four"), "twelve oh four");
  EXPECT_EQ(heard("at like 5"), "at 5");
  EXPECT_EQ(heard("I'd like 5"), "i'd like 5");
  EXPECT_EQ(heard("it smells like gas"), "it smells like gas");
  EXPECT_EQ(heard("este, el lunes"), "el lunes");
  EXPECT_EQ(heard("este lunes"), "este lunes");
  EXPECT_EQ(heard("Tue- Tuesday"), "tuesday");
  EXPECT_EQ(heard("the the sink"), "the sink");
  EXPECT_EQ(heard("no no five five"), "no no five five");
  EXPECT_EQ(heard("my [noise] sink <unk> leaks (inaudible)"), "my sink leaks");
}

TEST(Words, survive_broken_text) {
  EXPECT_EQ(heard("sink\xff\xfeleaks"), "sink leaks");
  EXPECT_EQ(heard(std::string("a\0b", 3)), "a b");
}

TEST(Words, may_be_asked_about_beyond_the_last) {
  const Words words("as soon as possible");
  EXPECT_EQ(words.phrase_at(0, "as soon as possible"), 4U);
  EXPECT_EQ(words.phrase_at(2, "as possible please"), 0U);
  EXPECT_FALSE(words.is(9, "as"));
  EXPECT_FALSE(words.is_any(9, {"", "as"}));
}

TEST(Words, once_taken_match_nothing) {
  Words words("call 5550100 now");
  words.take({{1, 2}});
  EXPECT_FALSE(words.is(1, "5550100"));
  EXPECT_FALSE(words[1].is_digits());
  EXPECT_TRUE(words.is(2, "now"));
}

}  // namespace
}  // namespace callwright::language
