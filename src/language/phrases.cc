#include "language/phrases.h"

#include <algorithm>
#include <array>
#include <deque>

#include "base/result.h"
#include "base/text.h"

namespace callwright::language {
namespace {

constexpr std::size_t short_gap_words = 2;
constexpr std::size_t long_gap_words = 6;

// A symbol's spelling is its key, so that "a|b" in two phrases is one symbol.
using Symbols = std::unordered_map<std::string, std::size_t>;

void merge(std::vector<std::uint32_t>& into, const std::vector<std::uint32_t>& from) {
  for (const std::uint32_t phrase : from) {
    if (std::ranges::find(into, phrase) == into.end()) into.push_back(phrase);
  }
}

void merge_bits(std::vector<std::uint64_t>& into, const std::vector<std::uint64_t>& from) {
  if (into.size() < from.size()) into.resize(from.size());
  for (std::size_t i = 0; i < from.size(); ++i) into[i] |= from[i];
}

}  // namespace

class PhraseSet::Compiler {
 public:
  Compiler(PhraseSet& set, std::span<const WordClass> classes) : set_(set), classes_(classes) {}

  void add(std::string_view text) {
    Phrase phrase;
    std::size_t gap = 0;
    for (std::string_view piece : split(text, ' ')) {
      if (piece == "^") {
        phrase.begins = true;
      } else if (piece == "$") {
        phrase.ends = true;
      } else if (piece == ".." || piece == "...") {
        gap = piece.size() == 2 ? short_gap_words : long_gap_words;
      } else {
        const bool optional = piece.ends_with('?');
        if (optional) piece.remove_suffix(1);
        const bool may_end = piece.ends_with("|$");
        if (may_end) piece.remove_suffix(2);
        phrase.elements.push_back(
            {.symbol = symbol(piece), .gap = gap, .optional = optional, .may_end = may_end});
        gap = 0;
      }
    }
    ASSERT(!phrase.elements.empty() && gap == 0 && phrase.elements.front().gap == 0);
    const auto index = static_cast<std::uint32_t>(set_.phrases_.size());
    for (const Element& element : phrase.elements) {
      starts_[element.symbol].push_back(index);
      if (!element.optional) break;
    }
    set_.phrases_.push_back(std::move(phrase));
  }

  void finish() {
    for (const auto& [spelling, index] : symbols_) add_spelling(spelling, index);
    for (auto& [word, entry] : set_.literals_) add_prefixes_of(word, entry);
    set_.shortest_prefix_ = std::string::npos;
    for (const auto& [prefix, entry] : set_.prefixes_) {
      set_.shortest_prefix_ = std::min(set_.shortest_prefix_, prefix.size());
      set_.longest_prefix_ = std::max(set_.longest_prefix_, prefix.size());
    }
  }

 private:
  std::size_t symbol(std::string_view piece) {
    const auto [at, is_new] = symbols_.try_emplace(std::string(piece), symbols_.size());
    if (is_new) starts_.emplace_back();
    return at->second;
  }

  std::string_view words_of_class(std::string_view name) const {
    const auto found = std::ranges::find(classes_, name, &WordClass::name);
    ASSERT(found != classes_.end());
    return found->words;
  }

  void add_spelling(std::string_view spelling, std::size_t index) {
    for (const std::string_view word : split(spelling, '|')) {
      if (word.starts_with('<')) {
        add_spelling(words_of_class(word.substr(1, word.size() - 2)), index);
      } else if (word == "#") {
        mark(set_.digits_, index);
      } else if (word.ends_with('*')) {
        mark(set_.prefixes_[std::string(word.substr(0, word.size() - 1))], index);
      } else {
        mark(set_.literals_[std::string(word)], index);
      }
    }
  }

  void mark(Entry& entry, std::size_t index) {
    constexpr std::size_t bits = 64;
    if (entry.symbols.size() <= index / bits) entry.symbols.resize(index / bits + 1);
    entry.symbols[index / bits] |= std::uint64_t{1} << (index % bits);
    merge(entry.starts, starts_[index]);
  }

  void add_prefixes_of(std::string_view word, Entry& entry) {
    for (const auto& [prefix, of_prefix] : set_.prefixes_) {
      if (!word.starts_with(prefix)) continue;
      merge_bits(entry.symbols, of_prefix.symbols);
      merge(entry.starts, of_prefix.starts);
    }
  }

  PhraseSet& set_;
  std::span<const WordClass> classes_;
  Symbols symbols_;
  std::vector<std::vector<std::uint32_t>> starts_;
};

class PhraseSet::Search {
 public:
  Search(const PhraseSet& set, const Words& words) : set_(set), words_(words) {
    entries_.reserve(words.size());
    for (const Word& word : words) entries_.push_back(entry_of(word));
  }

