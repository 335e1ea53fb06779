#include "dialogue/domain/policy.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace callwright::dialogue {
namespace {

constexpr int stage_count = static_cast<int>(Stage::Done) + 1;

std::vector<Stage> all_stages() {
  std::vector<Stage> stages;
  for (int i = 0; i < stage_count; ++i) stages.push_back(static_cast<Stage>(i));
  return stages;
}

std::vector<Signal> all_signals() {
  std::vector<Signal> signals;
  for (int i = 0; i < signal_count; ++i) signals.push_back(static_cast<Signal>(i));
  return signals;
}

bool says(const Row& row, Prompt prompt) {
  return std::ranges::find(row.say, prompt) != row.say.end();
}

std::string read(const std::string& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST(Policy, every_stage_has_an_answer_to_every_signal) {
  for (const Stage stage : all_stages()) {
    for (const Signal signal : all_signals()) {
      const Memory memory{.stage = stage};
      EXPECT_FALSE(decide(memory, signal, Facts{}).name.empty());
    }
  }
}

TEST(Policy, nothing_is_booked_but_by_a_yes_to_the_read_back) {
  int booking_rows = 0;
  for (const Row& row : policy()) {
    if (row.act != Action::Book) continue;
    ++booking_rows;
    EXPECT_EQ(row.on, Signal::Yes) << row.name;
    for (const Stage stage : all_stages()) {
      EXPECT_EQ(row.from.contains(stage), stage == Stage::BookingConfirm) << row.name;
    }
  }
  EXPECT_EQ(booking_rows, 1);
}

// The plan may end, or the business lock itself down, between a read-back and its yes.
TEST(Policy, a_yes_changes_no_visit_once_automation_is_off) {
  const Facts off{.automation = false, .may_book = false};
  for (const Stage stage : {Stage::BookingConfirm, Stage::MoveConfirm, Stage::CancelConfirm}) {
    Memory memory{.stage = stage, .goal = Goal::Book};
    memory.phone = PhoneNumber::parse("+15550100130");
    const Row& row = decide(memory, Signal::Yes, off);
    EXPECT_EQ(row.act, Action::AddCallback) << row.name;
    EXPECT_TRUE(says(row, Prompt::PersonTakesOver)) << row.name;
  }
}

TEST(Policy, only_the_committed_row_may_be_spoken_of) {
  for (const Row& row : policy()) {
    EXPECT_EQ(says(row, Prompt::BookedReceipt), row.on == Signal::Booked) << row.name;
    EXPECT_EQ(says(row, Prompt::MovedReceipt), row.on == Signal::Moved) << row.name;
    EXPECT_EQ(says(row, Prompt::CancelledReceipt), row.on == Signal::Cancelled) << row.name;
  }
}

TEST(Policy, an_emergency_is_alerted_from_every_stage) {
  for (const Stage stage : all_stages()) {
    const Memory memory{.stage = stage};
    EXPECT_EQ(decide(memory, Signal::Emergency, Facts{}).act, Action::RaiseAlert)
        << to_string(stage);
  }
}

TEST(Policy, silence_to_the_emergency_question_counts_as_yes) {
  const Memory memory{.stage = Stage::EmergencyConfirm};
  EXPECT_EQ(decide(memory, Signal::Silence, Facts{}).act, Action::RaiseAlert);
}

TEST(Policy, what_is_not_understood_is_asked_a_bounded_number_of_times) {
  constexpr int turns_max = 4;
  for (const Signal signal : {Signal::Silence, Signal::Unclear, Signal::Yes, Signal::No}) {
    for (const Stage stage : all_stages()) {
      Memory memory{.stage = stage};
      int turns = 0;
      while (turns <= turns_max) {
        const Row& row = decide(memory, signal, Facts{});
        const bool asks_the_same =
            row.act == Action::Listen && (!row.to || *row.to == memory.stage);
        if (!asks_the_same) break;
        apply(memory, row);
        ++turns;
      }
      EXPECT_LE(turns, turns_max) << to_string(signal) << " at " << to_string(stage);
    }
  }
}

TEST(Policy, every_callback_says_why) {
  for (const Row& row : policy()) {
    if (row.act == Action::AddCallback) EXPECT_NE(callback_reason(row), "other") << row.name;
  }
}

TEST(Policy, row_names_are_unique) {
  std::vector<std::string_view> names;
  for (const Row& row : policy()) names.push_back(row.name);
  std::ranges::sort(names);
  EXPECT_EQ(std::ranges::adjacent_find(names), names.end());
}

TEST(Policy, the_printed_table_is_the_one_in_docs) {
  const std::string path = std::string(CALLWRIGHT_SOURCE_DIR) + "/docs/policy.md";
  if (std::getenv("CALLWRIGHT_WRITE_DOCS") != nullptr) std::ofstream(path) << policy_markdown();
  EXPECT_EQ(read(path), policy_markdown()) << "run ./dev docs to print it again";
}

}  // namespace
}  // namespace callwright::dialogue
