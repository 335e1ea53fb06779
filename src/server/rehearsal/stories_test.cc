#include <gtest/gtest.h>

#include "server/built_in_stories.h"
#include "server/commands/ready_tenant.h"
#include "server/rehearsal/story_runner.h"

namespace callwright::server {
namespace {

class Stories : public testing::TestWithParam<BuiltInStory> {};

TEST_P(Stories, end_as_they_expect) {
  const auto story = parse_story(GetParam().text, std::string(GetParam().name));
  ASSERT_TRUE(story) << story.error().message;
  const auto result = run_story(*story, ready_tenant());
  ASSERT_TRUE(result) << result.error().message;
  EXPECT_GT(result->checks, 0);
  for (const StoryFailure& entry : result->failures) {
    ADD_FAILURE() << GetParam().name << ".call:" << entry.line << ": " << entry.expected
                  << "\n  found " << entry.found;
  }
}

INSTANTIATE_TEST_SUITE_P(Calls, Stories, testing::ValuesIn(built_in_stories()),
                         [](const auto& info) { return std::string(info.param.name); });

TEST(StoryLanguage, an_unknown_verb_is_named_with_its_line) {
  const auto story = parse_story("caller +15550100140 dials\nshouts \"hello\"\n", "x");
  ASSERT_FALSE(story);
  EXPECT_EQ(story.error().message, "line 2: unknown verb \"shouts\"");
}

TEST(StoryLanguage, an_expectation_that_does_not_hold_fails_the_story) {
  const auto story = parse_story(
      "at Mon 10:00\ncaller +15550100140 dials\nhears prompt goodbye\nexpect outcome booked\n",
      "x");
  ASSERT_TRUE(story);
  const auto result = run_story(*story, ready_tenant());
  ASSERT_TRUE(result) << result.error().message;
  EXPECT_EQ(result->failures.size(), 2u);
}

}  // namespace
}  // namespace callwright::server
