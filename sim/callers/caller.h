#pragma once

#include <optional>
#include <string>
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

  // Comes so much after somebody else, to the same business.
  void come_after(const Caller& other, Milliseconds later) {
    business_ = other.business_;
    first_act_ = other.first_act_ + later;
  }
  std::size_t business() const { return business_; }
  void call_from(std::string number) { person_.number = std::move(number); }
  void begin_with(Goal goal) { goal_ = goal; }

  // When this one first acts, from the beginning of the universe.
  Milliseconds first_act() const { return first_act_; }
  // How many errands there will be.
  int errands() const { return errands_left_; }

  std::optional<Milliseconds> act(World& world) override;

 private:
  void begin_errand(World& world);

  Draw draw_;
  Person person_;
  std::size_t business_;
  Milliseconds first_act_;
  Goal goal_;
  int errands_left_;
  std::variant<std::monostate, PhoneErrand, TextErrand> errand_;
};

}  // namespace callwright::sim
