#pragma once

#include <optional>

#include "sim/callers/listening.h"
#include "sim/callers/person.h"
#include "sim/callers/words.h"
#include "sim/draw.h"
#include "sim/world/world.h"

namespace callwright::sim {

// One exchange of texts: writes, reads what comes back and answers it, until there is nothing to
// answer.
class TextErrand {
 public:
  TextErrand(const Person& person, Goal goal, std::size_t business, Draw draw)
      : person_(person), goal_(goal), business_(business), draw_(draw) {}

  // How long until this one acts again; nothing when it is over.
  std::optional<Milliseconds> act(World& world);

 private:
  std::string answer(Asked asked);
  std::string news(World& world);

  const Person& person_;
  const Goal goal_;
  const std::size_t business_;
  Draw draw_;
  bool begun_ = false;
  bool wrote_again_ = false;  // After they had said stop.
  std::size_t read_ = 0;
  int turns_ = 0;
  int looks_ = 0;  // At a phone on which nothing is new.
};

}  // namespace callwright::sim
