#pragma once

#include <optional>
#include <span>
#include <vector>

#include "language/times/phrase.h"

namespace callwright::language {

// The phrases of an utterance that count, after corrections, denials and what only tells of the
// past. Points into the phrases it was made from.
struct Choice {
  std::optional<Days> days;
  std::vector<Days> named;  // The days that `days` spans, as they were named.
  Bound days_bound = Bound::None;
  const Phrase* days_phrase = nullptr;
  const Phrase* clock = nullptr;
  const Phrase* other_bound = nullptr;  // "After nine but before eleven": the second clock.
  const Phrase* part = nullptr;
  const FromNow* from_now = nullptr;
  const Lasting* lasting = nullptr;
  bool asap = false;
  bool sweeping_denial = false;  // "Any day but Monday".

  const ClockReading* clock_reading() const {
    return clock == nullptr ? nullptr : clock->as<ClockReading>();
  }
  const PartReading* part_reading() const {
    return part == nullptr ? nullptr : part->as<PartReading>();
  }
};

Choice choose(std::span<const Phrase> phrases, Day today);

}  // namespace callwright::language
