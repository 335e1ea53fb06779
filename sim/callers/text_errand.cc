#include "sim/callers/text_errand.h"

namespace callwright::sim {
namespace {

constexpr int patience_turns = 16;
constexpr int patience_looks = 3;

}  // namespace

std::optional<Milliseconds> TextErrand::act(World& world) {
  const Milliseconds until_next = Seconds(draw_.between(8, 60));
  const PhoneNumber& business = world.businesses()[business_].tenant->numbers.front();
  if (!begun_) {
    begun_ = true;
    read_ = world.post().box(person_.number).size();
    world.text(person_.number, business, opening_words(goal_, person_, draw_));
    return until_next;
  }
  const std::string received = news(world);
  if (received.empty()) {
    return ++looks_ > patience_looks ? std::nullopt : std::optional(until_next);
  }
  looks_ = 0;
  const Asked asked = asked_in(received);
  if (goal_ == Goal::Stop && !wrote_again_ && draw_.chance(0.5)) {
    // Who wants no texts may still ask something, and must not be answered by one.
    wrote_again_ = true;
    world.text(person_.number, business, opening_words(Goal::Ask, person_, draw_));
    return until_next;
  }
  if (asked == Asked::Nothing || ++turns_ > patience_turns) return std::nullopt;
  world.text(person_.number, business, answer(asked));
  if (asked == Asked::More) return std::nullopt;
  return until_next;
}

std::string TextErrand::news(World& world) {
  const auto& box = world.post().box(person_.number);
  std::string text;
  for (; read_ < box.size(); ++read_) text += box[read_].body + " ";
  return text;
}

std::string TextErrand::answer(Asked asked) {
  switch (asked) {
    case Asked::Name:
      return person_.name;
    case Asked::Address:
      return person_.address();
    case Asked::Place:
      return person_.place;
    case Asked::Number:
      return person_.number;
    case Asked::Time:
      return time_words(goal_, person_, draw_);
    case Asked::WhichTime:
    case Asked::WhichVisit:
      return draw_.chance(0.7) ? "1" : which_words(true, person_, draw_);
    case Asked::Identity:
      return person_.name;
    case Asked::Emergency:
    case Asked::More:
      return no_words(person_, draw_);
    case Asked::AddressOnFile:
    case Asked::Agree:
      return draw_.chance(0.9) ? yes_words(person_, draw_) : no_words(person_, draw_);
    default:
      return problem_words(person_, draw_);
  }
}

}  // namespace callwright::sim
