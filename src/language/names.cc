#include "language/names.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "language/corrections.h"
#include "language/name_cues.h"
#include "language/name_parts.h"
#include "language/name_words.h"

namespace callwright::language {
namespace {

// Whether a bare name is an answer to what was asked.
bool asks_for_name(Question asked) {
  return asked == Question::Name || asked == Question::Identity;
}

Found<NameReading> found(const NameCandidate& candidate) {
  return {.value = candidate.reading(), .words = {candidate.words}};
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
  return words.is_any(
      at, {"please", "thanks", "thank", "you", "sir", "ma'am", "here", "speaking", "por", "favor",
           "gracias", "calling", "is", "my", "name", "without", "with"});
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

bool is_convincing(const NameCandidate& candidate, const Words& words) {
  const NamePart& first = candidate.parts.front();
  if (first.title || candidate.spelled) return true;
  const bool says_so = words.is_any(
      candidate.words.end, {"calling", "speaking", "here", "from", "llamando", "hablando"});
  const bool known = is_first_name(first.folded);
  return known || says_so ||
         (is_capitalised(words, candidate.words.begin) && candidate.names() >= 2);
}

// "last name Smith" after a first name.
void add_last_name(NameCandidate& candidate, const Words& words) {
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
  const auto last = read_name_parts(words, at + length);
  if (!last) return;
  candidate.parts.insert(candidate.parts.end(), last->parts.begin(), last->parts.end());
  candidate.spelled = candidate.spelled || last->spelled;
  candidate.words.end = last->words.end;
}

bool announces_last_name(const Words& words, std::size_t at) {
  return words.phrase_at(at, "last name") != 0 || words.phrase_at(at, "my last name") != 0 ||
         words.is_any(at, {"surname", "apellido"});
}

// "Last name Smith, first name John".
std::optional<NameCandidate> last_then_first(const Words& words, std::size_t at,
                                             const NameCandidate& last) {
  if (!announces_last_name(words, at)) return std::nullopt;
  std::size_t next = last.words.end;
  if (words.is_any(next, {"and", "y"})) ++next;
  if (words.is_any(next, {"my", "the", "mi"})) ++next;
  for (const std::string_view cue :
       {"first name is", "first name's", "first name", "nombre es", "nombre"}) {
    const std::size_t length = words.phrase_at(next, cue);
    if (length == 0) continue;
    auto first = read_name_parts(words, next + length);
    if (!first) return std::nullopt;
    first->parts.insert(first->parts.end(), last.parts.begin(), last.parts.end());
    first->spelled = first->spelled || last.spelled;
    first->words.begin = last.words.begin;
    return first;
  }
  return std::nullopt;
}

// "It's K A S I A, last name Example": the cue stands between the two.
void add_first_name_before(NameCandidate& last, const Words& words, std::size_t cue_at) {
  if (!announces_last_name(words, cue_at)) return;
  std::size_t at = 0;
  while (at < cue_at && is_lead_in(words, at)) ++at;
  const auto first = read_name_parts(words, at);
  if (!first) return;
  // "D A N A, Dana, last name Example": spelled, and said again.
  const auto again = first->spelled && first->parts.size() == 1
                         ? read_name_parts(words, first->words.end)
                         : std::nullopt;
  const bool is_again = again && again->parts.size() == 1 && again->words.end == cue_at &&
                        again->parts[0].folded == first->parts[0].folded;
  if (!is_again && first->words.end != cue_at) return;
  last.parts.insert(last.parts.begin(), first->parts.begin(), first->parts.end());
  last.spelled = last.spelled || first->spelled;
  last.words.begin = first->words.begin;
}

// "Morgan, Morgan Example", "Example, Morgan Example": begun, and said again in full.
NameCandidate restated(NameCandidate candidate, const Words& words) {
  if (words[candidate.words.end].mark != ',') return candidate;
  auto whole = read_name_parts(words, candidate.words.end);
  if (!whole || whole->parts.size() <= candidate.parts.size()) return candidate;
  const std::span parts(whole->parts);
  const auto is_candidate = [&](std::span<const NamePart> some) {
    return std::ranges::equal(some, candidate.parts, {}, &NamePart::folded, &NamePart::folded);
  };
  const bool repeats = is_candidate(parts.first(candidate.parts.size())) ||
                       is_candidate(parts.last(candidate.parts.size()));
  if (!repeats) return candidate;
  whole->words.begin = candidate.words.begin;
  return *std::move(whole);
}

// "John, no wait, Jon Smith".
NameCandidate corrected(NameCandidate candidate, const Words& words) {
  candidate = restated(std::move(candidate), words);
  add_name_after_spelling(candidate, words);
  std::size_t cue = correction_at(words, candidate.words.end);
  while (cue != 0) {
    std::size_t at = candidate.words.end + cue;
    if (const std::size_t again = strong_name_cue(words, at)) at += again;
    if (words.is_any(at, {"it's", "is"})) ++at;
    const auto better = read_name_parts(words, at);
    if (!better) break;
    const std::size_t begin = candidate.words.begin;
    // A first name is put right without repeating the last one.
    if (better->names() < candidate.names() && candidate.names() == 2 && better->names() == 1 &&
        better->parts.size() == 1 && candidate.parts.size() == 2) {
      const bool first = edit_distance(candidate.parts[0].folded, better->parts[0].folded) <
                         edit_distance(candidate.parts[1].folded, better->parts[0].folded);
      candidate.parts[first ? 0 : 1] = better->parts[0];
      candidate.words.end = better->words.end;
    } else {
      candidate = restated(*better, words);
    }
    candidate.words.begin = begin;
    cue = correction_at(words, candidate.words.end);
  }
  return candidate;
}

// "It's for my mother, Ruth Example, I'm Dana": the visit is hers.
std::optional<NameCandidate> of_other_person(const Words& words) {
  for (const PhraseMatch& cue : other_person_cues(words)) {
    std::size_t name_at = cue.words.end;
    if (words.is_any(name_at, {"her", "his", "their", "the", "su", "el"})) ++name_at;
    name_at += strong_name_cue(words, name_at);
    const auto candidate = read_name_parts(words, name_at);
    if (candidate && is_convincing(*candidate, words)) return candidate;
  }
  return std::nullopt;
}

std::optional<NameCandidate> after_cue(const Words& words, bool asked) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (const std::size_t length = strong_name_cue(words, at)) {
      const std::size_t name_at =
          at + length + (words.is_any(at + length, {"is", "it's", "es"}) ? 1 : 0);
      if (auto candidate = read_name_parts(words, name_at)) {
        if (auto whole = last_then_first(words, at, *candidate)) return whole;
        add_first_name_before(*candidate, words, at);
        add_last_name(*candidate, words);
        return corrected(std::move(*candidate), words);
      }
    }
  }
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (const std::size_t length = weak_name_cue(words, at)) {
      // "Habla la señora Ramírez".
      const bool article =
          words.is_any(at + length, {"la", "el", "the"}) && is_title(words[at + length + 1].text);
      auto candidate = read_name_parts(words, at + length + (article ? 1 : 0));
      // "Put it under Smith": where a name was asked for nothing else can be.
      const bool names_it = asked && candidate && ends_thought(words, candidate->words.end) &&
                            words.is_any(at + length - 1, {"under", "put", "as"});
      if (candidate && (names_it || is_convincing(*candidate, words)))
        return corrected(std::move(*candidate), words);
    }
  }
  return std::nullopt;
}

