#include "language/names.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <string>

#include "language/corrections.h"
#include "language/name_words.h"
#include "language/spelling.h"

namespace callwright::language {
namespace {

constexpr std::size_t name_parts_max = 6;

struct Affix {
  std::string_view said;
  std::string_view written;
};

constexpr auto titles = std::to_array<Affix>({
    {"doctor", "Dr."},      {"dr", "Dr."},          {"mister", "Mr."},      {"mr", "Mr."},
    {"missus", "Mrs."},     {"mrs", "Mrs."},        {"misses", "Mrs."},     {"ms", "Ms."},
    {"miss", "Miss"},       {"mx", "Mx."},          {"professor", "Prof."}, {"prof", "Prof."},
    {"reverend", "Rev."},   {"rev", "Rev."},        {"pastor", "Pastor"},   {"captain", "Capt."},
    {"sergeant", "Sgt."},   {"officer", "Officer"}, {"senor", "Sr."},       {"senora", "Sra."},
    {"senorita", "Srta."},  {"sra", "Sra."},        {"srta", "Srta."},      {"don", "Don"},
    {"dona", "Doña"},       {"doctora", "Dra."},    {"dra", "Dra."},        {"ingeniero", "Ing."},
    {"licenciado", "Lic."},
});

constexpr auto suffixes = std::to_array<Affix>({
    {"jr", "Jr."},
    {"junior", "Jr."},
    {"sr", "Sr."},
    {"senior", "Sr."},
    {"ii", "II"},
    {"iii", "III"},
    {"iv", "IV"},
    {"md", "MD"},
    {"phd", "PhD"},
    {"esq", "Esq."},
    {"esquire", "Esq."},
});

// Small words inside a name, written as they are.
bool is_particle(std::string_view folded) {
  static constexpr auto particles = std::to_array<std::string_view>(
      {"de", "la", "del", "los", "las", "van", "von", "der", "den", "da",  "di",
       "du", "le", "st",  "bin", "al",  "ter", "ten", "y",   "dos", "san", "santa"});
  return std::ranges::find(particles, folded) != particles.end();
}

template <std::size_t Size>
const Affix* find_affix(const std::array<Affix, Size>& affixes, std::string_view folded) {
  const auto* const found = std::ranges::find(affixes, folded, &Affix::said);
  return found == affixes.end() ? nullptr : found;
}

void append_code_point(std::string& out, UChar32 code) {
  std::array<char, U8_MAX_LENGTH> bytes{};
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, code);
  out.append(bytes.data(), static_cast<std::size_t>(length));
}

// "MARY" and "mary" are written "Mary", "o'neil" "O'Neil"; what is already in mixed case stays.
std::string in_name_case(std::string_view word) {
  bool upper = false;
  bool lower = false;
  const auto size = static_cast<std::int32_t>(word.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 code = 0;
    U8_NEXT_OR_FFFD(word.data(), at, size, code);
    upper = upper || u_isupper(code);
    lower = lower || u_islower(code);
  }
  if (upper && lower) return std::string(word);

  std::string out;
  bool starts = true;
  for (std::int32_t at = 0; at < size;) {
    UChar32 code = 0;
    U8_NEXT_OR_FFFD(word.data(), at, size, code);
    // A letter after "Mc" or an apostrophe begins again; a possessive's s does not.
    const bool after_mc = out == "Mc" && size > 4;
    append_code_point(out, starts || after_mc ? u_toupper(code) : u_tolower(code));
    const bool apostrophe = code == '\'' || code == 0x2019;
    starts = apostrophe && size - at > 2;
  }
  return out;
}

struct Part {
  std::string folded;
  std::string written;
  bool joined = false;  // Written to the part before with a hyphen.
  bool particle = false;
  bool title = false;
  bool suffix = false;
};

struct Candidate {
  std::vector<Part> parts;
  bool spelled = false;
  WordRange words;

