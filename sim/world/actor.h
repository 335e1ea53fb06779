#pragma once

#include <optional>

#include "base/time.h"

namespace callwright::sim {

class World;

// Someone, or something, that does one thing at a time in a universe.
class Actor {
 public:
  virtual ~Actor() = default;
  // Does one thing now. How long until the next; nothing when this one is done for good.
  virtual std::optional<Milliseconds> act(World& world) = 0;
};

}  // namespace callwright::sim
