#pragma once

#include "sim/draw.h"
#include "sim/world/actor.h"

namespace callwright::sim {

// The second that is put in at the end of a day. Some machines have it twice, at midnight UTC;
// others go a little slow for half a day until they agree with the world again.
class LeapSecond final : public Actor {
 public:
  LeapSecond(Draw draw, Instant now);
  Milliseconds first_act() const { return first_act_; }

  std::optional<Milliseconds> act(World& world) override;

 private:
  Draw draw_;
  const bool smeared_;
  const Milliseconds first_act_;
  int parts_left_;
};

}  // namespace callwright::sim