  // Parts that are neither titles nor suffixes nor particles.
  std::size_t names() const {
    return static_cast<std::size_t>(std::ranges::count_if(
        parts, [](const Part& part) { return !part.title && !part.suffix && !part.particle; }));
  }
};

bool may_be_name(const Words& words, std::size_t at) {
  const Word& word = words[at];
  if (!word.is_letters() || is_no_name(word.text)) return false;
  if (word.text.ends_with("'s") || word.text.ends_with("n't") || word.text.ends_with("'re"))
    return false;
  constexpr std::size_t name_bytes_max = 40;
  return word.text.size() <= name_bytes_max;
}

// "that's", "spelled", "it's spelled": leads from a name to its letters.
std::size_t spelling_cue(const Words& words, std::size_t at) {
  for (const std::string_view cue :
       {"that's spelled", "it's spelled", "that is spelled", "spelled", "spelt", "that's", "it's",
        "that is", "se escribe", "se deletrea", "deletreado", "which is", "last name", "first name",
        "with", "and that's"}) {
    if (const std::size_t length = words.phrase_at(at, cue)) return length;
  }
  return 0;
}

std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

// Letters spell the part they resemble; letters that resemble none are a further part.
void add_spelled(Candidate& candidate, const std::string& letters) {
  std::size_t begin = 0;
  while (begin <= letters.size()) {
    const std::size_t space = std::min(letters.find(' ', begin), letters.size());
    const std::string word = letters.substr(begin, space - begin);
    begin = space + 1;
    if (word.empty()) continue;
    Part* closest = nullptr;
    std::size_t closest_distance = word.size() / 2 + 1;
    for (Part& part : candidate.parts) {
      if (part.title || part.suffix || part.particle) continue;
      const std::size_t apart = distance(part.folded, word);
      if (apart < closest_distance) {
        closest = &part;
        closest_distance = apart;
      }
    }
    if (closest == nullptr) {
      candidate.parts.push_back({.folded = word, .written = in_name_case(word)});
    } else {
      closest->folded = word;
      closest->written = in_name_case(word);
    }
  }
  candidate.spelled = true;
}

// Reads one more part of the name at the candidate's end; false when there is none.
bool extend(Candidate& candidate, const Words& words) {
  const std::size_t at = candidate.words.end;
  const bool first = candidate.parts.empty();
  const bool paused = !first && (words[at].mark == ',' || words[at].opens_sentence());
  // "dr. smith": the stop belongs to the abbreviation.
  const bool after_title = !first && candidate.parts.back().title && words[at].mark == '.';
  const bool after_initial =
      !first && words[at].mark == '.' && candidate.parts.back().folded.size() == 1;

  if (const auto spelling = read_spelling(words, at);
      spelling && (first || spelling->text.size() > 2)) {
    add_spelled(candidate, spelling->text);
    candidate.words.end = spelling->next;
    return true;
  }
  if (const std::size_t cue = first ? 0 : spelling_cue(words, at)) {
    if (const auto spelling = read_spelling(words, at + cue)) {
      add_spelled(candidate, spelling->text);
      candidate.words.end = spelling->next;
      return true;
    }
  }
  const std::string original(words[at].is_letters() ? words.original({at, at + 1}) : "");
  const std::string& text = words[at].text;
  if (const Affix* suffix = find_affix(suffixes, text); suffix != nullptr && !first) {
    candidate.parts.push_back(
        {.folded = text, .written = std::string(suffix->written), .suffix = true});
    candidate.words.end = at + 1;
    return true;
  }
  if (paused && !after_title && !after_initial) return false;
  if (const Affix* title = find_affix(titles, text);
      title != nullptr && (first || candidate.parts.back().title) && words[at + 1].is_letters()) {
    candidate.parts.push_back(
        {.folded = text, .written = std::string(title->written), .title = true});
    candidate.words.end = at + 1;
    return true;
  }
  const bool particle =
      is_particle(text) && words[at + 1].is_letters() && !words[at + 1].opens_sentence();
  if (particle && (!first || may_be_name(words, at + 1))) {
    candidate.parts.push_back(
        {.folded = text, .written = first ? in_name_case(original) : original, .particle = true});
    candidate.words.end = at + 1;
    return true;
  }
  const bool hyphen_said = !first && words.is_any(at, {"hyphen", "dash", "guion"});
  const std::size_t word_at = hyphen_said ? at + 1 : at;
  if (words.is(word_at, "o") && may_be_name(words, word_at + 1) &&
      words[word_at + 1].text.size() > 2) {
    const std::string rest(words.original({word_at + 1, word_at + 2}));
    candidate.parts.push_back(
        {.folded = "o'" + words[word_at + 1].text, .written = "O'" + in_name_case(rest)});
    candidate.words.end = word_at + 2;
    return true;
  }
  if (!may_be_name(words, word_at)) return false;
  const bool joined = hyphen_said || (!first && words[at].mark == '-' && !words[at].spaced);
  candidate.parts.push_back({.folded = words[word_at].text,
                             .written = in_name_case(words.original({word_at, word_at + 1})),
                             .joined = joined});
  candidate.words.end = word_at + 1;
  return true;
}

std::optional<Candidate> read_parts(const Words& words, std::size_t at) {
  Candidate candidate{.words = {at, at}};
  while (candidate.parts.size() < name_parts_max && extend(candidate, words)) {
  }
  while (!candidate.parts.empty() &&
         (candidate.parts.back().particle || candidate.parts.back().title)) {
    candidate.parts.pop_back();
    --candidate.words.end;
  }
  if (candidate.names() == 0) return std::nullopt;
  return candidate;
}

NameReading written(const Candidate& candidate) {
  NameReading reading{.spelled = candidate.spelled};
  for (const Part& part : candidate.parts) {
    if (!reading.full.empty()) reading.full += part.joined ? '-' : ' ';
    reading.full += part.written;
  }
  return reading;
}

Found<NameReading> found(const Candidate& candidate) {
  return {.value = written(candidate), .words = {candidate.words}};
}

bool is_other_persons(const Words& words, std::size_t name_word) {
  if (name_word == 0) return false;
  const Word& owner = words[name_word - 1];
  return owner.text.ends_with("'s") ||
         words.is_any(name_word - 1, {"his", "her", "their", "your", "company", "business",
                                      "street", "su", "user", "file", "brand"});
}

// The length of words after which the speaker's name comes for certain.
std::size_t strong_cue(const Words& words, std::size_t at) {
  for (const std::string_view cue : {"my full name is",
                                     "my first name is",
                                     "my name would be",
                                     "my name is",
                                     "the name is",
                                     "name is",
                                     "my name's",
                                     "the name's",
                                     "name's",
                                     "full name is",
                                     "first name is",
                                     "first name",
                                     "call me",
                                     "under the name of",
                                     "under the name",
                                     "you can call me",
                                     "they call me",
                                     "me llamo",
                                     "mi nombre completo es",
                                     "mi nombre es",
                                     "el nombre es",
                                     "nombre es",
                                     "a nombre de",
                                     "my name",
                                     "mi nombre",
                                     "im called",
                                     "i'm called",
                                     "i go by"}) {
    const std::size_t length = words.phrase_at(at, cue);
    if (length == 0) continue;
    const bool names_first = cue.starts_with("name") || cue.starts_with("nombre");
    return names_first && is_other_persons(words, at) ? 0 : length;
  }
  return 0;
}

// Words after which a name may come, and much else.
std::size_t weak_cue(const Words& words, std::size_t at) {
  for (const std::string_view cue :
       {"this is", "i'm", "im", "i am", "it's", "it is", "its", "soy", "habla", "le habla",
        "te habla", "de parte de", "aqui", "put it under", "it's under", "under"}) {
    if (const std::size_t length = words.phrase_at(at, cue)) return length;
  }
  return 0;
}

bool is_lead_in(const Words& words, std::size_t at) {
  return words.is_any(
      at, {"yes",        "yeah",    "yep",    "sure",   "ok",    "okay",    "hi",   "hello",
           "hey",        "oh",      "well",   "so",     "um",    "uh",      "of",   "course",
           "absolutely", "right",   "it's",   "its",    "it",    "is",      "this", "si",
           "claro",      "hola",    "es",     "soy",    "bueno", "and",     "the",  "name",
           "i'm",        "that's",  "that",   "would",  "be",    "alright", "good", "morning",
           "afternoon",  "evening", "buenos", "buenas", "dias",  "tardes"});
}

bool is_sign_off(const Words& words, std::size_t at) {
  return words.is_any(at, {"please", "thanks", "thank", "you", "sir", "ma'am", "here", "speaking",
                           "por", "favor", "gracias", "calling", "is", "my", "name"});
}

bool ends_thought(const Words& words, std::size_t at) {
  return at >= words.size() || words[at].mark == ',' || words[at].opens_sentence();
}

// Written as a name in a text that knows small letters.
bool is_capitalised(const Words& words, std::size_t at) {
  const std::string_view original = words.original({at, at + 1});
  return original[0] >= 'A' && original[0] <= 'Z' && original.size() > 1 && original[1] >= 'a' &&
         original[1] <= 'z';
}

bool is_convincing(const Candidate& candidate, const Words& words) {
  const Part& first = candidate.parts.front();
  if (first.title || candidate.spelled) return true;
  const bool says_so = words.is_any(
      candidate.words.end, {"calling", "speaking", "here", "from", "llamando", "hablando"});
  const bool known = is_first_name(first.folded);
  return known || says_so ||
         (is_capitalised(words, candidate.words.begin) && candidate.names() >= 2);
}

// "last name Smith" after a first name.
void add_last_name(Candidate& candidate, const Words& words) {
  std::size_t at = candidate.words.end;
  if (words.is_any(at, {"and", "y"})) ++at;
  if (words.is_any(at, {"my", "the", "mi"})) ++at;
  std::size_t length = 0;
  for (const std::string_view cue : {"last name is", "last name's", "last name", "surname is",
                                     "surname", "apellido es", "apellido"}) {
    length = words.phrase_at(at, cue);
    if (length != 0) break;
  }
  if (length == 0) return;
  const auto last = read_parts(words, at + length);
  if (!last) return;
  candidate.parts.insert(candidate.parts.end(), last->parts.begin(), last->parts.end());
  candidate.spelled = candidate.spelled || last->spelled;
  candidate.words.end = last->words.end;
}

// "John, no wait, Jon Smith".
Candidate corrected(Candidate candidate, const Words& words) {
  std::size_t cue = correction_at(words, candidate.words.end);
  while (cue != 0) {
    std::size_t at = candidate.words.end + cue;
    if (const std::size_t again = strong_cue(words, at)) at += again;
    if (words.is_any(at, {"it's", "is"})) ++at;
    const auto better = read_parts(words, at);
    if (!better) break;
    const std::size_t begin = candidate.words.begin;
    // A first name is put right without repeating the last one.
    if (better->names() < candidate.names() && candidate.names() == 2 && better->names() == 1 &&
        better->parts.size() == 1 && candidate.parts.size() == 2) {
      const bool first = distance(candidate.parts[0].folded, better->parts[0].folded) <
                         distance(candidate.parts[1].folded, better->parts[0].folded);
      candidate.parts[first ? 0 : 1] = better->parts[0];
      candidate.words.end = better->words.end;
    } else {
      candidate = *better;
    }
    candidate.words.begin = begin;
    cue = correction_at(words, candidate.words.end);
  }
  return candidate;
}

std::optional<Candidate> after_cue(const Words& words) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (const std::size_t length = strong_cue(words, at)) {
      const std::size_t name_at =
          at + length + (words.is_any(at + length, {"is", "it's", "es"}) ? 1 : 0);
      if (auto candidate = read_parts(words, name_at)) {
        add_last_name(*candidate, words);
        return corrected(std::move(*candidate), words);
      }
    }
  }
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (const std::size_t length = weak_cue(words, at)) {
      auto candidate = read_parts(words, at + length);
      if (candidate && is_convincing(*candidate, words))
        return corrected(std::move(*candidate), words);
    }
  }
  return std::nullopt;
}

