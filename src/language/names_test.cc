#include "language/names.h"

#include <gtest/gtest.h>

namespace callwright::language {
namespace {

std::string name(std::string_view said, Question asked = Question::None) {
  const auto found = read_name(Words(said), {.reference_time = from_ms(0), .asked = asked});
  return found ? found->value.full : "-";
}

struct Case {
  std::string_view said;
  std::string_view expected;
};

TEST(Names, follow_the_words_that_announce_them) {
  for (const auto& [said, expected] :
       {Case{"my name is john smith", "John Smith"},
        {"this is maria lopez calling about my sink", "Maria Lopez"},
        {"hi I'm Bob", "Bob"},
        {"it's Dr. Sarah O'Neil", "Dr. Sarah O'Neil"},
        {"me llamo José García Márquez", "José García Márquez"},
        {"habla la señora Ramírez", "Sra. Ramírez"},
        {"my name's ana maria de la cruz", "Ana Maria de la Cruz"},
        {"first name John last name McDonald", "John McDonald"},
        {"last name smith first name john", "John Smith"},
        {"the account is under martinez", "Martinez"},
        {"my last name is o'connor o apostrophe c o n n o r", "O'Connor"},
        {"my name is juan carlos de la torre", "Juan Carlos de la Torre"},
        {"soy la señora maría fernández", "Sra. María Fernández"},
        {"de parte de luis", "Luis"},
        {"hi tom here", "Tom"},
        {"good morning henry here, I've got a leak", "Henry"},
        {"you're speaking with linda", "Linda"},
        {"my name is priya raghunathan, that's r a g h u n a t h a n", "Priya Raghunathan"},
        {"my name is john smith and my sink is leaking", "John Smith"},
        {"my name is William, no wait, Wilhelm Braun", "Wilhelm Braun"}}) {
    EXPECT_EQ(name(said), expected) << said;
  }
}

TEST(Names, may_be_the_whole_answer) {
  for (const auto& [said, expected] :
       {Case{"john smith", "John Smith"},
        {"yeah it's lee", "Lee"},
        {"that would be anderson", "Anderson"},
        {"n as in nancy g u y e n", "Nguyen"},
        {"double u e b b", "Webb"},
        {"it's spelled g a r c i a", "Garcia"},
        {"Jo, J O, Example, E X A M P L E", "Jo Example"},
        {"Ana, A N A, Example", "Ana Example"},
        {"O'Brien, Patrick O'Brien", "Patrick O'Brien"},
        {"maria jose garcia lopez", "Maria Jose Garcia Lopez"},
        {"mcdonald m c d o n a l d", "McDonald"},
        {"doctor martin luther king junior", "Dr. Martin Luther King Jr."},
        {"Smith, John", "John Smith"},
        {"O'Brien, first name Pat", "Pat O'Brien"},
        {"van der berg", "Van der Berg"},
        {"jean-luc picard", "Jean-Luc Picard"},
        {"smith hyphen jones", "Smith-Jones"},
        {"douglas wall", "Douglas Wall"},
        {"uh Morgan, Morgan Example", "Morgan Example"},
        {"it's K A S I A, last name Example", "Kasia Example"},
        {"the name's Example, Morgan Example", "Morgan Example"},
        {"it's under my wife's name, Dana Example", "Dana Example"},
        {"you can put it under Smith", "Smith"},
        {"just put Smith", "Smith"},
        {"JOHN MCDONALD", "John McDonald"}}) {
    EXPECT_EQ(name(said, Question::Name), expected) << said;
  }
  EXPECT_EQ(name("john smith"), "-");
  EXPECT_EQ(name("the shutoff is under Smith Street"), "-");
  EXPECT_EQ(name("put it under the sink", Question::Name), "-");
}

TEST(Names, are_spelled) {
  EXPECT_EQ(name("my name is jon smith, s m y t h", Question::Name), "Jon Smyth");
  EXPECT_EQ(name("m as in mary a r y space s m i t h", Question::Name), "Mary Smith");
  EXPECT_EQ(name("my name is Catherine with a K k a t h e r i n e Hughes"), "Katherine Hughes");
  const auto found = read_name(Words("it's Nguyen, N G U Y E N"), {.reference_time = from_ms(0)});
  ASSERT_TRUE(found);
  EXPECT_TRUE(found->value.spelled);
}

TEST(Names, are_not_made_of_other_words) {
  for (const std::string_view said : {"I'm not sure",
                                      "I'm having trouble with my furnace",
                                      "this is an emergency",
                                      "this is ridiculous",
                                      "my husband's name is Bob",
                                      "why do you need my name",
                                      "I'd rather not say",
                                      "my name is on the account",
                                      "who is this",
                                      "nobody",
                                      "call me back",
                                      "the kitchen sink",
                                      "tomorrow at five",
                                      "speak to a person",
                                      "yes",
                                      "speaking",
                                      "yes this is she",
                                      "i already told you my name",
                                      "none of your business",
                                      "is this the plumber",
                                      "thirty two",
                                      "my name is not important",
                                      ""}) {
    EXPECT_EQ(name(said, Question::Name), "-") << said;
    EXPECT_EQ(name(said), "-") << said;
  }
}

}  // namespace
}  // namespace callwright::language
