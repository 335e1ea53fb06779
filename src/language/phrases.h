#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/words.h"

namespace callwright::language {

// A name for words that mean the same in many phrases: {"now", "now|currently|right"} is written
// <now> in a phrase.
struct WordClass {
  std::string_view name;
  std::string_view words;
};

struct PhraseMatch {
  std::size_t phrase = 0;  // Index in the list the set was made from.
  WordRange words;
};

// Many phrases looked for at once, in time linear in the utterance. A phrase is words in this
// notation, separated by spaces:
//
//   gas          the word           leak*   a word that begins so     a|b    either
//   word?        may be missing     <name>  a word of the class       #      digits
//   ..  ...      up to two, up to six words of any kind, within one thought
//   now|$        the word, or the end of the thought
//   ^  $         a thought, or what follows a comma, begins or ends here
//
// Words are written folded, as Word::text is.
class PhraseSet {
 public:
  PhraseSet(std::span<const std::string_view> phrases, std::span<const WordClass> classes);

  // By position of the first word; at each position the shortest match of every phrase.
  std::vector<PhraseMatch> find(const Words& words) const;

 private:
  struct Element {
    std::size_t symbol = 0;
    std::size_t gap = 0;  // Words of any kind that may come before.
    bool optional = false;
    bool may_end = false;  // The end of the thought will do as well.
  };
  struct Phrase {
    std::vector<Element> elements;
    bool begins = false;
    bool ends = false;
  };
  // What is known of a word: the symbols it belongs to and the phrases that may start with it.
  struct Entry {
    std::vector<std::uint64_t> symbols;
    std::vector<std::uint32_t> starts;
  };
  struct TransparentHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  using Dictionary = std::unordered_map<std::string, Entry, TransparentHash, std::equal_to<>>;

  class Compiler;
  class Search;

  std::vector<Phrase> phrases_;
  Dictionary literals_;
  Dictionary prefixes_;
  Entry digits_;
  std::size_t shortest_prefix_ = 0;
  std::size_t longest_prefix_ = 0;
};

// Words that turn a thought round ("but", "however", "pero"): what was said before does not reach
// across them.
bool is_contrast(const Word& word);

// The word begins a new thought.
bool opens_thought(const Words& words, std::size_t at);

}  // namespace callwright::language
