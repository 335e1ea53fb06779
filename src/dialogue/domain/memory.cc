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
    {Stage::Email,            "email",             Question::Email},
    {Stage::ValueConfirm,     "value_confirm",     Question::Confirm},
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

std::string_view to_string(Value value) {
  constexpr std::array<std::string_view, 4> names = {"name", "phone", "address", "email"};
  return names[static_cast<std::size_t>(value)];
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

std::optional<Clarity> clearer(Value value, Clarity clarity) {
  const bool has_digits = value == Value::Phone || value == Value::Address;
  const Clarity last = has_digits ? Clarity::Keypad : Clarity::Letters;
  if (clarity >= last) return std::nullopt;
  // Of a number there are no letters to spell.
  if (value == Value::Phone && clarity == Clarity::Digits) return Clarity::Keypad;
  return static_cast<Clarity>(static_cast<int>(clarity) + 1);
}

std::string commitment(const Memory& memory) {
  std::string text(to_string(memory.goal));
  const auto add = [&text](const std::string& part) { text += '\n' + part; };
  if (memory.visit) add(memory.visit->id.text());
  if (memory.chosen) {
    add(memory.chosen->technician.text());
    add(std::to_string(to_ms(memory.chosen->visit.begin)));
  }
  if (memory.goal == Goal::Book) {
    add(memory.name);
    add(memory.phone ? memory.phone->e164() : "");
    add(customers::one_line(memory.address));
    add(memory.service);
  }
  return text;
}

std::optional<Value> value_of(Stage stage) {
  switch (stage) {
    case Stage::Name:
      return Value::Name;
    case Stage::Phone:
      return Value::Phone;
    case Stage::Address:
      return Value::Address;
    case Stage::Email:
      return Value::Email;
    default:
      return std::nullopt;
  }
}

Question question_of(Stage stage) {
  return stage_rows[static_cast<std::size_t>(stage)].asks;
}

bool take_phone(Memory& memory, const std::optional<PhoneNumber>& phone) {
  if (memory.phone == phone) return false;
  memory.phone = phone;
  memory.identified = false;
  memory.visits.clear();
  memory.visit.reset();
  return true;
}

}  // namespace callwright::dialogue
