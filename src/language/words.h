#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace callwright::language {

enum class WordKind : std::uint8_t {
  Letters,
  Digits,
  Taken,  // Read as part of some slot already: matches nothing.
};

// A run of letters or a run of digits: "10am" is two words, "don't" and "o'clock" are one.
struct Word {
  std::string text;       // Case-folded (NFKC), without diacritics: "Mañana" is "manana".
  std::size_t begin = 0;  // Bytes of the original, half-open.
  std::size_t end = 0;
  WordKind kind = WordKind::Letters;

  // What stands between this word and the one before: its last punctuation mark other than quotes,
  // or a space, or 0 when they touch ("10am"). Dashes of every length are '-'.
  char mark = 0;
  bool spaced = false;  // There is white space in between.

  bool is_digits() const { return kind == WordKind::Digits; }
  bool is_letters() const { return kind == WordKind::Letters; }
  // Letters that end one thought and begin another: "Friday. Also ...".
  bool opens_sentence() const {
    return mark == '!' || mark == '?' || mark == ';' || mark == '\n' || (mark == '.' && spaced);
  }
};

// Words [begin, end) of an utterance.
struct WordRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool empty() const { return begin >= end; }
  friend bool operator==(const WordRange&, const WordRange&) = default;
};

// What a reader found and which words said it.
template <class Value>
struct Found {
  Value value;
  std::vector<WordRange> words;
};

// An utterance as readers see it: no hesitation ("um", "este..."), no recogniser's annotations
// ("[noise]"), no cut-off or repeated starts ("Tue- Tuesday", "the the"). Positions beyond the last
// word may be asked about, and match nothing.
class Words {
 public:
  // The text must outlive the words.
  explicit Words(std::string_view original);

  std::size_t size() const { return words_.size(); }
  bool empty() const { return words_.empty(); }
  const Word& operator[](std::size_t at) const { return at < words_.size() ? words_[at] : none_; }
  auto begin() const { return words_.begin(); }
  auto end() const { return words_.end(); }

  bool is(std::size_t at, std::string_view folded) const { return (*this)[at].text == folded; }
  bool is_any(std::size_t at, std::initializer_list<std::string_view> folded) const;

  // How many words the phrase takes when it stands at `at`, else 0: phrase_at(3, "as soon as").
  std::size_t phrase_at(std::size_t at, std::string_view phrase) const;

  // The words as they were said or typed, with what stands between them.
  std::string_view original() const { return original_; }
  std::string_view original(WordRange range) const;

  // The folded words, a space between each.
  std::string folded(WordRange range) const;

  struct Compound {
    WordRange words;
    std::string_view name;
  };
  // Makes one word of each compound, in their order: "water heater" is then no water.
  void join(const std::vector<Compound>& compounds);

  // Keeps other readers from reading these words again.
  void take(const std::vector<WordRange>& ranges);

 private:
  std::string_view original_;
  std::vector<Word> words_;
  Word none_{.kind = WordKind::Taken};
};

// Case-folded (NFKC) and without diacritics, as Word::text is.
std::string folded(std::string_view text);

}  // namespace callwright::language
