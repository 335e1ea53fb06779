#include "dialogue/domain/plain_answers.h"

#include <gtest/gtest.h>

namespace callwright::dialogue {
namespace {

TEST(PlainAnswers, a_town_is_one_that_is_served_or_a_name_alone) {
  const tenants::ServiceArea area{.zips = {"66101"}, .cities = {"Springfield", "Cedar Falls"}};
  struct Case {
    std::string_view said;
    std::string_view town;  // Empty: none was said.
  };
  for (const Case& row :
       {Case{"Springfield", "Springfield"},
        Case{"oh it's over in springfield off the highway", "Springfield"},
        Case{"that's in Cedar Falls", "Cedar Falls"}, Case{"riverton", "Riverton"},
        Case{"the town of Green Hill", "Green Hill"}, Case{"en Riverton", "Riverton"},
        Case{"I don't know", ""}, Case{"what do you mean", ""}, Case{"no", ""},
        Case{"can I speak to a person", ""},
        Case{"the same one as last time I told you already", ""}}) {
    EXPECT_EQ(town_in(row.said, area).value_or(""), row.town) << row.said;
  }
}

TEST(PlainAnswers, a_time_is_left_open_where_none_is_preferred) {
  for (const std::string_view said :
       {"I don't know, whenever", "any time", "any day is fine", "doesn't matter", "you tell me",
        "what do you have", "when can you come", "I'm flexible", "cuando sea", "cualquier dia",
        "no sé", "me da igual", "I don't know"}) {
    EXPECT_TRUE(leaves_time_open(said)) << said;
  }
  for (const std::string_view said : {"no", "yes", "can I talk to somebody", "the kitchen sink"}) {
    EXPECT_FALSE(leaves_time_open(said)) << said;
  }
}

TEST(PlainAnswers, other_times_are_asked_for_beside_those_that_were_offered) {
  struct Case {
    std::string_view said;
    std::optional<OtherTime> asked;
  };
  for (const Case& row :
       {Case{"do you have anything sooner", OtherTime::Sooner}, Case{"sooner", OtherTime::Sooner},
        Case{"is there nothing earlier", OtherTime::Sooner},
        Case{"can you come earlier", OtherTime::Sooner},
        Case{"that's too late for me", OtherTime::Sooner},
        Case{"¿no tiene algo más temprano?", OtherTime::Sooner},
        Case{"anything later", OtherTime::Later}, Case{"those are too early", OtherTime::Later},
        Case{"algo más tarde por favor", OtherTime::Later},
        Case{"as late as possible", OtherTime::Latest},
        Case{"the latest you have", OtherTime::Latest},
        Case{"lo más tarde posible", OtherTime::Latest},
        Case{"tomorrow same time", OtherTime::SameHour},
        Case{"el viernes a la misma hora", OtherTime::SameHour},
        Case{"the first one", std::nullopt}, Case{"yes", std::nullopt},
        Case{"the sooner the better", std::nullopt}, Case{"the earliest", std::nullopt},
        Case{"whichever", std::nullopt}}) {
    EXPECT_EQ(asks_for_other_time(row.said), row.asked) << row.said;
  }
}

TEST(PlainAnswers, an_emergency_is_denied_where_nothing_speaks_for_one) {
  for (const std::string_view said :
       {"well no, it's just that we have guests tonight", "oh no nothing like that", "no",
        "not really, just a slow drain", "it can wait till tomorrow", "no rush",
        "nah just annoying", "no, nada urgente", "pues puede esperar"}) {
    EXPECT_TRUE(denies_emergency(said)) << said;
  }
  for (const std::string_view said :
       {"no I mean yes it is", "no I can't stop it", "no it's getting worse", "it can't wait",
        "no but there's water everywhere", "yes", "I don't know", "no help me", "sí"}) {
    EXPECT_FALSE(denies_emergency(said)) << said;
  }
}

TEST(PlainAnswers, who_asks_whether_this_is_a_machine) {
  for (const std::string_view said :
       {"wait, are you a robot?", "is this a recording", "am I talking to a machine",
        "are you a real person", "¿es usted una máquina?", "estoy hablando con un robot"}) {
    EXPECT_TRUE(asks_if_automated(said)) << said;
  }
  for (const std::string_view said : {"my washing machine leaks", "the computer room is hot", "yes",
                                      "12 Oak Street", "the person before me", "no"}) {
    EXPECT_FALSE(asks_if_automated(said)) << said;
  }
}

TEST(PlainAnswers, what_was_booked_is_taken_back) {
  for (const std::string_view said :
       {"hmm you know what, cancel that", "I changed my mind", "I don't want it anymore",
        "cancélala por favor", "ya no la necesito"}) {
    EXPECT_TRUE(takes_back(said)) << said;
  }
  for (const std::string_view said : {"please don't cancel that", "no thanks", "never mind",
                                      "no la cancele", "I want it at ten"}) {
    EXPECT_FALSE(takes_back(said)) << said;
  }
}

TEST(PlainAnswers, what_was_begun_is_dropped) {
  for (const std::string_view said :
       {"never mind", "actually forget it", "I don't need it anymore", "I changed my mind",
        "I'll call back later", "no longer needed", "olvídelo", "ya no quiero la visita"}) {
    EXPECT_TRUE(drops_task(said)) << said;
  }
  for (const std::string_view said :
       {"no", "don't forget the gate code", "I don't need it until Friday", "can you call me back",
        "I don't know", "that's wrong", "my mind is set on Tuesday"}) {
    EXPECT_FALSE(drops_task(said)) << said;
  }
}

TEST(PlainAnswers, a_hazard_is_over_unless_the_end_is_denied) {
  for (const std::string_view said :
       {"it stopped", "the water has stopped now", "the smell is gone", "the fire is out",
        "it was a false alarm", "I turned the water off", "it's not leaking anymore", "ya paró",
        "ya no sale agua"}) {
    EXPECT_TRUE(says_hazard_is_over(said)) << said;
  }
  for (const std::string_view said :
       {"it hasn't stopped", "it won't stop", "it's still going", "how do I turn it off", "no",
        "that's all", "it stopped but it's back", "no thanks that's fine"}) {
    EXPECT_FALSE(says_hazard_is_over(said)) << said;
  }
}

TEST(PlainAnswers, a_wrong_number_is_heard) {
  for (const std::string_view said :
       {"oh sorry wrong number", "wrong number, my mistake", "I misdialed", "número equivocado"}) {
    EXPECT_TRUE(says_wrong_number(said)) << said;
  }
  EXPECT_FALSE(says_wrong_number("I'm not sure I have the right number"));
}

TEST(PlainAnswers, a_visit_is_wanted_beside_a_question) {
  for (const std::string_view said :
       {"do you do water heaters? I need one", "do you fix toilets, mine is leaking",
        "are you open Saturday, I need someone to look at my sink",
        "¿trabajan los sábados? necesito que alguien venga"}) {
    EXPECT_TRUE(wants_visit_too(said)) << said;
  }
  for (const std::string_view said : {"do you do water heaters", "do I need an appointment",
                                      "I want to know if you do gas", "how much do you charge"}) {
    EXPECT_FALSE(wants_visit_too(said)) << said;
  }
}

}  // namespace
}  // namespace callwright::dialogue
