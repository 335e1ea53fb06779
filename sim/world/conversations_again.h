#pragma once

#include <vector>

#include "sim/draw.h"
#include "sim/universe.h"
#include "sim/world/world.h"

namespace callwright::sim {

// Whether the conversations of this universe are recorded, which costs it speed.
constexpr bool records_conversations(std::uint64_t universe) {
  constexpr std::uint64_t record_every = 8;
  return universe % record_every == 1;
}

// Plays some recorded conversations again, each from its record alone: the same words, settings and
// clock have to ask the database the same and answer the same bytes.
void play_conversations_again(World& world, Draw& draw, std::vector<FoundViolation>& found);

}  // namespace callwright::sim
