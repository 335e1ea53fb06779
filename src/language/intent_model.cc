#include "language/intent_model.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "base/embedded.h"
#include "base/result.h"

namespace callwright {
std::span<const EmbeddedFile> embedded_intent_weights();
}

namespace callwright::language {
namespace {

const signed char* weights_of(std::uint32_t feature) {
  static const std::string_view bytes = [] {
    const std::span<const EmbeddedFile> files = embedded_intent_weights();
    ASSERT(files.size() == 1 && files[0].bytes.size() == intent_weights_size);
    return files[0].bytes;
  }();
  return reinterpret_cast<const signed char*>(bytes.data()) + feature * intent_classes.size();
}

void add(std::array<int, intent_classes.size()>& sums, std::uint32_t feature) {
  const signed char* weights = weights_of(feature);
  for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += weights[i];
}

bool is_known(std::uint32_t feature) {
  const signed char* weights = weights_of(feature);
  return std::any_of(weights, weights + intent_classes.size(), [](int w) { return w != 0; });
}

}  // namespace

IntentScores classify_intent(const IntentFeatures& features) {
  std::array<int, intent_classes.size()> sums{};
  std::size_t unknown = 0;
  for (const std::uint32_t word : features.words) {
    if (!is_known(word)) ++unknown;
    add(sums, word);
  }
  for (const std::uint32_t other : features.others) add(sums, other);
  add(sums, unknown_words_feature(unknown, features.words.size()));

  IntentScores scores{};
  const int top = *std::ranges::max_element(sums);
  double total = 0;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    scores[i] = std::exp((sums[i] - top) / weight_steps);
    total += scores[i];
  }
  for (double& score : scores) score /= total;
  return scores;
}

}  // namespace callwright::language
