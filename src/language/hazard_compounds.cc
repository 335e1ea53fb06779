#include "language/hazard_compounds.h"

#include <string_view>
#include <vector>

#include "language/emergency_tables.h"
#include "language/phrases.h"

namespace callwright::language {
namespace {

bool has_comma(const Words& words, WordRange range) {
  for (std::size_t at = range.begin + 1; at < range.end; ++at) {
    if (words[at].mark == ',') return true;
  }
  return false;
}

}  // namespace

void join_hazard_compounds(Words& words) {
  static const PhraseSet set = [] {
    std::vector<std::string_view> phrases;
    for (const Compound& row : hazard_compounds()) phrases.push_back(row.phrase);
    return PhraseSet(phrases, emergency_classes());
  }();
  std::vector<Words::Compound> joined;
  std::size_t next = 0;
  const std::vector<PhraseMatch> matches = set.find(words);
  for (std::size_t i = 0; i < matches.size(); ++i) {
    const std::size_t begin = matches[i].words.begin;
    const PhraseMatch* longest = &matches[i];
    for (; i + 1 < matches.size() && matches[i + 1].words.begin == begin; ++i) {
      if (matches[i + 1].words.end > longest->words.end) longest = &matches[i + 1];
    }
    if (begin < next || has_comma(words, longest->words)) continue;
    joined.push_back({longest->words, hazard_compounds()[longest->phrase].name});
    next = longest->words.end;
  }
  words.join(joined);
}

}  // namespace callwright::language
