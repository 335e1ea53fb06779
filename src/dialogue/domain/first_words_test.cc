#include "dialogue/domain/first_words.h"

#include <gtest/gtest.h>

#include "dialogue/domain/plain_answers.h"

namespace callwright::dialogue {
namespace {

TEST(FirstWords, only_greet_where_nothing_else_is_said) {
  for (const auto* text : {"hello dear", "hi there, can you hear me", "good morning how are you",
                           "hola buenas tardes", "hello? is anybody there"}) {
    EXPECT_TRUE(only_greets(text)) << text;
  }
  for (const auto* text : {"hello my sink is clogged", "yes", "are you there tomorrow", "",
                           "hi can somebody come today for the toilet"}) {
    EXPECT_FALSE(only_greets(text)) << text;
  }
}

TEST(FirstWords, sound_like_a_sales_call) {
  for (const auto* text :
       {"we've been trying to reach you about your vehicle's extended warranty",
        "your google business listing needs to be verified",
        "you have been pre approved, you've been selected for a business loan",
        "this call may be recorded, press one now to lower your interest rate"}) {
    EXPECT_TRUE(sounds_like_sales_call(text)) << text;
  }
  for (const auto* text :
       {"is my water heater under warranty", "do you take home warranty insurance",
        "I have been trying to reach you about my sink", "can you help me with my drain",
        "I found you on google and my toilet is clogged", "you called me about your invoice",
        "please do not hang up on me again"}) {
    EXPECT_FALSE(sounds_like_sales_call(text)) << text;
  }
}

TEST(FirstWords, want_a_call_back) {
  for (const auto* text : {"can somebody call me back", "have the owner give me a call",
                           "could you please call us at this number", "me pueden llamar",
                           "can a technician call me tomorrow", "return my call please"}) {
    EXPECT_TRUE(wants_callback(text)) << text;
  }
  for (const auto* text : {"call me Morgan", "have him call me before he comes",
                           "I'd like to leave a message for you to call me back",
                           "can you call me when you're on the way", "what do you call it"}) {
    EXPECT_FALSE(wants_callback(text)) << text;
  }
}

TEST(FirstWords, may_ask_for_the_other_language) {
  using language::Language;
  for (const auto* text : {"¿habla español?", "do you speak Spanish", "Spanish please",
                           "no hablo inglés", "sorry I don't speak English", "en español por favor",
                           "¿hay alguien que hable español?", "español"}) {
    EXPECT_EQ(asks_for_language(text), Language::Spanish) << text;
  }
  for (const auto* text : {"English please", "do you speak English", "I don't speak Spanish",
                           "en inglés por favor", "in English"}) {
    EXPECT_EQ(asks_for_language(text), Language::English) << text;
  }
  for (const auto* text : {"12 Spanish Oak Lane", "my English ivy clogs the drain", "no"}) {
    EXPECT_FALSE(asks_for_language(text)) << text;
  }
}

TEST(FirstWords, after_an_alert_say_that_it_goes_on) {
  for (const auto* text : {"it hasn't stopped", "it's still leaking", "it is getting worse",
                           "the water keeps coming", "todavía sale agua", "no para"}) {
    EXPECT_TRUE(says_hazard_goes_on(text)) << text;
    EXPECT_FALSE(says_hazard_is_over(text)) << text;
  }
  EXPECT_FALSE(says_hazard_goes_on("it has stopped now"));
  EXPECT_FALSE(says_hazard_goes_on("no thank you that is all"));
}

}  // namespace
}  // namespace callwright::dialogue
