#include "language/name_parts.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include "language/name_words.h"
#include "language/spelling.h"

namespace callwright::language {
namespace {

constexpr std::size_t name_parts_max = 6;
// Each part may be said and then spelled. Letters that spell a part again and again add none.
constexpr std::size_t name_steps_max = 2 * name_parts_max;

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
        "and that's"}) {
    if (const std::size_t length = words.phrase_at(at, cue)) return length;
  }
  return 0;
}

// Letters spell the part they resemble; letters that resemble none are a further part.
void add_spelled(NameCandidate& candidate, const std::string& letters) {
  std::size_t begin = 0;
  while (begin <= letters.size()) {
    const std::size_t space = std::min(letters.find(' ', begin), letters.size());
    const std::string word = letters.substr(begin, space - begin);
    begin = space + 1;
    if (word.empty()) continue;
    NamePart* closest = nullptr;
    std::size_t closest_distance = word.size() / 2 + 1;
    for (NamePart& part : candidate.parts) {
      if (part.title || part.suffix || part.particle) continue;
      const std::size_t apart = edit_distance(part.folded, word);
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

// Letters that spell the name, or announce that they will.
bool extend_by_letters(NameCandidate& candidate, const Words& words) {
  const std::size_t at = candidate.words.end;
  const bool first = candidate.parts.empty();
  // "Katherine with a K": the letters said next spell it, if they are.
  if (!first && words.is(at, "with") && words.is_any(at + 1, {"a", "an"}) &&
      words[at + 2].text.size() == 1) {
    candidate.words.end = at + 3;
    return true;
  }
  // Two letters may be initials, unless they spell what was just said: "Jo, J O".
  if (const auto spelling = read_spelling(words, at);
      spelling &&
      (first || spelling->text.size() > 2 || candidate.parts.back().folded == spelling->text)) {
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
  return false;
}

// Reads one more part of the name at the candidate's end; false when there is none.
bool extend(NameCandidate& candidate, const Words& words) {
  const std::size_t at = candidate.words.end;
  const bool first = candidate.parts.empty();
  const bool paused = !first && (words[at].mark == ',' || words[at].opens_sentence());
  // "dr. smith": the stop belongs to the abbreviation.
  const bool after_title = !first && candidate.parts.back().title && words[at].mark == '.';
  const bool after_initial =
      !first && words[at].mark == '.' && candidate.parts.back().folded.size() == 1;

  if (extend_by_letters(candidate, words)) return true;
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

}  // namespace

std::size_t NameCandidate::names() const {
  return static_cast<std::size_t>(std::ranges::count_if(
      parts, [](const NamePart& part) { return !part.title && !part.suffix && !part.particle; }));
}

NameReading NameCandidate::reading() const {
  NameReading reading{.spelled = spelled};
  for (const NamePart& part : parts) {
    if (!reading.full.empty()) reading.full += part.joined ? '-' : ' ';
    reading.full += part.written;
  }
  return reading;
}

std::optional<NameCandidate> read_name_parts(const Words& words, std::size_t at) {
  NameCandidate candidate{.words = {at, at}};
  for (std::size_t steps = 0; steps < name_steps_max && candidate.parts.size() < name_parts_max;
       ++steps) {
    if (!extend(candidate, words)) break;
  }
  while (!candidate.parts.empty() &&
         (candidate.parts.back().particle || candidate.parts.back().title)) {
    candidate.parts.pop_back();
    --candidate.words.end;
  }
  if (candidate.names() == 0) return std::nullopt;
  return candidate;
}

void add_name_after_spelling(NameCandidate& candidate, const Words& words) {
  const std::size_t at = candidate.words.end;
  if (!candidate.spelled || candidate.parts.size() != 1 || words[at].mark != ',') return;
  const auto last = read_name_parts(words, at);
  if (!last || last->parts.size() != 1 || last->parts[0].title) return;
  if (!last->spelled && last->words.end != words.size()) return;
  candidate.parts.push_back(last->parts[0]);
  candidate.words.end = last->words.end;
}

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

bool is_title(std::string_view folded) {
  return find_affix(titles, folded) != nullptr;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
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

}  // namespace callwright::language
