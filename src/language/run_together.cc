#include "language/run_together.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace callwright::language {
namespace {

// Only small words run together; the lists are short so that no word is taken for two.
constexpr std::array<std::string_view, 15> openers = {"yes",   "yeah", "yep",    "yup",  "ok",
                                                      "okay",  "sure", "no",     "nope", "nothing",
                                                      "great", "fine", "thanks", "bye",  "perfect"};
constexpr std::array<std::string_view, 48> followers = {
    "i",    "im",       "i'm", "it",     "its",  "it's",  "that",    "thats",  "that's", "thank",
    "thx",  "thanks",   "you", "please", "pls",  "plz",   "all",     "the",    "this",   "there",
    "we",   "my",       "me",  "sir",    "maam", "madam", "go",      "have",   "can",    "need",
    "want", "is",       "am",  "do",     "of",   "here",  "correct", "bye",    "ok",     "okay",
    "just", "thankyou", "got", "what",   "how",  "will",  "right",   "goodbye"};
constexpr std::array<std::string_view, 8> closers = {"bye",   "goodbye", "thanks", "thankyou",
                                                     "thank", "please",  "thx",    "ok"};
constexpr std::array<std::string_view, 16> before_closers = {
    "day",  "night", "one",  "weekend", "evening", "all",  "that",  "it",
    "help", "now",   "much", "you",     "time",    "done", "today", "everything"};

template <class List>
bool has(const List& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

// How many letters the first of two words has, or 0 where the word is one.
std::size_t first_of_two(std::string_view text) {
  for (const std::string_view opener : openers) {
    if (text.starts_with(opener) && has(followers, text.substr(opener.size()))) {
      return opener.size();
    }
  }
  for (const std::string_view closer : closers) {
    const std::size_t first = text.size() - std::min(text.size(), closer.size());
    if (text.ends_with(closer) && has(before_closers, text.substr(0, first))) return first;
  }
  return 0;
}

}  // namespace

void separate_run_together(std::vector<Word>& words) {
  constexpr std::size_t shortest = 4;
  for (std::size_t at = 0; at < words.size(); ++at) {
    Word& word = words[at];
    const bool is_plain = word.is_letters() && word.text.size() == word.end - word.begin;
    const std::size_t first =
        is_plain && word.text.size() >= shortest ? first_of_two(word.text) : 0;
    if (first == 0) continue;
    Word second = word;
    second.text = word.text.substr(first);
    second.begin = word.begin + first;
    second.mark = ' ';
    second.spaced = true;
    word.text.resize(first);
    word.end = second.begin;
    words.insert(words.begin() + static_cast<std::ptrdiff_t>(at) + 1, std::move(second));
    ++at;
  }
}

}  // namespace callwright::language
