#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "language/feature_hash.h"
#include "language/intent_rules.h"
#include "language/understanding.h"
#include "language/words.h"

namespace callwright::language {

// What the classifier of intents looks at, as numbers below feature_count.
struct IntentFeatures {
  std::vector<std::uint32_t> words;   // One for each word, in their order.
  std::vector<std::uint32_t> others;  // Neighbours, beginnings, what was asked, what rules say.
};

IntentFeatures intent_features(const Words& words, Question asked, const IntentRules& rules);

// Says how many words the classifier has never met.
std::uint32_t unknown_words_feature(std::size_t unknown, std::size_t words);

}  // namespace callwright::language
