#pragma once

#include <optional>
#include <span>

#include "language/times/scan.h"
#include "language/understanding.h"

namespace callwright::language {

// What the phrases of one utterance mean together.
std::optional<TimeReading> resolve_times(std::span<const Phrase> phrases, const Context& context);

}  // namespace callwright::language
