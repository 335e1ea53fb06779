#include "sim/callers/caller.h"

#include <array>

namespace callwright::sim {
namespace {

struct Share {
  Goal goal;
  int weight;
};

// The mix of the first errands, in parts of the sum.
constexpr auto first_goals = std::to_array<Share>({{Goal::Book, 30},
                                                   {Goal::BookContested, 6},
                                                   {Goal::BookByKeys, 4},
                                                   {Goal::BookByText, 6},
                                                   {Goal::Move, 4},
                                                   {Goal::Cancel, 4},
                                                   {Goal::Ask, 12},
                                                   {Goal::Panic, 7},
                                                   {Goal::Person, 5},
                                                   {Goal::Callback, 3},
                                                   {Goal::Voicemail, 3},
                                                   {Goal::Silence, 3},
                                                   {Goal::Mumble, 3},
                                                   {Goal::WrongNumber, 4},
                                                   {Goal::CardNumber, 2},
                                                   {Goal::Stop, 2},
                                                   {Goal::Start, 1},
                                                   {Goal::Help, 1}});
// What those who come back want.
constexpr auto later_goals = std::to_array<Share>({{Goal::Move, 35},
                                                   {Goal::Cancel, 20},
                                                   {Goal::Again, 20},
                                                   {Goal::Ask, 5},
                                                   {Goal::Book, 8},
                                                   {Goal::Stop, 7},
                                                   {Goal::Start, 5}});

constexpr double comes_back_share = 0.3;

template <class Shares>
Goal draw_goal(const Shares& shares, Draw& draw) {
  int sum = 0;
  for (const Share& share : shares) sum += share.weight;
  auto left = static_cast<int>(draw.below(static_cast<std::uint64_t>(sum)));
  for (const Share& share : shares) {
    left -= share.weight;
    if (left < 0) return share.goal;
  }
  return shares.front().goal;
}

// Most call in the daytime: the middle of each day is fuller than its ends.
Milliseconds draw_first_act(Draw& draw, Milliseconds day) {
  const double where = draw.chance(0.7) ? (draw.fraction() + draw.fraction() + draw.fraction()) / 3
                                        : draw.fraction();
  return Milliseconds(static_cast<std::int64_t>(where * static_cast<double>(day.count())));
}

}  // namespace

Caller::Caller(std::uint64_t seed, std::uint64_t index, std::size_t businesses, Milliseconds day)
    : draw_(seed),
      person_(draw_person(draw_, index)),
      business_(draw_.below(businesses)),
      first_act_(draw_first_act(draw_, day)),
      goal_(draw_goal(first_goals, draw_)),
      errands_left_(draw_.chance(comes_back_share) ? 2 : 1) {}

std::optional<Milliseconds> Caller::act(World& world) {
  if (std::holds_alternative<std::monostate>(errand_)) begin_errand(world);
  std::optional<Milliseconds> next;
  if (auto* phone = std::get_if<PhoneErrand>(&errand_)) {
    next = phone->act(world);
  } else {
    next = std::get<TextErrand>(errand_).act(world);
  }
  if (next) return next;
  ++world.tally().calls;
  errand_ = std::monostate();
  if (--errands_left_ == 0) return std::nullopt;
  goal_ = draw_goal(later_goals, draw_);
  return Milliseconds(Minutes(draw_.between(5, 360)));
}

void Caller::begin_errand(World& world) {
  world.tally().count_goal(to_string(goal_));
  const Draw draw(draw_.next());
  if (is_by_text(goal_)) {
    errand_.emplace<TextErrand>(person_, goal_, business_, draw);
  } else {
    errand_.emplace<PhoneErrand>(person_, goal_, business_, draw);
  }
}

}  // namespace callwright::sim
