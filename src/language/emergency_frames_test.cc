#include <gtest/gtest.h>

#include <array>
#include <string>

#include "base/text.h"
#include "language/emergencies.h"

// What is said around a hazard decides, whichever hazard it is: each hazard is put into each frame.
namespace callwright::language {
namespace {

constexpr std::array<std::string_view, 17> hazards = {
    "a gas leak",
    "a fire",
    "a burst pipe",
    "a flooded basement",
    "carbon monoxide in the house",
    "sparks from an outlet",
    "a sewage backup",
    "smoke",
    "an electrical fire",
    "a burning smell",
    "a gas smell",
    "an explosion",
    "a broken water main",
    "an electric shock",
    "flooding",
    "water pouring through the ceiling",
    "flames",
};

constexpr std::array<std::string_view, 18> denied = {
    "we can't find %",
    "there is no %",
    "we don't have %",
    "I haven't seen any %",
    "it's not %",
    "nobody said anything about %",
    "this isn't because of %",
    "there was never any %",
    "it isn't like there's %",
    "it has nothing to do with %",
    "I'm not calling about %",
    "luckily no %",
    "there hasn't been %",
    "I can't see %",
    "it's not as if we had %",
    "no sign of %",
    "I never said %",
    "neither % nor anything like that",
};

constexpr std::array<std::string_view, 26> long_past = {
    "thank you for helping us when we had %",
    "my neighbor had % so I want ours checked",
    "the claim is settled, I'm calling about the invoice for % you fixed",
    "we had % last year",
    "there was % here a while ago",
    "there was % before we moved in",
    "my mother once had %",
    "I remember when we had %",
    "in 2015 we had %",
    "when I was a kid we had %",
    "the last tenant had %",
    "the house had % before I bought it",
    "ever since % in March I've been nervous",
    "our insurance paid for % two years ago",
    "the report mentions % in 2019",
    "a long time ago there was %",
    "we had % once",
    "years ago I dealt with %",
    "they repaired % months ago",
    "there used to be %",
    "we had % in the past",
    "we went through % back in college",
    "two winters ago we had %",
    "that was % and it's been fixed",
    "we already dealt with %",
    "the previous owner told me about %",
};

constexpr std::array<std::string_view, 36> asked_about = {
    "what would happen if we had %",
    "do you fix %",
    "how much to fix %",
    "what are the signs of %",
    "how do I know whether I have %",
    "can old wiring cause %",
    "what happens if there's %",
    "do you have a plan that covers %",
    "would insurance cover %",
    "who is responsible for %",
    "are you the people to call about %",
    "how fast do you come for %",
    "what would it cost to repair %",
    "does your warranty cover %",
    "I'm writing an article about %",
    "I want to make sure I never have %",
    "I want to avoid %",
    "I'm worried about % someday",
    "we're afraid of % in the winter",
    "in the event of % who do I call",
    "what's the risk of %",
    "how common is %",
    "could that lead to %",
    "I'd hate to have %",
    "just asking, what counts as %",
    "if we ever had % could you come",
    "I read about % in the news",
    "I saw % on TV",
    "a friend told me about % at her work last month",
    "what number do I call for %",
    "suppose there was %",
    "hypothetically if there were %",
    "are you able to deal with %",
    "have you ever seen %",
    "do your guys know what to do with %",
    "how would you handle %",
};

constexpr std::array<std::string_view, 58> happening = {
    "we can't tell where % is coming from",
    "thanks for coming yesterday but there's % again",
    "there's % next door so I want you here",
    "there's %",
    "we have %",
    "I think we have %",
    "there's % right now",
    "please come there's %",
    "my neighbor has % and it's coming into my house",
    "we've got % again",
    "I just found %",
    "help %",
    "I'm calling because of %",
    "I'm calling because there's %",
    "I'm calling about %",
    "I need someone for %",
    "it looks like %",
    "% started an hour ago",
    "since this morning there's %",
    "hi yes um we've got % over here",
    "oh my god %",
    "can you come quick there's %",
    "my tenant says there's %",
    "I don't know what to do there's %",
    "we had someone fix it last year but now there's %",
    "no one is helping me there's %",
    "I came home to %",
    "what do I do there's %",
    "is anybody there I have %",
    "do you do emergencies because we have %",
    "so I was cooking and now there's %",
    "I never had this before but there's %",
    "I can't stop it there's %",
    "it wasn't a problem yesterday but now we have %",
    "could it be %",
    "there's % and I have kids",
    "they said there's %",
    "I was wondering if you can come now there's %",
    "I remember you guys helped before and now there's %",
    "we had one last year and now we have %",
    "the last owner never fixed it and now there's %",
    "in March you fixed it but there's % again",
    "my insurance won't cover it but there's %",
    "who do I call there's %",
    "what's the number there's %",
    "are you able to come now there's %",
    "I'd hate to bother you but there's %",
    "could that be dangerous there's %",
    "it isn't like last time there's %",
    "nobody said to call but there's %",
    "the plumber left and there's %",
    "after the storm there's %",
    "it was fixed and now there's %",
    "I have a question there's %",
    "I'm the last tenant here and there's %",
    "my dad remembers nothing and there's %",
    "is this the right number to call there's %",
    "we've had % since this morning",
};

template <class Check>
void for_each_sentence(std::span<const std::string_view> frames, Check check) {
  for (const std::string_view frame : frames) {
    for (const std::string_view hazard : hazards) {
      const std::string said = replaced(frame, "%", hazard);
      const Words words{said};
      check(read_emergency(words, {}).level, said);
    }
  }
}

void is_no_emergency(EmergencyLevel level, const std::string& said) {
  EXPECT_NE(level, EmergencyLevel::Emergency) << said;
}

TEST(EmergencyFrames, hazards_denied_are_no_emergency) {
  for_each_sentence(denied, is_no_emergency);
}

TEST(EmergencyFrames, hazards_long_past_are_no_emergency) {
  for_each_sentence(long_past, is_no_emergency);
}

TEST(EmergencyFrames, hazards_asked_about_are_no_emergency) {
  for_each_sentence(asked_about, is_no_emergency);
}

TEST(EmergencyFrames, hazards_that_are_happening_are_never_routine) {
  for_each_sentence(happening, [](EmergencyLevel level, const std::string& said) {
    EXPECT_NE(level, EmergencyLevel::NotEmergency) << said;
  });
}

}  // namespace
}  // namespace callwright::language
