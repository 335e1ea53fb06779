#include "language/phrase_index.h"

#include <algorithm>

namespace callwright::language {

PhraseIndex::PhraseIndex(std::span<const std::string_view> phrases) {
  for (const std::string_view phrase : phrases) {
    by_first_word_.emplace(phrase.substr(0, phrase.find(' ')), phrase);
  }
}

std::size_t PhraseIndex::longest_at(const Words& words, std::size_t at) const {
  std::size_t longest = 0;
  const auto [begin, end] = by_first_word_.equal_range(words[at].text);
  for (auto entry = begin; entry != end; ++entry)
    longest = std::max(longest, words.phrase_at(at, entry->second));
  return longest;
}

}  // namespace callwright::language
