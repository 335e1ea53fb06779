#include "dialogue/domain/prompts.h"

#include <gtest/gtest.h>

#include <vector>

#include "base/text.h"

namespace callwright::dialogue {
namespace {

using language::Language;

std::vector<Prompt> all_prompts() {
  std::vector<Prompt> prompts;
  for (int i = 0; i < prompt_count; ++i) prompts.push_back(static_cast<Prompt>(i));
  return prompts;
}

TEST(Prompts, every_one_can_be_said_in_both_languages) {
  for (const Prompt prompt : all_prompts()) {
    EXPECT_EQ(prompt_text(prompt, Language::English).empty(),
              prompt_text(prompt, Language::Spanish).empty())
        << to_string(prompt);
  }
}

TEST(Prompts, only_receipts_claim_that_something_was_done) {
  for (const Prompt prompt : all_prompts()) {
    if (is_receipt(prompt)) continue;
    const std::string text = lowered(prompt_text(prompt, Language::English));
    for (const std::string_view claim : {"is booked", "are booked", "has been booked", "been moved",
                                         "been cancelled", "is cancelled", "is confirmed"}) {
      EXPECT_EQ(text.find(claim), std::string::npos) << to_string(prompt);
    }
  }
}

TEST(Prompts, none_asks_for_a_word_that_carriers_act_on) {
  for (const Prompt prompt : all_prompts()) {
    const std::string text = lowered(prompt_text(prompt, Language::English));
    for (const std::string_view trap : {"reply cancel", "reply end", "reply yes", "reply quit"}) {
      EXPECT_EQ(text.find(trap), std::string::npos) << to_string(prompt);
    }
  }
}

TEST(Prompts, who_types_is_asked_for_no_keys_and_no_slow_speech) {
  const std::vector<Prompt> asked = {
      Prompt::ConfirmEmergency, Prompt::AskName,           Prompt::AskNameSlowly,
      Prompt::AskNameSpelled,   Prompt::AskPhone,          Prompt::AskPhoneDigits,
      Prompt::AskPhoneKeys,     Prompt::AskAddress,        Prompt::AskAddressDigits,
      Prompt::AskAddressKeys,   Prompt::AskAddressSpelled, Prompt::KeypadMenu,
      Prompt::KeypadOnly,       Prompt::TroubleHearing};
  for (const Prompt prompt : asked) {
    const std::string text = lowered(written_prompt_text(prompt, Language::English));
    for (const std::string_view spoken : {"press", "pound", "say ", "slowly", "letter by letter",
                                          "key in", "hear", "one digit at a time"}) {
      EXPECT_EQ(text.find(spoken), std::string::npos) << to_string(prompt) << ": " << text;
    }
    EXPECT_NE(written_prompt_text(prompt, Language::Spanish), "") << to_string(prompt);
  }
}

TEST(Prompts, who_types_reads_the_spoken_words_where_there_are_no_others) {
  EXPECT_EQ(written_prompt_text(Prompt::AnythingElse, Language::English),
            prompt_text(Prompt::AnythingElse, Language::English));
}

TEST(Prompts, fields_are_filled_in_where_they_stand) {
  const auto field = [](std::string_view name) { return "<" + std::string(name) + ">"; };
  EXPECT_EQ(fill("a {b} c {d}", field), "a <b> c <d>");
  EXPECT_EQ(fill("nothing", field), "nothing");
}

TEST(Prompts, the_safety_words_fit_the_hazard) {
  EXPECT_EQ(safety_for("gas.smell"), Prompt::SafetyGas);
  EXPECT_EQ(safety_for("water.burst"), Prompt::SafetyWater);
  EXPECT_EQ(safety_for("caller_confirmed"), Prompt::SafetyGeneral);
}

}  // namespace
}  // namespace callwright::dialogue