  std::vector<PhraseMatch> run() const {
    std::vector<PhraseMatch> matches;
    for (std::size_t at = 0; at < entries_.size(); ++at) {
      if (entries_[at] == nullptr) continue;
      for (const std::uint32_t index : entries_[at]->starts) {
        const Phrase& phrase = set_.phrases_[index];
        if (phrase.begins && !is_boundary(at)) continue;
        const std::size_t end = match(phrase, 0, at, at);
        if (end > at) matches.push_back({.phrase = index, .words = {at, end}});
      }
    }
    return matches;
  }

 private:
  const Entry* entry_of(const Word& word) {
    if (word.text.empty()) return nullptr;
    const auto literal = set_.literals_.find(std::string_view(word.text));
    const Entry* spelled =
        literal != set_.literals_.end() ? &literal->second : entry_by_prefix(word.text);
    // "The water's rising": the word, and a verb that no phrase asks for.
    if (literal == set_.literals_.end() && word.text.ends_with("'s")) {
      const auto stem =
          set_.literals_.find(std::string_view(word.text).substr(0, word.text.size() - 2));
      if (stem != set_.literals_.end()) {
        spelled = spelled == nullptr ? &stem->second : merged(*spelled, stem->second);
      }
    }
    if (!word.is_digits()) return spelled;
    return spelled == nullptr ? &set_.digits_ : merged(*spelled, set_.digits_);
  }

  const Entry* entry_by_prefix(std::string_view text) {
    const Entry* entry = nullptr;
    const std::size_t longest = std::min(text.size(), set_.longest_prefix_);
    for (std::size_t size = set_.shortest_prefix_; size <= longest; ++size) {
      const auto found = set_.prefixes_.find(text.substr(0, size));
      if (found == set_.prefixes_.end()) continue;
      entry = entry == nullptr ? &found->second : merged(*entry, found->second);
    }
    return entry;
  }

  const Entry* merged(const Entry& a, const Entry& b) {
    Entry& both = merged_.emplace_back(a);
    merge_bits(both.symbols, b.symbols);
    merge(both.starts, b.starts);
    return &both;
  }

  bool has(std::size_t at, std::size_t symbol) const {
    constexpr std::size_t bits = 64;
    const Entry* entry = entries_[at];
    return entry != nullptr && symbol / bits < entry->symbols.size() &&
           ((entry->symbols[symbol / bits] >> (symbol % bits)) & 1) != 0;
  }

  bool is_boundary(std::size_t at) const {
    return opens_thought(words_, at) || words_[at].mark == ',';
  }

  // The end of the shortest match of the phrase's elements from `next` on, or 0. Gaps are short and
  // phrases have few of them, so the search is bounded by a constant.
  std::size_t match(const Phrase& phrase, std::size_t next, std::size_t start,
                    std::size_t at) const {
    if (next == phrase.elements.size()) {
      return !phrase.ends || at >= words_.size() || is_boundary(at) ? at : 0;
    }
    const Element& element = phrase.elements[next];
    for (std::size_t skipped = 0; skipped <= element.gap; ++skipped) {
      const std::size_t here = at + skipped;
      const bool inside = here < words_.size() && (here == start || !opens_thought(words_, here));
      if (!inside) break;
      if (!has(here, element.symbol)) continue;
      const std::size_t end = match(phrase, next + 1, start, here + 1);
      if (end != 0) return end;
    }
    const bool is_over = element.may_end && (at >= words_.size() || is_boundary(at));
    return element.optional || is_over ? match(phrase, next + 1, start, at) : 0;
  }

  const PhraseSet& set_;
  const Words& words_;
  std::vector<const Entry*> entries_;
  std::deque<Entry> merged_;
};

PhraseSet::PhraseSet(std::span<const std::string_view> phrases,
                     std::span<const WordClass> classes) {
  Compiler compiler(*this, classes);
  for (const std::string_view phrase : phrases) compiler.add(phrase);
  compiler.finish();
}

std::vector<PhraseMatch> PhraseSet::find(const Words& words) const {
  return Search(*this, words).run();
}

bool is_contrast(const Word& word) {
  constexpr std::array<std::string_view, 9> list = {
      "but", "however", "although", "though", "except", "pero", "sino", "aunque", "instead"};
  return std::ranges::find(list, word.text) != list.end();
}

bool opens_thought(const Words& words, std::size_t at) {
  return at == 0 || words[at].opens_sentence() || is_contrast(words[at]) ||
         is_contrast(words[at - 1]);
}

}  // namespace callwright::language