std::optional<Candidate> as_answer(const Words& words) {
  std::size_t at = 0;
  while (is_lead_in(words, at) && at + 1 < words.size()) ++at;
  if (words.phrase_at(at, "last name") != 0 || words.phrase_at(at, "first name") != 0) at += 2;
  auto candidate = read_parts(words, at);
  if (!candidate) return std::nullopt;
  // "Smith, John".
  if (candidate->parts.size() == 1 && words[candidate->words.end].mark == ',' &&
      !candidate->spelled) {
    const auto rest = read_parts(words, candidate->words.end);
    if (rest && !rest->spelled && rest->words.end == words.size() && rest->names() <= 2 &&
        is_first_name(rest->parts[0].folded) && !is_first_name(candidate->parts[0].folded)) {
      Candidate swapped = *rest;
      swapped.parts.push_back(candidate->parts[0]);
      swapped.words.begin = candidate->words.begin;
      return swapped;
    }
  }
  add_last_name(*candidate, words);
  *candidate = corrected(std::move(*candidate), words);
  std::size_t end = candidate->words.end;
  while (is_sign_off(words, end)) ++end;
  const bool whole = ends_thought(words, end);
  const bool known =
      is_first_name(candidate->parts.front().folded) || candidate->parts.front().title;
  if (!whole && !known) return std::nullopt;
  return candidate;
}

}  // namespace

std::optional<Found<NameReading>> read_name(const Words& words, const Context& context) {
  if (const auto candidate = after_cue(words)) return found(*candidate);
  if (context.asked != Question::Name) return std::nullopt;
  if (const auto candidate = as_answer(words)) return found(*candidate);
  return std::nullopt;
}

}  // namespace callwright::language
