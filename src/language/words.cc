#include "language/words.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "base/result.h"
#include "language/run_together.h"

namespace callwright::language {
namespace {

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::u16string normalized(const UNormalizer2* normalizer, const std::u16string& text) {
  UErrorCode status = U_ZERO_ERROR;
  // NFKC may expand one code unit to eighteen; a second pass with the right size is rarer than a
  // buffer that is too large is costly.
  std::u16string out(text.size() * 2 + 8, u'\0');
  for (;;) {
    const std::int32_t size =
        unorm2_normalize(normalizer, text.data(), static_cast<std::int32_t>(text.size()),
                         out.data(), static_cast<std::int32_t>(out.size()), &status);
    const bool fits = status != U_BUFFER_OVERFLOW_ERROR;
    out.resize(static_cast<std::size_t>(size));
    if (fits) break;
    status = U_ZERO_ERROR;
  }
  ASSERT(U_SUCCESS(status));
  return out;
}

std::u16string to_utf16(std::string_view text) {
  std::u16string out;
  out.reserve(text.size());
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 code = 0;
    U8_NEXT_OR_FFFD(text.data(), at, size, code);
    if (U_IS_BMP(code)) {
      out.push_back(static_cast<char16_t>(code));
    } else {
      out.push_back(U16_LEAD(code));
      out.push_back(U16_TRAIL(code));
    }
  }
  return out;
}

std::string to_utf8_without_marks(const std::u16string& text) {
  std::string out;
  out.reserve(text.size());
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 code = 0;
    U16_NEXT(text.data(), at, size, code);
    if (u_charType(code) == U_NON_SPACING_MARK) continue;
    if (u_isdigit(code)) code = '0' + u_charDigitValue(code);
    std::array<char, U8_MAX_LENGTH> bytes{};
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(bytes.data(), length, code);
    out.append(bytes.data(), static_cast<std::size_t>(length));
  }
  return out;
}

std::string folded_unicode(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  static const UNormalizer2* const casefold = unorm2_getNFKCCasefoldInstance(&status);
  static const UNormalizer2* const decompose = unorm2_getNFDInstance(&status);
  ASSERT(U_SUCCESS(status));
  return to_utf8_without_marks(normalized(decompose, normalized(casefold, to_utf16(text))));
}

enum class CharKind : std::uint8_t { Letter, Digit, Apostrophe, Space, Quote, Mark };

struct Char {
  CharKind kind = CharKind::Mark;
  char mark = 0;  // Mark only.
  std::size_t size = 1;
};

Char ascii_char(char c) {
  if (lower(c) >= 'a' && lower(c) <= 'z') return {.kind = CharKind::Letter};
  if (c >= '0' && c <= '9') return {.kind = CharKind::Digit};
  switch (c) {
    case ' ':
    case '\t':
    case '\r':
      return {.kind = CharKind::Space};
    case '\n':
      return {.kind = CharKind::Mark, .mark = '\n'};
    case '\'':
    case '`':
      return {.kind = CharKind::Apostrophe};
    case '"':
      return {.kind = CharKind::Quote};
    default:
      return {.kind = CharKind::Mark, .mark = c};
  }
}

Char char_at(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (static_cast<unsigned char>(c) < 0x80) return ascii_char(c);

  UChar32 code = 0;
  auto next = static_cast<std::int32_t>(at);
  U8_NEXT(text.data(), next, static_cast<std::int32_t>(text.size()), code);
  Char result{.size = static_cast<std::size_t>(next) - at};
  if (code < 0) {
    result.mark = ' ';  // Broken UTF-8 separates words and is otherwise ignored.
  } else if (u_isdigit(code)) {
    result.kind = CharKind::Digit;
  } else if (u_isalpha(code) || u_charType(code) == U_NON_SPACING_MARK) {
    result.kind = CharKind::Letter;
  } else if (code == 0x2018 || code == 0x2019 || code == 0x02BC) {
    result.kind = CharKind::Apostrophe;
  } else if (code == 0x201C || code == 0x201D || code == 0x00AB || code == 0x00BB) {
    result.kind = CharKind::Quote;
  } else if (u_isUWhiteSpace(code)) {
    result.kind = CharKind::Space;
  } else if (u_charType(code) == U_DASH_PUNCTUATION) {
    result.mark = '-';
  } else {
    const std::string plain = folded_unicode(text.substr(at, result.size));
    const bool one_ascii = plain.size() == 1 && static_cast<unsigned char>(plain[0]) < 0x80;
    result.mark = one_ascii ? plain[0] : code == 0x2026 ? '.' : ',';
  }
  return result;
}

