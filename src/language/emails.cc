#include "language/emails.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "language/corrections.h"
#include "language/numbers.h"
#include "language/phrase_index.h"
#include "language/spelling.h"

namespace callwright::language {
namespace {

constexpr std::size_t local_part_max = 64;
constexpr std::size_t domain_max = 253;
constexpr std::size_t address_max = 254;
constexpr std::size_t label_max = 63;

constexpr std::size_t local_part_words_max = 24;
constexpr std::size_t label_words_max = 8;
constexpr std::size_t labels_max = 6;

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_atom_char(char c) {
  return is_letter_or_digit(c) || std::string_view("!#$%&'*+-/=?^_`{|}~").contains(c);
}

bool is_local_part(std::string_view text) {
  if (text.empty() || text.size() > local_part_max) return false;
  return std::ranges::all_of(split(text, '.'), [](std::string_view atom) {
    return !atom.empty() && std::ranges::all_of(atom, is_atom_char);
  });
}

bool is_domain(std::string_view text) {
  if (text.empty() || text.size() > domain_max) return false;
  return std::ranges::all_of(split(text, '.'), [](std::string_view label) {
    return !label.empty() && label.size() <= label_max && label.front() != '-' &&
           label.back() != '-' &&
           std::ranges::all_of(label, [](char c) { return is_letter_or_digit(c) || c == '-'; });
  });
}

// The ends of domain names that people say without spelling them.
bool is_top_level(std::string_view text) {
  static constexpr auto known = std::to_array<std::string_view>(
      {"com",    "net",   "org",      "edu",      "gov",      "mil",          "us",    "io",
       "co",     "ai",    "biz",      "info",     "me",       "tv",           "app",   "dev",
       "mx",     "es",    "uk",       "ca",       "ar",       "cl",           "pe",    "pr",
       "de",     "fr",    "eu",       "au",       "nz",       "in",           "email", "mail",
       "online", "shop",  "store",    "site",     "tech",     "cloud",        "work",  "pro",
       "name",   "house", "services", "plumbing", "electric", "construction", "home",  "xyz",
       "live",   "world", "today"});
  return std::ranges::find(known, text) != known.end();
}

// A written address around an '@' of the original.
struct Written {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::optional<Written> written_around(std::string_view text, std::size_t sign) {
  Written found{.begin = sign, .end = sign + 1};
  while (found.begin > 0 && sign - found.begin < local_part_max &&
         (is_atom_char(text[found.begin - 1]) || text[found.begin - 1] == '.')) {
    --found.begin;
  }
  // Punctuation that opens a sentence part is no part of the address: "(or.smith@example.com".
  while (found.begin < sign && !is_letter_or_digit(text[found.begin])) ++found.begin;
  while (
      found.end < text.size() && found.end - sign <= domain_max &&
      (is_letter_or_digit(text[found.end]) || text[found.end] == '.' || text[found.end] == '-')) {
    ++found.end;
  }
  while (found.end > sign + 1 && !is_letter_or_digit(text[found.end - 1])) --found.end;
  const std::string_view address = text.substr(found.begin, found.end - found.begin);
  const bool has_dot = address.substr(address.find('@')).contains('.');
  if (!has_dot || !is_email_address(address)) return std::nullopt;
  return found;
}

std::optional<Found<std::string>> read_written(const Words& words, std::size_t from) {
  const std::string_view text = words.original();
  for (std::size_t at = from; at < words.size(); ++at) {
    const Word& word = words[at];
    if (word.mark != '@' || at == 0 || words[at - 1].kind == WordKind::Taken) continue;
    const std::size_t sign = text.rfind('@', word.begin);
    const auto found = sign == std::string_view::npos ? std::nullopt : written_around(text, sign);
    if (!found) continue;
    WordRange range{at, at + 1};
    while (range.begin > 0 && words[range.begin - 1].end > found->begin) --range.begin;
    while (range.end < words.size() && words[range.end].begin < found->end) ++range.end;
    return Found<std::string>{
        .value = lowered(text.substr(found->begin, found->end - found->begin)), .words = {range}};
  }
  return std::nullopt;
}

struct Part {
  std::string text;
  std::size_t next = 0;
};

// "dot", "underscore", "guion bajo".
std::optional<Part> spoken_sign(const Words& words, std::size_t at) {
  if (words.phrase_at(at, "guion bajo") != 0 || words.phrase_at(at, "under score") != 0) {
    return Part{"_", at + 2};
  }
  if (words.is_any(at, {"dot", "period", "point", "punto"})) return Part{".", at + 1};
  if (words.is(at, "underscore")) return Part{"_", at + 1};
  if (words.is_any(at, {"dash", "hyphen", "minus", "guion"})) return Part{"-", at + 1};
  if (words.is_any(at, {"plus", "mas"})) return Part{"+", at + 1};
  return std::nullopt;
}

// The sign typed before a word: "john.smith".
std::string_view written_sign(const Word& word) {
  if (word.spaced) return "";
  switch (word.mark) {
    case '.':
      return ".";
    case '_':
      return "_";
    case '-':
      return "-";
    case '+':
      return "+";
    default:
      return "";
  }
}

// Letters, digits, a number or a word as it stands; no sign.
std::optional<Part> spoken_piece(const Words& words, std::size_t at) {
  const Word& word = words[at];
  if (const auto letter = read_letter(words, at); letter && letter->certain) {
    return Part{letter->letters, letter->next};
  }
  if (const auto digits = read_digits(words, at, Hundreds::List))
    return Part{digits->digits, digits->next};
  if (word.kind == WordKind::Taken) return std::nullopt;
  return Part{replaced(word.text, "'", ""), at + 1};
}

constexpr auto remarks = std::to_array<std::string_view>(
    {"all one word", "all lower case",    "all lowercase",  "all together",
     "one word",     "no spaces",         "then",           "no space",
     "in lowercase", "todo junto",        "with no dots",   "without dots",
     "no dots",      "first initial",     "middle initial", "last initial",
     "first name",   "last name",         "the number",     "the letter",
     "sin puntos",   "todo en minusculas"});

std::size_t remark(const Words& words, std::size_t at) {
  static const auto* const index = new PhraseIndex(remarks);
  return index->longest_at(words, at);
}

// How long the remark is that ends before `end`.
std::size_t remark_before(const Words& words, std::size_t end) {
  for (const std::string_view said : remarks) {
    const auto length = static_cast<std::size_t>(std::ranges::count(said, ' ')) + 1;
    if (length <= end && words.phrase_at(end - length, said) != 0) return length;
  }
  return 0;
}

// Words before an address, which are no part of it: "my email is", "sure", "a".
bool introduces(const Words& words, std::size_t at) {
  return words.is_any(
      at,
      {"is",     "it's",   "its",    "it",         "email",       "mail",    "address", "to",
       "me",     "my",     "the",    "at",         "on",          "yes",     "yeah",    "yep",
       "sure",   "okay",   "ok",     "would",      "be",          "that's",  "that",    "reach",
       "send",   "use",    "using",  "under",      "and",         "with",    "by",      "so",
       "well",   "name",   "for",    "will",       "can",         "you",     "have",    "of",
       "or",     "try",    "this",   "es",         "correo",      "mi",      "el",      "si",
       "claro",  "seria",  "al",     "en",         "la",          "un",      "sorry",   "no",
       "wait",   "mean",   "again",  "electronic", "electronico", "contact", "emails",  "it'd",
       "please", "arroba", "perdon", "phone",      "number",      "same",    "letter",  "capital"});
}

std::optional<Part> read_domain(const Words& words, std::size_t at) {
  Part domain{.text = "", .next = at};
  for (std::size_t label = 0; label < labels_max; ++label) {
    std::string text;
    bool ends_with_dot = false;
    for (std::size_t piece = 0; piece < label_words_max; ++piece) {
      const Word& word = words[domain.next];
      const bool first = piece == 0;
      if (!first && word.opens_sentence()) break;
      if (!first && written_sign(word) == ".") {
        ends_with_dot = true;
        break;
      }
      const bool known_end = label > 0 && is_top_level(text);
      if (const auto sign = spoken_sign(words, domain.next); sign && !first) {
        domain.next = sign->next;
        if (sign->text == ".") {
          ends_with_dot = true;
          break;
        }
        text += sign->text;
        continue;
      }
      const bool spelled_on = word.text.size() == 1 && words[domain.next - 1].text.size() == 1;
      if (known_end && !spelled_on) break;
      const auto read = spoken_piece(words, domain.next);
      if (!read) break;
      if (!first && written_sign(word) == "-") text += '-';
      text += read->text;
      domain.next = read->next;
    }
    if (text.empty()) return std::nullopt;
    domain.text += (label == 0 ? "" : ".") + text;
    if (!ends_with_dot) {
      if (label == 0 || !is_top_level(text)) return std::nullopt;
      return domain;
    }
  }
  return std::nullopt;
}

// "Bob the builder, all one word": small words inside of what is one word belong to it.
bool is_inside(const Words& words, std::size_t at) {
  return at > 0 && !introduces(words, at - 1) &&
         words.is_any(at, {"the", "of", "and", "my", "for", "in", "on", "to", "you", "me", "by",
                           "la", "el", "al"});
}

std::size_t local_part_begin(const Words& words, std::size_t sign) {
  std::size_t begin = sign;
  const std::size_t length_said = remark_before(words, sign);
  const bool one_word = length_said != 0 && words.is_any(sign - 1, {"word", "together", "junto"});
  while (begin > 0 && sign - begin < local_part_words_max) {
    if (const std::size_t length = remark_before(words, begin)) {
      begin -= length;
      continue;
    }
    const std::size_t before = begin - 1;
    const bool introduced = introduces(words, before) && !(one_word && is_inside(words, before));
    if (introduced || words[before].kind == WordKind::Taken) break;
    if (begin < sign && words[begin].opens_sentence()) break;
    if (begin < sign && words[begin].mark == ',' && words[before].text.size() > 1) break;
    if (begin < sign && words[begin].mark == ':') break;
    --begin;
  }
  return begin;
}

std::optional<std::string> read_local_part(const Words& words, WordRange range) {
  std::string text;
  for (std::size_t at = range.begin; at < range.end;) {
    if (const std::size_t skipped = remark(words, at)) {
      at += skipped;
      continue;
    }
    // "m-a-r-y" is spelled; "mary-ann" is hyphenated.
    const bool spelled = at > range.begin && words[at].mark == '-' && words[at].text.size() == 1 &&
                         words[at - 1].text.size() == 1;
    if (at > range.begin && !spelled) text += written_sign(words[at]);
    auto part = spoken_sign(words, at);
    if (!part) part = spoken_piece(words, at);
    if (!part || part->next > range.end) return std::nullopt;
    text += part->text;
    at = part->next;
  }
  return text;
}

std::optional<Found<std::string>> read_spoken(const Words& words, std::size_t from) {
  for (std::size_t sign = from; sign < words.size(); ++sign) {
    const bool said = words.is_any(sign, {"at", "arroba"});
    if (!said || sign == 0) continue;
    const std::size_t domain_at = words.is(sign + 1, "sign") ? sign + 2 : sign + 1;
    const auto domain = read_domain(words, domain_at);
    if (!domain) continue;
    const std::size_t begin = local_part_begin(words, sign);
    const auto local = read_local_part(words, {begin, sign});
    if (!local) continue;
    std::string address = *local + "@" + domain->text;
    if (!is_email_address(address)) continue;
    return Found<std::string>{.value = std::move(address), .words = {{begin, domain->next}}};
  }
  return std::nullopt;
}

std::optional<Found<std::string>> read_from(const Words& words, std::size_t from) {
  if (auto written = read_written(words, from)) return written;
  return read_spoken(words, from);
}

}  // namespace

bool is_email_address(std::string_view text) {
  const std::size_t sign = text.find('@');
  if (sign == std::string_view::npos || text.size() > address_max) return false;
  return is_local_part(text.substr(0, sign)) && is_domain(text.substr(sign + 1));
}

std::optional<Found<std::string>> read_email(const Words& words, const Context& /*context*/) {
  auto found = read_from(words, 0);
  if (!found) return std::nullopt;
  const std::size_t end = found->words.front().end;
  if (correction_at(words, end) == 0) return found;
  auto corrected = read_from(words, end);
  if (!corrected) return found;
  corrected->words.push_back(found->words.front());
  return corrected;
}

}  // namespace callwright::language
