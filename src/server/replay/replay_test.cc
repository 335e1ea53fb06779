#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "base/text.h"
#include "platform/log/log.h"
#include "server/built_in_stories.h"
#include "server/commands/ready_tenant.h"
#include "server/rehearsal/story_runner.h"
#include "server/replay/bundle.h"
#include "server/replay/find_call.h"
#include "server/replay/replayer.h"
#include "support/json_schema.h"

namespace callwright::server {
namespace {

// Plays a story and gives every conversation in it, as the journal has kept it.
Result<std::vector<FoundCall>> calls_of(const BuiltInStory& built_in) {
  log::configure({.level = log::Level::Error, .clock = nullptr, .sink = {}});
  TRY_ASSIGN(const Story story, parse_story(built_in.text, std::string(built_in.name)));
  std::vector<FoundCall> found;
  const Afterwards keep = [&](Rehearsal& rehearsal, const tenants::Tenant& tenant) -> Result<void> {
    Product& product = rehearsal.product();
    return product.world.database.read([&](db::Transaction& tx) -> Result<void> {
      TRY_ASSIGN(const auto conversations,
                 tx.query("SELECT conversation_id FROM conversations WHERE tenant_id = ? "
                          "ORDER BY conversation_id DESC",
                          tenant.id));
      for (const db::Row& each : conversations) {
        TRY_ASSIGN(FoundCall call, find_call(tx, each.text(0)));
        found.push_back(std::move(call));
      }
      return {};
    });
  };
  TRY(run_story(story, ready_tenant(), keep));
  return found;
}

std::vector<FoundCall> calls_of(std::string_view name) {
  for (const BuiltInStory& story : built_in_stories()) {
    if (story.name != name) continue;
    auto calls = calls_of(story);
    EXPECT_TRUE(calls) << calls.error().message;
    return std::move(calls).value_or(std::vector<FoundCall>());
  }
  ADD_FAILURE() << "no story " << name;
  return {};
}

Json bundle_of(const FoundCall& call) {
  const auto bundle = make_bundle(call.recording, call.summary, Instant(), "callwright");
  EXPECT_TRUE(bundle) << bundle.error().message;
  return bundle.value_or(Json());
}

std::string difference_in(const Recording& recording) {
  const auto played = play(recording);
  if (!played) return played.error().message;
  const auto difference = first_difference(recording, *played);
  return difference ? in_words(*difference) : "";
}

class ReplayedStories : public testing::TestWithParam<BuiltInStory> {};

TEST_P(ReplayedStories, are_the_same_byte_for_byte_bundled_or_not) {
  const auto calls = calls_of(GetParam());
  ASSERT_TRUE(calls) << calls.error().message;
  EXPECT_FALSE(calls->empty());
  for (const FoundCall& call : *calls) {
    EXPECT_GT(call.recording.events.size(), 1U);
    EXPECT_EQ(difference_in(call.recording), "");
    const Json bundle = bundle_of(call);
    EXPECT_EQ(bundle["replay"]["original"], Json("identical"));
    EXPECT_EQ(bundle["replay"]["with_stand_ins"], Json("identical"));
    EXPECT_EQ(bundle["replay"]["decided_otherwise"], Json::array());
    EXPECT_EQ(bundle["replay"]["left_out"], Json::array());
    EXPECT_EQ(bundle["events"].as_array()->size(), call.recording.events.size());

    const auto read = read_bundle(bundle.pretty());
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(difference_in(*read), "");
  }
}

INSTANTIATE_TEST_SUITE_P(Calls, ReplayedStories, testing::ValuesIn(built_in_stories()),
                         [](const auto& info) { return std::string(info.param.name); });

TEST(Bundle, names_nobody) {
  for (const std::string_view story : {"new_caller_books", "returning_caller"}) {
    for (const FoundCall& call : calls_of(story)) {
      const std::string text = lowered(bundle_of(call).dump());
      for (const std::string_view person : {"+15550100140", "555 010 0140", "jordan", "42 maple"}) {
        EXPECT_FALSE(text.contains(person)) << story << " tells of " << person;
      }
    }
  }
}

TEST(Bundle, tells_the_whole_story) {
  const auto calls = calls_of("new_caller_books");
  ASSERT_EQ(calls.size(), 1U);
  const Json bundle = bundle_of(calls.front());
  EXPECT_EQ(bundle["conversation"]["outcome"], Json("booked"));
  EXPECT_EQ(bundle["correlation"], Json(calls.front().recording.correlation.text()));
  EXPECT_GT(bundle["decisions"].as_array()->size(), 3U);
  const std::string changes = bundle["changes"].dump();
  EXPECT_TRUE(changes.contains("appointment.booked")) << changes;
  EXPECT_TRUE(bundle["notifications"].dump().contains("confirmation"));
}

// Printed by ./dev docs. It grows old when the program does something else in this conversation.
TEST(Bundle, the_printed_example_fits_the_schema_and_replays) {
  const std::string name = "api/examples/bundle-silence.json";
  const std::string path = std::string(CALLWRIGHT_SOURCE_DIR) + "/" + name;
  if (std::getenv("CALLWRIGHT_WRITE_DOCS") != nullptr) {
    std::ofstream(path) << bundle_of(calls_of("silence").at(0)).pretty() << "\n";
  }
  const Json example = tests::load(name);
  const tests::Schema schema(tests::load("api/bundle.schema.json"));
  EXPECT_TRUE(schema.accepts(schema.root(), example));
  const auto recording = read_bundle(example.dump());
  ASSERT_TRUE(recording) << recording.error().message;
  EXPECT_EQ(difference_in(*recording), "") << "print it again: ./dev docs";
}

TEST(Bundle, the_schema_fits_every_story_and_not_everything) {
  const tests::Schema schema(tests::load("api/bundle.schema.json"));
  const Json bundle = bundle_of(calls_of("lost_race").at(0));
  EXPECT_TRUE(schema.accepts(schema.root(), bundle));
  for (const auto& [name, value] : *bundle.as_object()) {
    Json other_kind = bundle;
    other_kind.set(name, value.is_string() ? Json(7) : Json("text"));
    EXPECT_FALSE(schema.accepts(schema.root(), other_kind)) << name;
  }
}

// A program that says or does something else than the one that recorded.
TEST(Replay, a_planted_change_is_named) {
  const auto calls = calls_of("new_caller_books");
  ASSERT_EQ(calls.size(), 1U);
  auto bundle = read_bundle(bundle_of(calls.front()).dump());
  ASSERT_TRUE(bundle);

  Recording other_prompt = *bundle;
  EventWords& greeting = *other_prompt.events.front().words;
  greeting.answer = replaced(greeting.answer, "<Say", "<Shout");
  other_prompt.events.front().entry.notes.answer = journal::stable_hash(greeting.answer);
  const std::string said = difference_in(other_prompt);
  EXPECT_TRUE(said.starts_with("event 1 (twilio.voice): the answer")) << said;
  EXPECT_TRUE(said.contains("<Shout")) << said;

  Recording other_row = *bundle;
  auto& statements = other_row.events.front().entry.notes.statements;
  std::swap(statements[1], statements[2]);
  EXPECT_TRUE(difference_in(other_row).starts_with("event 1 (twilio.voice): statement 2"));
}

TEST(Replay, a_file_that_is_no_bundle_of_ours_is_refused_and_told_why) {
  const Json bundle = bundle_of(calls_of("asks_the_hours").at(0));
  const std::string whole = bundle.dump();
  Json other_version = bundle;
  other_version.set("version", 99);
  Json touched = bundle;
  touched.set("tenant", "ten_other");
  Json emptied = bundle;
  emptied.set("events", Json::array());
  emptied.set(std::string(checksum_member), checksum_of(emptied));
  const std::pair<std::string, std::string_view> cases[] = {
      {"hello", "is no JSON"},
      {whole.substr(0, whole.size() / 2), "is no JSON"},
      {"{}", "is no bundle"},
      {other_version.dump(), "another version"},
      {touched.dump(), "checksum"},
      {emptied.dump(), "no events"},
      {std::string(bundle_bytes_max + 1, ' '), "larger"},
  };
  for (const auto& [file, why] : cases) {
    const auto read = read_bundle(file);
    ASSERT_FALSE(read) << why;
    EXPECT_EQ(read.error().code, ErrorCode::Invalid);
    EXPECT_TRUE(read.error().message.contains(why)) << read.error().message;
  }
}

}  // namespace
}  // namespace callwright::server
