#pragma once

#include "sim/draw.h"
#include "sim/world/actor.h"
#include "sim/world/world.h"

namespace callwright::sim {

// The technicians of a business, who leave and return, work other hours and take days off while
// callers are being offered their time.
class Crew final : public Actor {
 public:
  Crew(std::size_t business, Draw draw) : business_(business), draw_(draw) {}
  Milliseconds first_act() { return Minutes(draw_.between(1, 120)); }

  std::optional<Milliseconds> act(World& world) override;

 private:
  void change_who_works(Json& document);
  void change_hours(Json& document);
  void take_day_off(const Business& business, Instant now, Json& document);

  const std::size_t business_;
  Draw draw_;
  std::optional<Json> everybody_;  // Who worked here at first.
};

}  // namespace callwright::sim
