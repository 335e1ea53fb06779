#pragma once

#include <utility>
#include <vector>

#include "dialogue/domain/walk_state.h"

namespace callwright::dialogue {

using WalkAnswer = std::pair<Memory, Signal>;

// Everything that may be needed next, whichever values that the walk leaves open are known: each
// need is answered as one that is missing, and as one that is known, for which the next comes up.
std::vector<WalkAnswer> open_needs(const Memory& memory, const tenants::Tenant& tenant,
                                   const WalkSamples& samples);

}  // namespace callwright::dialogue
