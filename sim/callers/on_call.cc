#include "sim/callers/on_call.h"

#include "sim/world/world.h"

namespace callwright::sim {
namespace {

constexpr double declines_share = 0.15;
constexpr double ignores_share = 0.25;
constexpr double accepts_share = 0.7;

}  // namespace

std::optional<Milliseconds> RungPerson::act(World& world) {
  if (picked_up_) {
    if (draw_.chance(accepts_share)) world.press(call_, draw_.chance(0.9) ? "1" : "2");
    const auto call = world.carrier().call(call_);
    // Whoever answers an alert puts the phone down after it; a transfer is talked through.
    if (call && call->parent_sid.empty()) world.hang_up(call_);
    return std::nullopt;
  }
  if (busy_ || draw_.chance(declines_share)) {
    world.decline(call_);
    return std::nullopt;
  }
  if (draw_.chance(ignores_share)) return std::nullopt;
  if (!world.pick_up(call_)) return std::nullopt;
  picked_up_ = true;
  return Milliseconds(draw_.between(1'000, 6'000));
}

bool asks_for_answer(std::string_view text) {
  return text.find("Reply 1") != std::string_view::npos;
}

std::optional<Milliseconds> TextedPerson::act(World& world) {
  if (!draw_.chance(accepts_share)) return std::nullopt;
  world.text(number_, world.businesses()[business_].tenant->numbers.front(),
             draw_.chance(0.8) ? "1" : "on my way");
  return std::nullopt;
}

}  // namespace callwright::sim