// "Smith, John": the last name first, as on a form.
std::optional<NameCandidate> last_name_first(const Words& words, const NameCandidate& last) {
  if (last.parts.size() != 1 || last.spelled || words[last.words.end].mark != ',')
    return std::nullopt;
  const bool told = words.phrase_at(last.words.end, "first name") != 0;
  const auto first = read_name_parts(words, last.words.end + (told ? 2 : 0));
  constexpr std::size_t given_names_max = 2;
  if (!first || first->spelled || first->names() > given_names_max ||
      first->words.end != words.size())
    return std::nullopt;
  const bool evident =
      is_first_name(first->parts[0].folded) && !is_first_name(last.parts[0].folded);
  if (!evident && !told) return std::nullopt;
  NameCandidate whole = *first;
  const bool said_again = first->names() > 1 && first->parts.back().folded == last.parts[0].folded;
  if (!said_again) whole.parts.push_back(last.parts[0]);
  whole.words.begin = last.words.begin;
  return whole;
}

// "This is ridiculous", "I'm frustrated": an adjective where a name could stand.
bool sounds_like_adjective(const Words& words, const NameCandidate& candidate) {
  if (candidate.parts.size() != 1 || candidate.spelled ||
      is_capitalised(words, candidate.words.begin))
    return false;
  const std::string& word = candidate.parts[0].folded;
  constexpr std::size_t shortest = 6;
  if (word.size() < shortest || is_first_name(word)) return false;
  return std::ranges::any_of(
      std::to_array<std::string_view>(
          {"ous", "ing", "able", "ible", "ful", "less", "ated", "ted", "ked", "sed", "tic"}),
      [&](std::string_view ending) { return word.ends_with(ending); });
}

// "English please".
bool is_language(const NameCandidate& candidate) {
  if (candidate.parts.size() != 1 || candidate.spelled) return false;
  const std::string& word = candidate.parts[0].folded;
  return word == "english" || word == "spanish" || word == "ingles" || word == "espanol";
}

