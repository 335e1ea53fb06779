#pragma once

#include <optional>
#include <variant>

#include "sim/callers/phone_errand.h"
#include "sim/callers/text_errand.h"
#include "sim/world/actor.h"

namespace callwright::sim {

// A customer: comes with one thing, and some come back later with another. Everything about one is
// drawn from a stream of its own.
class Caller final : public Actor {
 public:
  // `businesses`: how many there are to call. `day`: how long the calls are spread over.
  Caller(std::uint64_t seed, std::uint64_t index, std::size_t businesses, Milliseconds day);

  // When this one first acts, from the beginning of the universe.
  Milliseconds first_act() const { return first_act_; }
  // How many errands there will be.
  int errands() const { return errands_left_; }

  std::optional<Milliseconds> act(World& world) override;

 private:
  void begin_errand(World& world);

  Draw draw_;
  const Person person_;
  const std::size_t business_;
  Milliseconds first_act_;
  Goal goal_;
  int errands_left_;
  std::variant<std::monostate, PhoneErrand, TextErrand> errand_;
};

}  // namespace callwright::sim
