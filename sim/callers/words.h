#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "sim/callers/person.h"
#include "sim/draw.h"

namespace callwright::sim {

// What somebody wants of the business.
enum class Goal : std::uint8_t {
  Book,
  BookContested,  // A time that others want as well.
  BookByKeys,
  BookByText,
  Move,
  Cancel,
  Ask,
  Panic,
  Person,
  Callback,
  Voicemail,
  Again,  // Once more about a problem that was told before.
  Silence,
  Mumble,
  WrongNumber,
  CardNumber,  // Says what must never be stored.
  Stop,
  Start,
  Help,
};
inline constexpr std::size_t goal_count = static_cast<std::size_t>(Goal::Help) + 1;

std::string_view to_string(Goal goal);
bool is_by_text(Goal goal);

// Words of people, drawn. Spanish where the person speaks it and the table has it.
std::string opening_words(Goal goal, const Person& person, Draw& draw);
std::string problem_words(const Person& person, Draw& draw);
std::string emergency_words(const Person& person, Draw& draw);
std::string time_words(Goal goal, const Person& person, Draw& draw);
std::string which_words(bool is_choice, const Person& person, Draw& draw);
std::string yes_words(const Person& person, Draw& draw);
std::string no_words(const Person& person, Draw& draw);
std::string nonsense_words(Draw& draw);
std::string message_words(const Person& person, Draw& draw);

}  // namespace callwright::sim
