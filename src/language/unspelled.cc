#include "language/unspelled.h"

#include "language/address_words.h"
#include "language/spelling.h"

namespace callwright::language {
namespace {

constexpr std::size_t letters_min = 3;

// What stands before the word, so that the new text is read with the same pauses.
std::string gap_before(const Word& word) {
  if (word.mark == 0) return "";
  if (word.mark == ' ') return " ";
  if (word.mark == '#') return " #";
  return std::string(1, word.mark) + (word.spaced ? " " : "");
}

// Letters alone, one after the other; "S W" are directions and "c/o" is neither.
bool is_dictated(const Words& words, WordRange range) {
  bool names = false;
  for (std::size_t at = range.begin; at < range.end; ++at) {
    if (words[at].text.size() != 1) return false;
    if (at > range.begin && words[at].mark != ' ' && words[at].mark != '-' &&
        words[at].mark != ',') {
      return false;
    }
    names = names || !words.is_any(at, {"n", "s", "e", "w"});
  }
  return names;
}

}  // namespace

Unspelled unspelled(const Words& words) {
  Unspelled result;
  bool was_spelled = false;
  for (std::size_t at = 0; at < words.size();) {
    const auto spelling = words[at].is_letters() && words[at].text.size() == 1
                              ? read_spelling(words, at)
                              : std::nullopt;
    const bool is_word =
        spelling && spelling->next - at >= letters_min && is_dictated(words, {at, spelling->next});
    if (!is_word) {
      // "Elm, E L M, Street": the pause was for the letters.
      const bool goes_on = was_spelled && words[at].mark == ',' && is_street_type(words[at].text);
      if (at > 0) result.text += goes_on ? " " : gap_before(words[at]);
      was_spelled = false;
      result.text += words.original({at, at + 1});
      result.from.push_back(at++);
      continue;
    }
    const bool said_before = at > 0 && words[at - 1].text == spelling->text;
    if (!said_before) {
      if (at > 0) result.text += gap_before(words[at]);
      result.text += spelling->text;
      result.from.push_back(at);
    }
    at = spelling->next;
    was_spelled = true;
    result.any = true;
  }
  result.from.push_back(words.size());
  return result;
}

}  // namespace callwright::language
