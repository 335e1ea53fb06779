#include "language/spelling.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

namespace callwright::language {
namespace {

struct LetterName {
  std::string_view word;
  char letter;
};

// Words that sound like a letter and are also words of their own.
constexpr auto letter_sounds = std::to_array<LetterName>({
    {"bee", 'b'},   {"be", 'b'},   {"see", 'c'},  {"sea", 'c'},   {"cee", 'c'},    {"dee", 'd'},
    {"ef", 'f'},    {"eff", 'f'},  {"gee", 'g'},  {"aitch", 'h'}, {"haitch", 'h'}, {"eye", 'i'},
    {"jay", 'j'},   {"kay", 'k'},  {"el", 'l'},   {"ell", 'l'},   {"em", 'm'},     {"en", 'n'},
    {"oh", 'o'},    {"pee", 'p'},  {"pea", 'p'},  {"cue", 'q'},   {"queue", 'q'},  {"are", 'r'},
    {"ar", 'r'},    {"ess", 's'},  {"tee", 't'},  {"tea", 't'},   {"you", 'u'},    {"yu", 'u'},
    {"vee", 'v'},   {"ex", 'x'},   {"why", 'y'},  {"wye", 'y'},   {"zee", 'z'},    {"zed", 'z'},
    {"ce", 'c'},    {"de", 'd'},   {"efe", 'f'},  {"ge", 'g'},    {"hache", 'h'},  {"jota", 'j'},
    {"ka", 'k'},    {"ele", 'l'},  {"eme", 'm'},  {"ene", 'n'},   {"pe", 'p'},     {"cu", 'q'},
    {"ere", 'r'},   {"erre", 'r'}, {"ese", 's'},  {"te", 't'},    {"uve", 'v'},    {"ve", 'v'},
    {"equis", 'x'}, {"ye", 'y'},   {"zeta", 'z'},
});

// The radio alphabet; some of its words are names, so a single one proves nothing.
constexpr auto radio_alphabet = std::to_array<LetterName>({
    {"alpha", 'a'},    {"alfa", 'a'},    {"bravo", 'b'},   {"charlie", 'c'}, {"delta", 'd'},
    {"echo", 'e'},     {"foxtrot", 'f'}, {"golf", 'g'},    {"hotel", 'h'},   {"india", 'i'},
    {"juliet", 'j'},   {"juliett", 'j'}, {"kilo", 'k'},    {"lima", 'l'},    {"mike", 'm'},
    {"november", 'n'}, {"oscar", 'o'},   {"papa", 'p'},    {"quebec", 'q'},  {"romeo", 'r'},
    {"sierra", 's'},   {"tango", 't'},   {"uniform", 'u'}, {"victor", 'v'},  {"whiskey", 'w'},
    {"whisky", 'w'},   {"xray", 'x'},    {"yankee", 'y'},  {"zulu", 'z'},
});

constexpr std::size_t spelled_letters_max = 40;

template <std::size_t Size>
std::optional<char> look_up(const std::array<LetterName, Size>& names, std::string_view word) {
  const auto* const found = std::ranges::find(names, word, &LetterName::word);
  if (found == names.end()) return std::nullopt;
  return found->letter;
}

// "as in boy", "for boy", "like boy", "de barcelona" after the letter it explains; 0 when there is
// none.
std::size_t explanation(const Words& words, std::size_t at, char letter) {
  std::size_t example = 0;
  if (words.phrase_at(at, "as in") != 0) {
    example = at + 2;
  } else if (words.is_any(at, {"for", "like", "de", "as", "como"})) {
    example = words.phrase_at(at, "como en") != 0 ? at + 2 : at + 1;
  } else {
    return 0;
  }
  if (words.is_any(example, {"a", "an", "the", "in"}) && letter != words[example + 1].text[0])
    return 0;
  const Word& word = words[example];
  const bool explains = word.is_letters() && word.text.size() > 1 && word.text[0] == letter;
  return explains ? example + 1 - at : 0;
}

std::optional<LetterReading> plain_letter(const Words& words, std::size_t at) {
  const Word& word = words[at];
  if (!word.is_letters()) return std::nullopt;
  if (word.text.size() == 1) return LetterReading{word.text, at + 1, true};
  if (words.is_any(at, {"double", "doble"}) && words.is_any(at + 1, {"you", "u", "uve", "ve"})) {
    return LetterReading{"w", at + 2, true};
  }
  if (words.phrase_at(at, "i griega") != 0) return LetterReading{"y", at + 2, true};
  if (const auto letter = look_up(letter_sounds, word.text)) {
    return LetterReading{std::string(1, *letter), at + 1, false};
  }
  return std::nullopt;
}

// "JU": letters that a recogniser wrote together.
bool is_clump(const Words& words, std::size_t at) {
  const Word& word = words[at];
  if (!word.is_letters() || word.text.size() < 2 || word.text.size() > 3) return false;
  return std::ranges::all_of(words.original({at, at + 1}),
                             [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::optional<SpellingReading> read_radio_alphabet(const Words& words, std::size_t at) {
  constexpr std::size_t radio_words_min = 3;
  SpellingReading reading{.text = "", .next = at};
  while (reading.text.size() < spelled_letters_max) {
    const auto letter = look_up(radio_alphabet, words[reading.next].text);
    if (!letter) break;
    reading.text += *letter;
    ++reading.next;
  }
  if (reading.text.size() < radio_words_min) return std::nullopt;
  return reading;
}

}  // namespace

std::optional<LetterReading> read_letter(const Words& words, std::size_t at) {
  if (words.is_any(at, {"capital", "letter", "mayuscula"})) {
    auto letter = plain_letter(words, at + 1);
    if (letter) letter->certain = true;
    return letter;
  }
  if (words.is_any(at, {"double", "doble"}) && !words.is_any(at + 1, {"you", "u", "uve", "ve"})) {
    auto letter = plain_letter(words, at + 1);
    if (!letter) return std::nullopt;
    letter->letters += letter->letters;
    letter->certain = true;
    return letter;
  }
  auto letter = plain_letter(words, at);
  if (!letter) return std::nullopt;
  if (const std::size_t taken = explanation(words, letter->next, letter->letters[0])) {
    letter->next += taken;
    letter->certain = true;
  }
  return letter;
}

std::optional<SpellingReading> read_spelling(const Words& words, std::size_t at) {
  if (auto radio = read_radio_alphabet(words, at)) return radio;

  SpellingReading reading{.text = "", .next = at};
  std::size_t letters = 0;
  std::size_t certain = 0;
  while (letters < spelled_letters_max) {
    const std::size_t next = reading.next;
    if (letters > 0 && words[next].opens_sentence()) break;
    if (letters > 0 && words.is(next, "space") && read_letter(words, next + 1)) {
      reading.text += ' ';
      ++reading.next;
      continue;
    }
    if (letters > 0 && is_clump(words, next)) {
      reading.text += words[next].text;
      letters += words[next].text.size();
      certain += words[next].text.size();
      ++reading.next;
      continue;
    }
    // "O apostrophe C O N N O R".
    const bool apostrophe = words.is_any(next, {"apostrophe", "apostrofe", "apostrofo"});
    if (letters > 0 && apostrophe && read_letter(words, next + 1)) {
      reading.text += '\'';
      ++reading.next;
      continue;
    }
    const auto letter = read_letter(words, next);
    if (!letter || (letters == 0 && !letter->certain && !read_letter(words, letter->next))) break;
    reading.text += letter->letters;
    letters += letter->letters.size();
    if (letter->certain) certain += letter->letters.size();
    reading.next = letter->next;
  }
  constexpr std::size_t letters_min = 2;
  if (letters < letters_min || certain * 2 <= letters) return std::nullopt;
  return reading;
}

}  // namespace callwright::language
