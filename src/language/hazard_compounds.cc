#include "language/hazard_compounds.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <span>
#include <string_view>
#include <unordered_set>
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

PhraseSet set_of(std::span<const Compound> rows) {
  std::vector<std::string_view> phrases;
  phrases.reserve(rows.size());
  for (const Compound& row : rows) phrases.push_back(row.phrase);
  return PhraseSet(phrases, emergency_classes());
}

void join(Words& words, const PhraseSet& set, std::span<const Compound> rows) {
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
    joined.push_back({longest->words, rows[longest->phrase].name});
    next = longest->words.end;
  }
  words.join(joined);
}

// "The toilet's gushing" is said of the toilet. Whose it is ("my mother's furnace") is left alone.
void take_off_is(Words& words) {
  static const std::unordered_set<std::string_view> things = [] {
    constexpr std::array<std::string_view, 9> classes = {"alarm",   "fitting",  "appliance",
                                                         "pipe",    "overhead", "big_item",
                                                         "heating", "basin",    "spilled"};
    std::unordered_set<std::string_view> found = {"water", "power", "sewage", "outlet"};
    for (const WordClass& word_class : emergency_classes()) {
      if (std::ranges::find(classes, word_class.name) == classes.end()) continue;
      for (const auto word : std::views::split(word_class.words, '|')) {
        found.insert(std::string_view(word));
      }
    }
    found.erase("it");
    return found;
  }();
  constexpr std::string_view is = "'s";
  std::vector<Words::Compound> joined;
  for (std::size_t at = 0; at < words.size(); ++at) {
    std::string_view text = words[at].text;
    if (!text.ends_with(is)) continue;
    text.remove_suffix(is.size());
    const auto thing = things.find(text);
    if (thing != things.end()) joined.push_back({{at, at + 1}, *thing});
  }
  words.join(joined);
}

}  // namespace

void join_hazard_compounds(Words& words) {
  static const PhraseSet spellings = set_of(hazard_spellings());
  static const PhraseSet compounds = set_of(hazard_compounds());
  take_off_is(words);
  join(words, spellings, hazard_spellings());
  join(words, compounds, hazard_compounds());
}

}  // namespace callwright::language
