#include "dialogue/domain/memory.h"

#include <array>
#include <utility>

namespace callwright::dialogue {
namespace {

using language::Question;

struct StageRow {
  Stage stage;
  std::string_view name;
  Question asks;
};

// clang-format off
constexpr auto stage_rows = std::to_array<StageRow>({
    {Stage::Start,            "start",             Question::None},
    {Stage::Opening,          "opening",           Question::Problem},
    {Stage::KeypadMenu,       "keypad_menu",       Question::Menu},
    {Stage::Degraded,         "degraded",          Question::EmergencyConfirm},
    {Stage::EmergencyConfirm, "emergency_confirm", Question::EmergencyConfirm},
    {Stage::EmergencyAddress, "emergency_address", Question::Address},
    {Stage::EmergencyPhone,   "emergency_phone",   Question::Phone},
    {Stage::Problem,          "problem",           Question::Problem},
    {Stage::Name,             "name",              Question::Name},
    {Stage::Phone,            "phone",             Question::Phone},
    {Stage::AddressOnFile,    "address_on_file",   Question::Confirm},
    {Stage::Address,          "address",           Question::Address},
    {Stage::Place,            "place",             Question::Address},
    {Stage::Time,             "time",              Question::Time},
    {Stage::Offers,           "offers",            Question::Time},
    {Stage::BookingConfirm,   "booking_confirm",   Question::Confirm},
    {Stage::Change,           "change",            Question::None},
    {Stage::Identity,         "identity",          Question::Identity},
    {Stage::VisitChoice,      "visit_choice",      Question::AppointmentChoice},
    {Stage::MoveConfirm,      "move_confirm",      Question::Confirm},
    {Stage::CancelConfirm,    "cancel_confirm",    Question::Confirm},
    {Stage::Transferring,     "transferring",      Question::None},
    {Stage::Recording,        "recording",         Question::Message},
    {Stage::AnythingElse,     "anything_else",     Question::AnythingElse},
    {Stage::Done,             "done",              Question::None},
});
// clang-format on

constexpr auto goal_names = std::to_array<std::pair<Goal, std::string_view>>({
    {Goal::None, "none"},
    {Goal::Book, "book"},
    {Goal::Move, "move"},
    {Goal::Cancel, "cancel"},
    {Goal::Callback, "callback"},
});

}  // namespace

std::string_view to_string(Stage stage) {
  return stage_rows[static_cast<std::size_t>(stage)].name;
}

std::string_view to_string(Goal goal) {
  return goal_names[static_cast<std::size_t>(goal)].second;
}

std::optional<Stage> parse_stage(std::string_view text) {
  for (const StageRow& row : stage_rows) {
    if (row.name == text) return row.stage;
  }
  return std::nullopt;
}

std::optional<Goal> parse_goal(std::string_view text) {
  for (const auto& [goal, name] : goal_names) {
    if (name == text) return goal;
  }
  return std::nullopt;
}

Question question_of(Stage stage) {
  return stage_rows[static_cast<std::size_t>(stage)].asks;
}

}  // namespace callwright::dialogue