// A noun that is also a last name, after a first name that is nothing else: "Douglas Wall".
void add_noun_as_last_name(NameCandidate& candidate, const Words& words) {
  const std::size_t at = candidate.words.end;
  const bool alone =
      candidate.parts.size() == 1 && is_first_name(candidate.parts[0].folded) && !candidate.spelled;
  if (!alone || at + 1 != words.size() || words[at].mark != ' ' || is_sign_off(words, at)) return;
  static constexpr auto nouns = std::to_array<std::string_view>(
      {"best",   "clean", "cold",   "court", "day",    "drain",  "field", "gate", "good",
       "heater", "house", "key",    "lane",  "light",  "little", "noon",  "page", "price",
       "school", "small", "street", "wall",  "waters", "will",   "window"});
  if (std::ranges::find(nouns, words[at].text) == nouns.end()) return;
  candidate.parts.push_back(
      {.folded = words[at].text, .written = in_name_case(words.original({at, at + 1}))});
  candidate.words.end = at + 1;
}

std::optional<NameCandidate> as_answer(const Words& words) {
  std::size_t at = 0;
  bool stated = false;
  while (is_lead_in(words, at) && at + 1 < words.size()) {
    stated = stated || words.is_any(at, {"is", "it's", "its", "i'm", "that's", "es", "soy"});
    ++at;
  }
  if (words.is_any(at, {"spelled", "spelt"})) ++at;
  auto candidate = read_name_parts(words, at);
  if (!candidate || (stated && sounds_like_adjective(words, *candidate))) return std::nullopt;
  if (is_language(*candidate)) return std::nullopt;
  if (auto whole = last_name_first(words, *candidate)) return whole;
  add_last_name(*candidate, words);
  add_noun_as_last_name(*candidate, words);
  *candidate = corrected(std::move(*candidate), words);
  std::size_t end = candidate->words.end;
  while (is_sign_off(words, end)) ++end;
  const bool whole = ends_thought(words, end);
  const bool known =
      is_first_name(candidate->parts.front().folded) || candidate->parts.front().title;
  if (!whole && !known) return std::nullopt;
  return candidate;
}

// "A clogged drain, Casey Example, 310 Birch Lane": a first and a last name between commas, next to
// the address.
std::optional<NameCandidate> in_list(const Words& words) {
  const auto bounds = [&](std::size_t at) {
    return words[at].mark == ',' || words[at].mark == '.';
  };
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (at > 0 && !bounds(at)) continue;
    const auto candidate = read_name_parts(words, at);
    if (!candidate) continue;
    // No name begins among the letters that spell another.
    if (candidate->spelled) at = candidate->words.end - 1;
    if (candidate->spelled || candidate->names() < 2) continue;
    const std::size_t end = candidate->words.end;
    const bool is_alone = end == words.size() || bounds(end);
    const bool is_beside_address = (end < words.size() && words[end].kind == WordKind::Taken) ||
                                   (at > 0 && words[at - 1].kind == WordKind::Taken);
    const bool is_name = is_first_name(candidate->parts.front().folded) ||
                         (is_capitalised(words, at) && is_capitalised(words, end - 1));
    if (is_alone && is_beside_address && is_name) return candidate;
  }
  return std::nullopt;
}

// "Hi, Tom here", "hello, Dana Example calling about ...".
std::optional<NameCandidate> announced(const Words& words) {
  std::size_t at = 0;
  while (words.is_any(at, {"hi", "hello", "hey", "yes", "yeah", "good", "morning", "afternoon",
                           "evening", "hola", "buenas", "buenos", "dias", "tardes"}))
    ++at;
  auto candidate = read_name_parts(words, at);
  if (!candidate || !is_first_name(candidate->parts.front().folded)) return std::nullopt;
  const bool says_so =
      words.is_any(candidate->words.end, {"here", "speaking", "calling", "hablando", "llamando"});
  return says_so ? candidate : std::nullopt;
}

}  // namespace

std::optional<Found<NameReading>> read_name(const Words& words, const Context& context) {
  // "O'Brien, first name Pat" begins with the last name, where only an answer can begin.
  const auto begun = asks_for_name(context.asked) ? read_name_parts(words, 0) : std::nullopt;
  if (begun) {
    if (const auto whole = last_name_first(words, *begun)) return found(*whole);
  }
  const auto other = context.asked == Question::Name ? of_other_person(words) : std::nullopt;
  if (other) return found(*other);
  if (const auto candidate = after_cue(words, asks_for_name(context.asked)))
    return found(*candidate);
  if (const auto candidate = announced(words)) return found(*candidate);
  if (const auto candidate = in_list(words)) return found(*candidate);
  if (!asks_for_name(context.asked)) return std::nullopt;
  if (const auto candidate = as_answer(words)) return found(*candidate);
  return std::nullopt;
}

}  // namespace callwright::language
