#include "sim/faults/leap_second.h"

#include "sim/world/world.h"

namespace callwright::sim {
namespace {

constexpr int smeared_parts = 100;
constexpr Milliseconds smeared_over = Minutes(12 * 60);

Milliseconds until_midnight(Instant now) {
  return std::chrono::ceil<std::chrono::days>(now) - now;
}

}  // namespace

LeapSecond::LeapSecond(Draw draw, Instant now)
    : draw_(draw),
      smeared_(draw_.chance(0.5)),
      first_act_(smeared_ ? Milliseconds(Minutes(draw_.between(0, 12 * 60))) : until_midnight(now)),
      parts_left_(smeared_ ? smeared_parts : 1) {}

std::optional<Milliseconds> LeapSecond::act(World& world) {
  if (!world.faults().is_on(Fault::LeapSecond)) return std::nullopt;
  world.rehearsal().step_product_clock(-Milliseconds(1'000) / (smeared_ ? smeared_parts : 1));
  if (--parts_left_ > 0) return smeared_over / smeared_parts;
  world.tally().count_fault("leap_second");
  return std::nullopt;
}

}  // namespace callwright::sim
