#include "sim/callers/words.h"

#include <array>
#include <span>

namespace callwright::sim {
namespace {

using Words = std::span<const std::string_view>;

constexpr auto goal_names = std::to_array<std::string_view>(
    {"book", "book contested", "book by keys", "book by text", "move", "cancel", "ask", "panic",
     "person", "callback", "voicemail", "again", "silence", "mumble", "wrong number", "card number",
     "stop", "start", "help"});
static_assert(goal_names.size() == goal_count);

constexpr auto problems = std::to_array<std::string_view>(
    {"my kitchen sink is clogged", "the bathroom drain is slow",
     "the water heater makes no hot water", "a faucet drips all night", "the toilet keeps running",
     "I need a new garbage disposal", "the shower drain backs up",
     "there is a small leak under the sink", "the water pressure is low upstairs",
     "I want a gas line for a new stove", "the outdoor spigot is leaking",
     "general checkup of the pipes"});
constexpr auto problems_spanish = std::to_array<std::string_view>(
    {"tengo el fregadero tapado", "el calentador de agua no calienta",
     "gotea la llave de la cocina", "el inodoro no deja de correr"});

constexpr auto emergencies = std::to_array<std::string_view>(
    {"a pipe burst and water is everywhere", "water is coming through the ceiling right now",
     "I smell gas in the kitchen", "the basement is flooding and it does not stop",
     "sewage is coming up in the bathtub", "there are sparks from the outlet and smoke",
     "the carbon monoxide alarm is going off", "please hurry the water heater is spraying water",
     "there is a gas leak and my kids are here", "my house is flooding"});
constexpr auto emergencies_spanish =
    std::to_array<std::string_view>({"se reventó una tubería y hay agua por todos lados",
                                     "huele a gas en la cocina", "se está inundando el sótano"});

constexpr auto booking_openings = std::to_array<std::string_view>(
    {"hi {problem}", "I would like to make an appointment, {problem}",
     "can someone come out, {problem}", "I need a plumber, {problem}", "{problem}",
     "I want to schedule a visit"});
constexpr auto move_openings = std::to_array<std::string_view>(
    {"I need to reschedule my appointment", "can we move my visit to another day",
     "I have an appointment and I cannot make it, can I get another time"});
constexpr auto cancel_openings =
    std::to_array<std::string_view>({"I want to cancel my appointment", "please cancel my visit",
                                     "I have to call off my appointment"});
constexpr auto questions = std::to_array<std::string_view>(
    {"what are your hours", "do you take credit cards", "how much is a drain cleaning",
     "are you licensed and insured", "do you give a warranty", "do you come to 66212",
     "are you open on Saturday", "do you do financing"});
constexpr auto person_openings =
    std::to_array<std::string_view>({"can I talk to a person", "I want to speak to a human please",
                                     "get me the owner", "representative"});
constexpr auto callback_openings =
    std::to_array<std::string_view>({"can somebody call me back", "please have someone call me"});
constexpr auto voicemail_openings =
    std::to_array<std::string_view>({"I would like to leave a message", "can I leave a voicemail"});
constexpr auto wrong_numbers =
    std::to_array<std::string_view>({"is this the pizza place", "sorry wrong number",
                                     "I am calling about your car's extended warranty"});
constexpr auto again_openings = std::to_array<std::string_view>(
    {"I called before, {problem}", "nobody has called me back, {problem}",
     "it is me again, {problem}"});

constexpr auto times = std::to_array<std::string_view>(
    {"tomorrow morning", "tomorrow at 9", "the day after tomorrow", "as soon as possible", "today",
     "Monday at 10 am", "Tuesday afternoon", "Wednesday at 2 pm", "Thursday morning",
     "Friday at 8:30", "Saturday at 10", "next week", "next Monday at 1 pm", "any time",
     "Sunday at 2:30 in the morning", "in two days at noon", "the first thing you have",
     "this evening at 6"});
constexpr auto contested_times =
    std::to_array<std::string_view>({"tomorrow at 9 am", "tomorrow at 10 am", "Monday at 9 am"});
constexpr auto times_spanish = std::to_array<std::string_view>(
    {"mañana por la mañana", "el lunes a las diez", "lo antes posible", "el martes por la tarde"});

constexpr auto choices =
    std::to_array<std::string_view>({"the first one", "the second one", "the last one",
                                     "the earliest", "the first one please", "none of those"});
constexpr auto choices_spanish =
    std::to_array<std::string_view>({"la primera", "la segunda", "la primera por favor"});

constexpr auto yeses = std::to_array<std::string_view>(
    {"yes", "yes please", "yeah", "that's right", "correct", "sure", "yep that works", "go ahead"});
constexpr auto yeses_spanish =
    std::to_array<std::string_view>({"sí", "sí por favor", "claro", "correcto"});
constexpr auto noes =
    std::to_array<std::string_view>({"no", "no thanks", "nope", "no that's all", "that's it, bye"});
constexpr auto noes_spanish = std::to_array<std::string_view>({"no", "no gracias", "nada más"});

constexpr auto nonsense = std::to_array<std::string_view>(
    {"uh", "hmm well", "the thing with the you know", "mm hmm", "blah", "wait what", "a b c",
     "hold on kids stop it", "is it", "eh"});
constexpr auto messages = std::to_array<std::string_view>(
    {"hello this is {name} my number is {number} please call me about {problem}",
     "please call {name} back", "it is about {problem} thanks"});

Words by_language(const Person& person, Words english, Words spanish) {
  return person.spanish ? spanish : english;
}

std::string filled(std::string_view text, std::string_view mark, const std::string& value) {
  std::string result(text);
  const std::size_t at = result.find(mark);
  if (at != std::string::npos) result.replace(at, mark.size(), value);
  return result;
}

Words openings_of(Goal goal) {
  switch (goal) {
    case Goal::Move:
      return move_openings;
    case Goal::Cancel:
      return cancel_openings;
    case Goal::Ask:
      return questions;
    case Goal::Person:
      return person_openings;
    case Goal::Callback:
      return callback_openings;
    case Goal::Voicemail:
      return voicemail_openings;
    case Goal::WrongNumber:
      return wrong_numbers;
    case Goal::Again:
      return again_openings;
    default:
      return booking_openings;
  }
}

}  // namespace

std::string_view to_string(Goal goal) {
  return goal_names[static_cast<std::size_t>(goal)];
}

bool is_by_text(Goal goal) {
  return goal == Goal::BookByText || goal == Goal::Stop || goal == Goal::Start ||
         goal == Goal::Help;
}

std::string opening_words(Goal goal, const Person& person, Draw& draw) {
  if (goal == Goal::Panic) return emergency_words(person, draw);
  if (goal == Goal::Mumble) return nonsense_words(draw);
  if (goal == Goal::Stop) return draw.chance(0.5) ? "STOP" : "stop please.";
  if (goal == Goal::Start) return "START";
  if (goal == Goal::Help) return "HELP";
  const bool plain_booking = goal == Goal::Book && person.spanish;
  const std::string problem = problem_words(person, draw);
  if (plain_booking) return problem;
  return filled(draw.pick(openings_of(goal)), "{problem}", problem);
}

std::string problem_words(const Person& person, Draw& draw) {
  return std::string(draw.pick(by_language(person, problems, problems_spanish)));
}

std::string emergency_words(const Person& person, Draw& draw) {
  return std::string(draw.pick(by_language(person, emergencies, emergencies_spanish)));
}

std::string time_words(Goal goal, const Person& person, Draw& draw) {
  if (goal == Goal::BookContested) return std::string(draw.pick(contested_times));
  return std::string(draw.pick(by_language(person, times, times_spanish)));
}

std::string which_words(bool is_choice, const Person& person, Draw& draw) {
  if (!is_choice) return yes_words(person, draw);
  return std::string(draw.pick(by_language(person, choices, choices_spanish)));
}

std::string yes_words(const Person& person, Draw& draw) {
  return std::string(draw.pick(by_language(person, yeses, yeses_spanish)));
}

std::string no_words(const Person& person, Draw& draw) {
  return std::string(draw.pick(by_language(person, noes, noes_spanish)));
}

std::string nonsense_words(Draw& draw) {
  return std::string(draw.pick(nonsense));
}

std::string message_words(const Person& person, Draw& draw) {
  const std::string with_name = filled(draw.pick(messages), "{name}", person.name);
  const std::string with_number = filled(with_name, "{number}", person.number);
  return filled(with_number, "{problem}", problem_words(person, draw));
}

}  // namespace callwright::sim
