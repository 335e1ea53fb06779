#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "language/intent_rules.h"
#include "language/understanding.h"
#include "language/words.h"

namespace callwright::language {

// Features are hashed: two that meet in one number share a weight.
constexpr std::size_t feature_count = std::size_t{1} << 15U;

// What the classifier of intents looks at, as numbers below feature_count.
struct IntentFeatures {
  std::vector<std::uint32_t> words;   // One for each word, in their order.
  std::vector<std::uint32_t> others;  // Neighbours, beginnings, what was asked, what rules say.
};

IntentFeatures intent_features(const Words& words, Question asked, const IntentRules& rules);

// Says how many words the classifier has never met.
std::uint32_t unknown_words_feature(std::size_t unknown, std::size_t words);

}  // namespace callwright::language
