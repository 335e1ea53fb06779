#pragma once

#include <optional>
#include <string>

#include "providers/sandbox/sandbox_carrier.h"
#include "sim/callers/listening.h"
#include "sim/callers/person.h"
#include "sim/callers/words.h"
#include "sim/draw.h"
#include "sim/world/world.h"

namespace callwright::sim {

// One call of one person, from the dialling to the end: listens to what is asked and answers as
// somebody with that goal would.
class PhoneErrand {
 public:
  PhoneErrand(const Person& person, Goal goal, std::size_t business, Draw draw);

  // How long until this one acts again; nothing when the call is over.
  std::optional<Milliseconds> act(World& world);

 private:
  using PhoneCall = providers::sandbox::PhoneCall;

  void dial(World& world);
  void tell_backwards(World& world);
  void draw_manners(World& world);
  void listen(const PhoneCall& call);
  std::optional<Milliseconds> respond(World& world, const PhoneCall& call);
  bool answer_by_keys(World& world);
  std::string answer();
  std::string answer_identity();
  bool agrees();
  Milliseconds thinking();

  const Person& person_;
  const Goal goal_;
  const std::size_t business_;
  Draw draw_;

  std::string sid_;
  std::size_t heard_ = 0;
  Asked asked_ = Asked::Nothing;
  bool is_choice_ = false;
  int turns_ = 0;
  int waits_ = 0;
  // Manners of this one, drawn at the start.
  bool withheld_ = false;
  double noise_ = 0;
  double silent_share_ = 0.03;
  double mumble_share_ = 0.03;
  int leaves_at_turn_ = 0;  // 0: stays to the end.
};

}  // namespace callwright::sim
