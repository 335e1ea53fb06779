#include "language/urgency_features.h"

#include <string_view>

namespace callwright::language {

std::vector<std::uint32_t> urgency_features(const Words& words) {
  constexpr std::size_t stem_letters = 5;
  std::vector<std::uint32_t> features;
  std::string_view before = "^";
  for (const Word& word : words) {
    const std::string_view text = word.is_digits() ? std::string_view("#") : word.text;
    features.push_back(hashed_feature({"word", text}));
    features.push_back(hashed_feature({"pair", before, text}));
    if (text.size() > stem_letters) {
      features.push_back(hashed_feature({"stem", text.substr(0, stem_letters)}));
    }
    before = text;
  }
  return features;
}

}  // namespace callwright::language
