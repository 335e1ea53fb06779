#pragma once

#include <array>

#include "providers/sandbox/faults.h"
#include "sim/draw.h"
#include "sim/world/actor.h"
#include "sim/world/world.h"

namespace callwright::sim {

// What the carrier's faults are at the moment: those of the whole day, and services that are down
// for a while or come and go. Sets the product's clock wrong as well.
class Weather final : public Actor {
 public:
  explicit Weather(Draw draw) : draw_(draw) {}

  std::optional<Milliseconds> act(World& world) override;

 private:
  struct Outage {
    Instant until;
    bool flaps = false;
    bool down = false;
  };
  void begin_outage(World& world, Fault kind);
  Milliseconds pass_outages(Instant now);
  void step_clock(World& world);
  void put_in_force(World& world) const;

  Draw draw_;
  std::array<Outage, 3> outages_{};  // Of texts, calls and mail.
  Milliseconds clock_ahead_{0};
  bool begun_ = false;
};

}  // namespace callwright::sim