// Folds the word's bytes; an apostrophe inside is always '.
std::string folded_word(std::string_view bytes) {
  std::string out = folded(bytes);
  for (const std::string_view curly : {"\u2018", "\u2019", "\u02BC", "`"}) {
    for (std::size_t at = 0; (at = out.find(curly, at)) != std::string::npos;) {
      out.replace(at, curly.size(), "'");
    }
  }
  return out;
}

// Cuts the text into words; whether each is worth keeping is decided later.
std::vector<Word> cut(std::string_view text) {
  std::vector<Word> words;
  Word word;
  bool inside = false;
  const auto close = [&](std::size_t end) {
    if (!inside) return;
    word.end = end;
    word.text = folded_word(text.substr(word.begin, end - word.begin));
    words.push_back(std::move(word));
    word = Word{};
    inside = false;
  };

  for (std::size_t at = 0; at < text.size();) {
    const Char c = char_at(text, at);
    const bool letter = c.kind == CharKind::Letter;
    if (letter || c.kind == CharKind::Digit) {
      const WordKind kind = letter ? WordKind::Letters : WordKind::Digits;
      if (inside && word.kind != kind) close(at);
      if (!inside) {
        inside = true;
        word.begin = at;
        word.kind = kind;
      }
    } else if (c.kind == CharKind::Apostrophe && inside && word.is_letters() &&
               at + c.size < text.size() && char_at(text, at + c.size).kind == CharKind::Letter) {
      // Belongs to the word: "o'clock".
    } else {
      close(at);
      if (c.kind == CharKind::Mark) word.mark = c.mark;
      if (word.mark == 0) word.mark = ' ';
      if (c.kind == CharKind::Space || c.mark == '\n') word.spaced = true;
    }
    at += c.size;
  }
  close(text.size());
  separate_run_together(words);
  return words;
}

bool is_any_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::ranges::find(list, word) != list.end();
}

bool is_hesitation(std::string_view word) {
  return is_any_of(word, {"um", "umm", "ummm", "uh", "uhh", "uhhh", "uhm", "er",  "erm",  "hmm",
                          "hm", "mmm", "ehm",  "eh", "em",  "ah",   "ahh", "aah", "pues", "emm"});
}

// A preposition or verb after which "like" carries meaning: "would like", "smells like", "i like".
bool gives_like_meaning(std::string_view word) {
  return is_any_of(word, {"would",   "i",        "we",     "he",        "she",     "they",
                          "you",     "feels",    "looks",  "sounds",    "smells",  "feel",
                          "look",    "sound",    "smell",  "seems",     "smelled", "smelling",
                          "looking", "sounding", "tastes", "something", "stuff",   "things",
                          "just",    "it's",     "is",     "don't",     "didn't"}) ||
         word.ends_with("'d");
}

bool is_filler(const std::vector<Word>& words, std::size_t at) {
  const std::string& text = words[at].text;
  if (is_hesitation(text)) return true;
  const bool ends_with_comma = at + 1 < words.size() && words[at + 1].mark == ',';
  if (text == "like") {
    const bool leads = at == 0 || words[at].mark == ',';
    if (leads && ends_with_comma) return true;
    const bool before_number = at + 1 < words.size() && words[at + 1].is_digits();
    return at > 0 &&
           (before_number || is_any_of(words[at - 1].text, {"at", "around", "about", "by"})) &&
           !gives_like_meaning(words[at - 1].text);
  }
  // "Este" hesitates before a pause; before a noun it is "this" ("este viernes").
  if (text == "este") {
    return at + 1 < words.size() &&
           (words[at + 1].mark == ',' || words[at + 1].mark == '.' || words[at + 1].text == "este");
  }
  return false;
}

// "[noise]", "<unk>", "(inaudible)": what a recogniser writes where it heard no words.
bool is_annotation(std::string_view original, const Word& word) {
  if (word.begin == 0 || word.end >= original.size()) return false;
  const char before = original[word.begin - 1];
  const char after = original[word.end];
  if ((before == '[' && after == ']') || (before == '<' && after == '>')) return true;
  return before == '(' && after == ')' &&
         is_any_of(word.text, {"inaudible", "unintelligible", "noise", "silence", "laughs",
                               "crosstalk", "pause", "inaudibles", "ruido"});
}

