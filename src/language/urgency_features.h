#pragma once

#include <cstdint>
#include <vector>

#include "language/feature_hash.h"
#include "language/words.h"

namespace callwright::language {

// What the classifier of urgency looks at: words, neighbours and stems, as numbers below
// feature_count.
std::vector<std::uint32_t> urgency_features(const Words& words);

}  // namespace callwright::language
