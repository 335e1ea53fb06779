#include <algorithm>
#include <array>
#include <string_view>

#include "language/numbers.h"
#include "language/phrases.h"
#include "language/times/clauses.h"
#include "language/times/phrase.h"

namespace callwright::language {
namespace {

constexpr auto denied_after_phrases = std::to_array<std::string_view>({
    "doesn't work",
    "does not work",
    "don't work",
    "do not work",
    "won't work",
    "will not work",
    "wouldn't work",
    "would not work",
    "can't work",
    "isn't good",
    "is no good",
    "is not good",
    "are no good",
    "aren't good",
    "is bad",
    "are bad",
    "is out",
    "are out",
    "no good",
    "not good",
    "not possible",
    "is not possible",
    "isn't possible",
    "isn't going to work",
    "is not going to work",
    "i can't",
    "i cannot",
    "i'm busy",
    "i am busy",
    "i'm not available",
    "i'm not home",
    "we're not home",
    "is too late",
    "is too early",
    "is too soon",
    "is impossible",
    "doesn't suit",
    "is booked",
    "no puedo",
    "no me sirve",
    "no me viene bien",
    "no podemos",
    "no estoy",
    "no me conviene",
    "no funciona",
    "i'm out of town",
    "i have work",
    "i work",
    "is taken",
    "sino",
});

bool is_denied_after(const Words& words, std::size_t at) {
  return std::ranges::any_of(denied_after_phrases, [&](std::string_view phrase) {
    return words.phrase_at(at, phrase) != 0;
  });
}

bool opens_part(const Words& words, std::size_t from, std::size_t to) {
  for (std::size_t at = from; at <= to && at < words.size(); ++at) {
    if (words[at].opens_sentence()) return true;
  }
  return false;
}

struct Cue {
  Bound bound = Bound::None;
  bool since = false;
  std::size_t begin = 0;  // Where the cue's words start.
};

struct BoundCue {
  std::string_view phrase;
  Bound bound;
  bool since = false;
};
constexpr auto cues_before = std::to_array<BoundCue>({
    {"no later than", Bound::By},
    {"not later than", Bound::By},
    {"earlier than", Bound::Before},
    {"sooner than", Bound::Before},
    {"no earlier than", Bound::From},
    {"not earlier than", Bound::From},
    {"prior to", Bound::Before},
    {"before", Bound::Before},
    {"between now and", Bound::By},
    {"now and", Bound::By},
    {"by", Bound::By},
    {"until", Bound::By},
    {"till", Bound::By},
    {"til", Bound::By},
    {"up to", Bound::By},
    {"through", Bound::By},
    {"later than", Bound::After},
    {"after", Bound::After},
    {"past", Bound::After},
    {"starting", Bound::From},
    {"starting from", Bound::From},
    {"beginning", Bound::From},
    {"from", Bound::From},
    {"as of", Bound::From},
    {"no antes de", Bound::From},
    {"no antes del", Bound::From},
    {"no despues de", Bound::By},
    {"no despues del", Bound::By},
    {"no mas tarde de", Bound::By},
    {"no mas tarde del", Bound::By},
    {"antes de", Bound::Before},
    {"antes del", Bound::Before},
    {"hasta", Bound::By},
    {"despues de", Bound::After},
    {"despues del", Bound::After},
    {"a partir de", Bound::From},
    {"a partir del", Bound::From},
    {"desde", Bound::From, true},
    {"since", Bound::From, true},
    {"ever since", Bound::From, true},
});

// "For two hours starting": a length, and no bound, is said by what stands before.
bool says_how_long(const Words& words, std::size_t begins) {
  return begins > 1 && unit_at(words, begins - 1) &&
         (words.is_any(begins - 2, {"a", "an", "un", "una"}) ||
          numeral(words[begins - 2].text).has_value() || words[begins - 2].is_digits());
}

// "before", "no later than", "after" and the like, just before the phrase.
Cue cue_before(const Words& words, std::size_t begin) {
  std::size_t end = begin;
  for (int skipped = 0; skipped < 3; ++skipped) {
    Cue longest{.begin = end};
    for (const BoundCue& entry : cues_before) {
      const auto length = static_cast<std::size_t>(std::ranges::count(entry.phrase, ' ')) + 1;
      if (end < length || words.phrase_at(end - length, entry.phrase) == 0) continue;
      if (entry.bound == Bound::From && says_how_long(words, end - length)) continue;
      if (opens_part(words, end - length + 1, begin)) continue;
      // "Run me through tomorrow".
      if (entry.phrase == "through" && end > 1 &&
          words.is_any(end - 2, {"me", "us", "go", "going", "run", "walk", "talk", "come", "get"}))
        continue;
      // "Come by around noon" sets no limit.
      if (entry.phrase == "by" && end > 1 &&
          words.is_any(end - 2, {"come", "stop", "swing", "drop", "coming", "stopping"}))
        continue;
      if (end - length < longest.begin) longest = {entry.bound, entry.since, end - length};
    }
    if (longest.bound != Bound::None) return longest;
    if (end == 0 || !words.is_any(end - 1, {"the", "on", "at", "around", "about", "like", "las",
                                            "la", "el", "los", "a", "or", "latest"}))
      break;
    --end;
  }
  return {.begin = begin};
}

// "or later", "onwards", "or earlier" after the phrase.
Cue cue_after(const Words& words, std::size_t end) {
  struct Entry {
    std::string_view phrase;
    Bound bound;
  };
  static constexpr auto entries = std::to_array<Entry>({
      {"or later", Bound::From},
      {"or after", Bound::From},
      {"and after", Bound::From},
      {"and later", Bound::From},
      {"onwards", Bound::From},
      {"onward", Bound::From},
      {"and on", Bound::From},
      {"on", Bound::None},
      {"at the earliest", Bound::From},
      {"at the latest", Bound::By},
      {"or earlier", Bound::By},
      {"or before", Bound::By},
      {"or sooner", Bound::By},
      {"o despues", Bound::From},
      {"en adelante", Bound::From},
      {"o antes", Bound::By},
      {"a mas tardar", Bound::By},
      {"como muy tarde", Bound::By},
  });
  for (const Entry& entry : entries) {
    const std::size_t length = words.phrase_at(end, entry.phrase);
    if (length != 0 && entry.bound != Bound::None) return {entry.bound, false, end + length};
  }
  return {.begin = end};
}

// "any day but", "anything except": the denial holds for every such day.
bool is_sweeping(const Words& words, std::size_t cue) {
  constexpr std::size_t reach = 5;
  for (std::size_t back = 1; back <= reach && back <= cue; ++back) {
    if (words.is_any(cue - back,
                     {"any", "every", "anything", "anytime", "all", "each", "whenever", "anyday",
                      "everyday", "cualquier", "todos", "cuando", "whatever"})) {
      return true;
    }
  }
  return false;
}

struct Denial {
  bool denied = false;
  bool sweeping = false;
  std::size_t begin = 0;
};

Denial denial_before(const Words& words, std::size_t begin) {
  std::size_t at = begin;
  constexpr std::size_t bridge_max = 6;
  for (std::size_t crossed = 0; crossed <= bridge_max && at > 0; ++crossed) {
    if (words[at].opens_sentence() || (words[at].mark == ',' && at < begin)) break;
    const std::size_t cue = at - 1;
    if (words.is_any(cue, {"except", "excluding", "besides", "excepto", "salvo", "menos"}))
      return {true, is_sweeping(words, cue) || crossed == 0, cue};
    if (words.is(cue, "but") && is_sweeping(words, cue)) return {true, true, cue};
    // "I work nights".
    const bool asks = cue > 1 && words.is_any(cue - 2, {"am", "are", "do", "will", "should"});
    if (crossed == 0 && words.is_any(cue, {"work", "working"}) && cue > 0 && !asks &&
        words.is_any(cue - 1, {"i", "we", "i'm"}))
      return {true, true, cue};
    if (words.phrase_at(cue, "other than") != 0 || words.phrase_at(cue, "que no") != 0)
      return {true, true, cue};
    // "I don't have time today", "I'd rather not".
    if (words.is_any(cue, {"don't", "dont", "doesn't", "not"}) && crossed > 0 &&
        words.is_any(at, {"have", "want", "think", "like"})) {
      return {true, false, cue};
    }
    const bool question = cue > 0 && words.is_any(cue - 1, {"why", "how", "what", "if"});
    // "Is Dana busy Friday?" asks about the day.
    const auto opens_question = [&](std::size_t back) {
      return cue >= back && words.is_any(cue - back, {"is", "are"}) &&
             (cue == back || opens_thought(words, cue - back));
    };
    const bool asks_whether =
        words.is_any(cue, {"busy", "unavailable"}) && (opens_question(2) || opens_question(3));
    if (asks_whether) return {};
    if (words.is_any(cue, {"not", "can't", "cannot", "cant", "won't", "wont", "never",
                           "unavailable", "busy", "hate"}) &&
        !question) {
      return {true, is_sweeping(words, cue), cue};
    }
    if (words.is(cue, "no") && cue + 1 < begin &&
        words.is_any(cue + 1, {"puedo", "podemos", "estoy", "estare", "me"}))
      return {true, false, cue};
    // "No a las diez, a las once".
    const bool hour = words.is(cue + 1, "a") && words.is_any(cue + 2, {"las", "la"});
    if (words.is(cue, "no") && hour && cue + 1 <= begin) return {true, false, cue};
    if (words.is(cue, "no") && cue + 1 == begin && words[begin].text.ends_with("s") &&
        words[begin].mark != ',' && words[begin].text.size() > 6) {
      return {true, true, cue};
    }
    if (!words.is_any(
            cue, {"on",     "the",    "do",    "make",  "it",        "at",     "in",    "for",
                  "be",     "here",   "there", "home",  "available", "free",   "come",  "have",
                  "around", "work",   "el",    "los",   "las",       "la",     "puedo", "podemos",
                  "por",    "en",     "estar", "a",     "of",        "really", "than",  "estoy",
                  "sea",    "before", "until", "till",  "after",     "me",     "think", "time",
                  "i",      "want",   "viene", "sirve", "bien",      "any",    "meet",  "get",
                  "off",    "de"})) {
      break;
    }
    at = cue;
  }
  return {.begin = begin};
}

}  // namespace

void add_surroundings(Phrase& phrase, const Words& words) {
  const Denial denial = denial_before(words, phrase.words.begin);
  const Cue before = cue_before(words, phrase.words.begin);
  const Cue after = cue_after(words, phrase.words.end);
  const std::size_t begin = phrase.words.begin;
  if (before.since || is_given_up(words, begin)) phrase.past = true;
  phrase.background = in_told_clause(words, begin);
  if (in_news(words, begin)) phrase.past = true;
  if (before.bound == Bound::None && in_missed_or_past(words, begin)) phrase.past = true;
  if (is_habit(words, phrase.words)) phrase.past = true;
  const auto* const clock = phrase.as<ClockReading>();
  const bool range = clock != nullptr && (clock->end || clock->length);
  if (before.bound != Bound::None && !range) {
    phrase.bound = before.bound;
    phrase.words.begin = std::min(phrase.words.begin, before.begin);
    if (clock != nullptr) phrase.certain = true;
    const bool until = words.is_any(before.begin, {"until", "till", "til", "hasta"});
    if (until && is_absence(words, before.begin)) phrase.bound = Bound::From;
    // "Before the end of the month" still holds on its last day.
    const bool end = words.is(begin, "end") || words.phrase_at(begin, "the end") != 0;
    if (end && phrase.bound == Bound::Before) phrase.bound = Bound::By;
  } else if (after.bound != Bound::None) {
    phrase.bound = after.bound;
    phrase.words.end = after.begin;
  }
  if (denial.denied) {
    phrase.words.begin = std::min(phrase.words.begin, denial.begin);
    switch (phrase.bound) {
      case Bound::None:
        phrase.denied = true;
        phrase.recurring = phrase.recurring || denial.sweeping;
        break;
      // "Not before ten", "not until Friday".
      case Bound::Before:
      case Bound::By:
        phrase.bound = Bound::From;
        break;
      case Bound::After:
      case Bound::From: {
        // "Not until after three" begins after three all the same.
        bool until = false;
        for (std::size_t at = denial.begin; at < before.begin; ++at)
          until = until || words.is_any(at, {"until", "till", "before"});
        if (!until) phrase.bound = Bound::By;
        break;
      }
    }
  }
  for (const std::size_t skipped : {0U, 1U}) {
    if (is_denied_after(words, phrase.words.end + skipped) &&
        !opens_part(words, phrase.words.end, phrase.words.end + skipped)) {
      phrase.denied = true;
    }
  }
}

}  // namespace callwright::language