// "Tue- Tuesday": a start that the speaker broke off.
bool is_cut_off(std::string_view original, const std::vector<Word>& words, std::size_t at) {
  const Word& word = words[at];
  if (at + 1 >= words.size() || !word.is_letters()) return false;
  const Word& next = words[at + 1];
  return word.end < original.size() && original[word.end] == '-' && next.spaced &&
         next.text.size() > word.text.size() && next.text.starts_with(word.text);
}

// Small words are said twice by accident; digits, letters and "no" are said twice on purpose.
bool is_stutter(const std::vector<Word>& words, std::size_t at) {
  return at + 1 < words.size() && words[at].text == words[at + 1].text &&
         is_any_of(words[at].text,
                   {"the",  "to", "at", "on", "in", "my", "it's", "is",   "and", "for", "we",
                    "this", "at", "el", "la", "en", "mi", "es",   "para", "un",  "una"});
}

}  // namespace

std::string folded(std::string_view text) {
  if (!is_ascii(text)) return folded_unicode(text);
  std::string out(text);
  std::ranges::transform(out, out.begin(), lower);
  return out;
}

Words::Words(std::string_view original) : original_(original) {
  std::vector<Word> all = cut(original);
  // Decided before any word is moved: each decision looks at its neighbours.
  std::vector<bool> drop(all.size());
  for (std::size_t at = 0; at < all.size(); ++at) {
    drop[at] = is_annotation(original, all[at]) || is_filler(all, at) ||
               is_cut_off(original, all, at) || is_stutter(all, at);
  }

  words_.reserve(all.size());
  for (std::size_t at = 0; at < all.size(); ++at) {
    if (drop[at]) continue;
    Word& word = all[at];
    if (at > 0 && drop[at - 1]) {
      // A pause around a dropped word is still a pause; the marks of an annotation are not.
      const char before = all[at - 1].mark;
      const bool pause = word.mark == ',' || word.opens_sentence();
      if (!pause) word.mark = before == ',' || before == '.' ? before : ' ';
      word.spaced = true;
    }
    words_.push_back(std::move(word));
  }
}

bool Words::is_any(std::size_t at, std::initializer_list<std::string_view> folded) const {
  return is_any_of((*this)[at].text, folded) && !(*this)[at].text.empty();
}

std::size_t Words::phrase_at(std::size_t at, std::string_view phrase) const {
  // Most phrases do not begin like the word that stands here.
  const std::string& first = (*this)[at].text;
  if (phrase.empty() || first.empty() || first.front() != phrase.front()) return 0;
  std::size_t next = at;
  while (!phrase.empty()) {
    const std::size_t space = phrase.find(' ');
    if (!is(next, phrase.substr(0, space))) return 0;
    ++next;
    if (space == std::string_view::npos) break;
    phrase.remove_prefix(space + 1);
  }
  return next - at;
}

std::string_view Words::original(WordRange range) const {
  if (range.empty()) return {};
  ASSERT(range.end <= words_.size());
  const std::size_t begin = words_[range.begin].begin;
  return original_.substr(begin, words_[range.end - 1].end - begin);
}

std::string Words::folded(WordRange range) const {
  std::string out;
  for (std::size_t at = range.begin; at < range.end; ++at) {
    if (!out.empty()) out += ' ';
    out += (*this)[at].text;
  }
  return out;
}

void Words::join(const std::vector<Compound>& compounds) {
  std::vector<Word> joined;
  joined.reserve(words_.size());
  auto next = words_.begin();
  for (const Compound& compound : compounds) {
    const auto begin = words_.begin() + static_cast<std::ptrdiff_t>(compound.words.begin);
    const auto end = words_.begin() + static_cast<std::ptrdiff_t>(compound.words.end);
    ASSERT(next <= begin && begin < end && end <= words_.end());
    std::move(next, begin, std::back_inserter(joined));
    Word& word = joined.emplace_back(std::move(*begin));
    word.text = compound.name;
    word.kind = WordKind::Letters;
    word.end = std::prev(end)->end;
    next = end;
  }
  std::move(next, words_.end(), std::back_inserter(joined));
  words_ = std::move(joined);
}

void Words::take(const std::vector<WordRange>& ranges) {
  for (const WordRange& range : ranges) {
    ASSERT(range.end <= words_.size());
    for (std::size_t at = range.begin; at < range.end; ++at) {
      words_[at].kind = WordKind::Taken;
      words_[at].text.clear();
    }
  }
}

}  // namespace callwright::language
