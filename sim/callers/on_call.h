#pragma once

#include <string>
#include <string_view>

#include "sim/draw.h"
#include "sim/world/actor.h"

namespace callwright::sim {

// Somebody whose phone rings: picks up, presses a key and hangs up, or declines, or lets it ring.
class RungPerson final : public Actor {
 public:
  RungPerson(std::string call, bool busy, Draw draw)
      : call_(std::move(call)), busy_(busy), draw_(draw) {}
  // A line that is busy says so at once.
  Milliseconds first_act() { return Milliseconds(busy_ ? 500 : draw_.between(2'000, 28'000)); }

  std::optional<Milliseconds> act(World& world) override;

 private:
  const std::string call_;
  const bool busy_;  // With another call.
  Draw draw_;
  bool picked_up_ = false;
};

// Whether a text asks whoever is on call for an answer.
bool asks_for_answer(std::string_view text);

// Somebody on call who got an alert as a text and answers it, or does not.
class TextedPerson final : public Actor {
 public:
  TextedPerson(std::string number, std::size_t business, Draw draw)
      : number_(std::move(number)), business_(business), draw_(draw) {}
  Milliseconds first_act() { return Milliseconds(draw_.between(5'000, 180'000)); }

  std::optional<Milliseconds> act(World& world) override;

 private:
  const std::string number_;
  const std::size_t business_;
  Draw draw_;
};

}  // namespace callwright::sim
