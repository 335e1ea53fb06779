#include "dialogue/domain/holding_on.h"

#include <gtest/gtest.h>

namespace callwright::dialogue {
namespace {

bool waits(std::string_view text) {
  return asks_to_wait(language::understand(text, {.asked = language::Question::Name}), text);
}

TEST(HoldingOn, is_no_answer_and_no_refusal) {
  for (const auto* text :
       {"hold on a second", "hang on", "let me check my calendar", "just a minute please",
        "give me a sec", "one moment", "ok hold on", "un momentito por favor", "déjeme ver"}) {
    EXPECT_TRUE(waits(text)) << text;
  }
}

TEST(HoldingOn, is_not_what_ends_in_an_answer) {
  for (const auto* text : {"let me see, yes that works", "no", "hang on, how much is it",
                           "hold on can I talk to a person", "let me ask you something",
                           "ok hold on, can I move it instead", "hang on my sink is clogged"}) {
    EXPECT_FALSE(waits(text)) << text;
  }
}

TEST(HoldingOn, is_no_name) {
  EXPECT_TRUE(only_asks_to_wait("espéreme tantito"));
  EXPECT_FALSE(only_asks_to_wait("hold on, Dana Example"));
}

}  // namespace
}  // namespace callwright::dialogue
