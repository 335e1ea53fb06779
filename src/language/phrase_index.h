#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <unordered_map>

#include "language/words.h"

namespace callwright::language {

// Plain phrases ("as soon as possible") to be looked for at many places: only those that begin with
// the word that stands there are compared.
class PhraseIndex {
 public:
  // The texts must outlive the index.
  explicit PhraseIndex(std::span<const std::string_view> phrases);

  // How many words the longest phrase takes that stands at `at`, else 0.
  std::size_t longest_at(const Words& words, std::size_t at) const;

 private:
  std::unordered_multimap<std::string_view, std::string_view> by_first_word_;
};

}  // namespace callwright::language
