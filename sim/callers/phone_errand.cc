#include "sim/callers/phone_errand.h"

#include "sim/callers/noise.h"

namespace callwright::sim {
namespace {

using providers::sandbox::PhoneState;
using reception::Verification;

constexpr int patience_turns = 30;
constexpr int patience_waits = 20;
constexpr double usual_confidence = 0.92;
constexpr double low_confidence = 0.25;
// Long enough for every question to be given up.
constexpr Milliseconds silence_length = Seconds(9);

}  // namespace

PhoneErrand::PhoneErrand(const Person& person, Goal goal, std::size_t business, Draw draw)
    : person_(person), goal_(goal), business_(business), draw_(draw) {}

std::optional<Milliseconds> PhoneErrand::act(World& world) {
  if (sid_.empty()) {
    dial(world);
    return thinking();
  }
  const auto call = world.carrier().call(sid_);
  if (!call || call->state == PhoneState::Ended) {
    tell_backwards(world);
    return std::nullopt;
  }
  listen(*call);
  if (++turns_ > patience_turns || (leaves_at_turn_ > 0 && turns_ >= leaves_at_turn_)) {
    if (leaves_at_turn_ > 0) world.tally().count_fault("caller_leaves");
    world.hang_up(sid_);
    tell_backwards(world);
    return std::nullopt;
  }
  return respond(world, *call);
}

// A congested carrier tells of a call's progress when it is over, the last of it first.
void PhoneErrand::tell_backwards(World& world) {
  if (!draw_.chance(0.3 * world.faults().weight(Fault::WebhookReorder))) return;
  world.tally().count_fault("progress_backwards");
  world.rehearsal().run(world.carrier().report_progress_backwards(sid_));
}

void PhoneErrand::dial(World& world) {
  draw_manners(world);
  const auto& numbers = world.businesses()[business_].tenant->numbers;
  const auto verification = draw_.chance(0.6)   ? Verification::A
                            : draw_.chance(0.5) ? Verification::C
                                                : Verification::None;
  sid_ = world.dial(withheld_ ? "anonymous" : person_.number, draw_.pick(numbers),
                    withheld_ ? Verification::None : verification);
}

void PhoneErrand::draw_manners(World& world) {
  withheld_ = draw_.chance(0.05);
  const bool noisy = draw_.chance(0.4);
  const double strength = draw_.fraction();
  const bool leaves = draw_.chance(0.25);
  const auto leaves_at = static_cast<int>(draw_.between(1, 10));
  if (noisy) noise_ = strength * world.faults().weight(Fault::Noise);
  if (noise_ > 0) world.tally().count_fault("noise");
  if (leaves && draw_.chance(world.faults().weight(Fault::CallerLeaves))) {
    leaves_at_turn_ = leaves_at;
  }
  if (goal_ == Goal::Silence) silent_share_ = 0.9;
  if (goal_ == Goal::Mumble) mumble_share_ = 0.7;
  if (goal_ == Goal::WrongNumber) leaves_at_turn_ = static_cast<int>(draw_.between(1, 3));
}

// Only the newest lines: what was said before has been answered.
void PhoneErrand::listen(const PhoneCall& call) {
  std::string news;
  for (; heard_ < call.heard.size(); ++heard_) news += call.heard[heard_].text + " ";
  if (news.empty()) return;
  if (const Asked asked = asked_in(news); asked != Asked::Nothing) asked_ = asked;
  is_choice_ = is_choice(news);
}

std::optional<Milliseconds> PhoneErrand::respond(World& world, const PhoneCall& call) {
  if (call.state == PhoneState::Recording) {
    world.say(sid_, message_words(person_, draw_), usual_confidence);
    return thinking();
  }
  if (call.state != PhoneState::Listening) {
    if (++waits_ > patience_waits) {
      world.hang_up(sid_);
      return std::nullopt;
    }
    return Milliseconds(Seconds(draw_.between(2, 8)));
  }
  if (draw_.chance(silent_share_)) return silence_length;
  if (goal_ == Goal::BookByKeys && answer_by_keys(world)) return thinking();
  if (!call.words_heard) {
    world.press(sid_, std::string(1, static_cast<char>('0' + draw_.below(10))));
    return thinking();
  }
  if (draw_.chance(mumble_share_)) {
    world.say(sid_, nonsense_words(draw_), low_confidence);
    return thinking();
  }
  world.say(sid_, heard_through_noise(answer(), noise_, draw_),
            noise_ > 0 ? draw_.fraction() : usual_confidence);
  return thinking();
}

// False where keys are of no use.
bool PhoneErrand::answer_by_keys(World& world) {
  switch (asked_) {
    case Asked::HowToHelp:
    case Asked::Keys:
    case Asked::AddressOnFile:
    case Asked::Agree:
      return world.press(sid_, "1");
    case Asked::Emergency:
    case Asked::More:
      return world.press(sid_, "2");
    case Asked::WhichTime:
    case Asked::WhichVisit:
      return world.press(sid_, draw_.chance(0.8) ? "1" : "2");
    case Asked::Number:
      return world.press(sid_, person_.number.substr(2) + "#");
    default:
      return false;
  }
}

std::string PhoneErrand::answer() {
  switch (asked_) {
    case Asked::Nothing:
    case Asked::HowToHelp:
    case Asked::Keys:
      if (goal_ == Goal::CardNumber) {
        return "my card is 4111 1111 1111 1111 and " + problem_words(person_, draw_);
      }
      return opening_words(goal_, person_, draw_);
    case Asked::Emergency:
      return goal_ == Goal::Panic ? yes_words(person_, draw_) : no_words(person_, draw_);
    case Asked::Problem:
      return goal_ == Goal::Panic ? emergency_words(person_, draw_) : problem_words(person_, draw_);
    case Asked::Name:
      return (draw_.chance(0.5) ? "my name is " : "") + person_.name;
    case Asked::Number:
      return person_.number.substr(2);
    case Asked::Address:
      return person_.address();
    case Asked::AddressOnFile:
      return agrees() ? yes_words(person_, draw_) : no_words(person_, draw_);
    case Asked::Place:
      return person_.place;
    case Asked::Time:
      return time_words(goal_, person_, draw_);
    case Asked::WhichTime:
    case Asked::WhichVisit:
      return which_words(is_choice_, person_, draw_);
    case Asked::Identity:
      return answer_identity();
    case Asked::WhatToChange:
      return draw_.chance(0.5) ? "the time" : "the name";
    case Asked::Agree:
      return agrees() ? yes_words(person_, draw_) : no_words(person_, draw_);
    case Asked::More:
      return no_words(person_, draw_);
    case Asked::Message:
      return message_words(person_, draw_);
  }
  return "";
}

std::string PhoneErrand::answer_identity() {
  return draw_.chance(0.5) ? person_.name : person_.street;
}

bool PhoneErrand::agrees() {
  return draw_.chance(0.92);
}

Milliseconds PhoneErrand::thinking() {
  return Milliseconds(draw_.between(1'200, 4'500));
}

}  // namespace callwright::sim
