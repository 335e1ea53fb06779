#include "language/numbers.h"
#include "language/times/clocks.h"

namespace callwright::language {
namespace {

// Whether what follows leaves a number by itself: the end, a pause or a small word.
bool may_go_on(const Words& words, std::size_t next) {
  if (next >= words.size()) return true;
  const Word& word = words[next];
  if (word.mark == ',' || word.mark == '-' || word.opens_sentence()) return true;
  if (word.is_digits()) return false;
  return words.is_any(
      next,
      {"on",    "in",      "for",     "please",     "or",       "and",    "if",       "would",
       "any",   "anytime", "too",     "okay",       "sometime", "only",   "all",      "unless",
       "since", "every",   "works",   "work",       "is",       "today",  "tomorrow", "this",
       "next",  "the",     "to",      "but",        "then",     "thanks", "thank",    "instead",
       "so",    "sounds",  "should",  "will",       "can",      "could",  "does",     "do",
       "with",  "until",   "through", "because",    "when",     "that",   "that's",   "i",
       "we",    "you",     "he",      "she",        "they",     "it",     "it's",     "just",
       "ok",    "okay",    "works",   "be",         "at",       "around", "about",    "not",
       "no",    "yes",     "sharp",   "ish",        "tonight",  "a",      "may",      "was",
       "are",   "by",      "before",  "after",      "from",     "there",  "your",     "my",
       "our",   "el",      "la",      "de",         "por",      "para",   "en",       "y",
       "o",     "si",      "hoy",     "manana",     "esta",     "este",   "estaria",  "seria",
       "le",    "me",      "gracias", "tomorrow's", "each",     "every",  "as",       "due",
       "maybe"});
}

}  // namespace

Minutes Clock::of_day(Half hint) const {
  const Half known = half == Half::Unsaid ? hint : half;
  const Minutes minutes(minute);
  const auto at_hour = [&](int of_day) { return std::chrono::hours(of_day) + minutes; };
  if (hour > 12 || (exact && hour == 12)) return at_hour(hour);
  constexpr int first_working_hour = 7;
  constexpr int last_night_hour = 6;
  switch (known) {
    case Half::Morning:
      return at_hour(hour % 12);
    case Half::Afternoon:
      return at_hour(hour % 12 + 12);
    case Half::Night:
      return at_hour(hour == 12 || hour < last_night_hour ? hour % 12 : hour + 12);
    case Half::Unsaid:
      break;
  }
  if (exact) return at_hour(hour);
  return at_hour(hour >= first_working_hour && hour < 12 ? hour : hour % 12 + 12);
}

bool stands_alone(const Words& words, std::size_t next) {
  // "Las cuatro del viernes".
  const std::size_t day = words.is(next, "del") ? next + 1 : next;
  if (may_go_on(words, next) || weekday_at(words, day)) return true;
  // "2 morning sessions" counts sessions.
  const auto part = part_at(words, next);
  return part && (part->next > next + 1 || may_go_on(words, part->next));
}

}  // namespace callwright::language
