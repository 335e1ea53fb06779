#pragma once

#include "sim/draw.h"
#include "sim/world/actor.h"
#include "sim/world/world.h"

namespace callwright::sim {

// The business itself at work beside the receptionist: changes its settings, and books visits of
// its own.
class Office final : public Actor {
 public:
  Office(std::size_t business, Draw draw) : business_(business), draw_(draw) {}
  Milliseconds first_act() { return Minutes(draw_.between(1, 300)); }

  std::optional<Milliseconds> act(World& world) override;

 private:
  void change_settings(World& world);
  void book(World& world);

  const std::size_t business_;
  Draw draw_;
};

}  // namespace callwright::sim
