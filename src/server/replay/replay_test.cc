#include <gtest/gtest.h>

#include "platform/log/log.h"
#include "server/built_in_stories.h"
#include "server/commands/ready_tenant.h"
#include "server/rehearsal/story_runner.h"
#include "server/replay/load_recording.h"
#include "server/replay/replayer.h"

namespace callwright::server {
namespace {

class ReplayedStories : public testing::TestWithParam<BuiltInStory> {
 protected:
  ReplayedStories() { log::configure({.level = log::Level::Error, .clock = nullptr, .sink = {}}); }
};

// Every conversation of the tenant, as the journal has kept it.
Result<std::vector<Recording>> recordings_of(Rehearsal& rehearsal, const TenantId& tenant) {
  Product& product = rehearsal.product();
  return product.world.database.read([&](db::Transaction& tx) -> Result<std::vector<Recording>> {
    TRY_ASSIGN(const auto conversations, product.conversations.recent(tx, tenant, 100));
    std::vector<Recording> recordings;
    for (const messaging::Conversation& each : conversations) {
      TRY_ASSIGN(Recording recording,
                 load_recording(tx, product.directory, tenant, each.correlation));
      recordings.push_back(std::move(recording));
    }
    return recordings;
  });
}

TEST_P(ReplayedStories, are_the_same_byte_for_byte) {
  const auto story = parse_story(GetParam().text, std::string(GetParam().name));
  ASSERT_TRUE(story) << story.error().message;
  int events = 0;
  const Afterwards replay = [&](Rehearsal& rehearsal,
                                const tenants::Tenant& tenant) -> Result<void> {
    TRY_ASSIGN(const auto recordings, recordings_of(rehearsal, tenant.id));
    for (const Recording& recording : recordings) {
      TRY_ASSIGN(const auto played, play(recording));
      const auto difference = first_difference(recording, played);
      EXPECT_FALSE(difference) << in_words(*difference);
      events += static_cast<int>(played.size());
    }
    return {};
  };
  const auto result = run_story(*story, ready_tenant(), replay);
  ASSERT_TRUE(result) << result.error().message;
  EXPECT_GT(events, 1);
}

INSTANTIATE_TEST_SUITE_P(Calls, ReplayedStories, testing::ValuesIn(built_in_stories()),
                         [](const auto& info) { return std::string(info.param.name); });

}  // namespace
}  // namespace callwright::server
