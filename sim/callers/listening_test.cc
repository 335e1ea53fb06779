#include "sim/callers/listening.h"

#include <gtest/gtest.h>

#include "dialogue/domain/prompts.h"

namespace callwright::sim {
namespace {

using dialogue::Prompt;

struct Case {
  Prompt prompt;
  Asked asked;
};

// People must understand every question, or they never get anywhere.
TEST(Listening, understands_every_question_in_both_languages) {
  const Case cases[] = {{Prompt::Greeting, Asked::HowToHelp},
                        {Prompt::AfterHoursGreeting, Asked::HowToHelp},
                        {Prompt::DegradedGreeting, Asked::Emergency},
                        {Prompt::TextGreeting, Asked::HowToHelp},
                        {Prompt::HowCanIHelp, Asked::HowToHelp},
                        {Prompt::AnythingElse, Asked::More},
                        {Prompt::ConfirmEmergency, Asked::Emergency},
                        {Prompt::AskEmergencyAddress, Asked::Address},
                        {Prompt::AskEmergencyPhone, Asked::Number},
                        {Prompt::AskProblem, Asked::Problem},
                        {Prompt::AskName, Asked::Name},
                        {Prompt::AskNameSlowly, Asked::Name},
                        {Prompt::AskNameSpelled, Asked::Name},
                        {Prompt::AskPhone, Asked::Number},
                        {Prompt::AskPhoneDigits, Asked::Number},
                        {Prompt::AskPhoneKeys, Asked::Number},
                        {Prompt::AskAddressDigits, Asked::Address},
                        {Prompt::AskAddressSpelled, Asked::Address},
                        {Prompt::AskAddressKeys, Asked::Address},
                        {Prompt::ReadBackName, Asked::Agree},
                        {Prompt::ReadBackAddress, Asked::Agree},
                        {Prompt::AskAddress, Asked::Address},
                        {Prompt::AskAddressOnFile, Asked::AddressOnFile},
                        {Prompt::AskPlace, Asked::Place},
                        {Prompt::AskZip, Asked::Place},
                        {Prompt::AskCity, Asked::Place},
                        {Prompt::AskTime, Asked::Time},
                        {Prompt::AskMoveTime, Asked::Time},
                        {Prompt::OfferSlots, Asked::WhichTime},
                        {Prompt::OfferOneSlot, Asked::WhichTime},
                        {Prompt::AskIdentity, Asked::Identity},
                        {Prompt::AskWhichVisit, Asked::WhichVisit},
                        {Prompt::AskWhatToChange, Asked::WhatToChange},
                        {Prompt::ReadBackBooking, Asked::Agree},
                        {Prompt::ReadBackMove, Asked::Agree},
                        {Prompt::ReadBackCancel, Asked::Agree},
                        {Prompt::KeypadMenu, Asked::Keys},
                        {Prompt::LeaveMessage, Asked::Message}};
  for (const Case& each : cases) {
    for (const auto language : {language::Language::English, language::Language::Spanish}) {
      const std::string_view text = dialogue::prompt_text(each.prompt, language);
      EXPECT_EQ(asked_in(text), each.asked) << text;
    }
  }
}

TEST(Listening, answers_the_last_question) {
  EXPECT_EQ(asked_in("What name should I put the visit under? Is that right?"), Asked::Agree);
  EXPECT_EQ(asked_in("Goodbye."), Asked::Nothing);
}

TEST(Listening, knows_a_choice) {
  EXPECT_TRUE(is_choice("I have tomorrow at 9 AM, 10 AM or 1 PM. Which one would you like?"));
  EXPECT_FALSE(is_choice("I have tomorrow at 9 AM. Which one would you like?"));
}

}  // namespace
}  // namespace callwright::sim
