#include "language/times/scan.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "language/corrections.h"

namespace callwright::language {
namespace {

std::size_t any_phrase(const Words& words, std::size_t at,
                       std::span<const std::string_view> phrases) {
  std::size_t longest = 0;
  for (const std::string_view phrase : phrases)
    longest = std::max(longest, words.phrase_at(at, phrase));
  return longest;
}

// clang-format off
constexpr auto asap_phrases = std::to_array<std::string_view>({
    "as soon as possible", "as soon as you can", "as soon as you could", "as soon as someone can", "as soon as they can", "as soon as somebody can",
    "soon as possible", "soon as you can", "asap", "a s a p", "right away", "immediately", "the soonest", "soonest", "earliest possible",
    "earliest available", "earliest appointment", "earliest you can", "earliest you have", "your earliest", "the earliest", "first available", "next available",
    "first opening", "next opening", "first appointment available", "as early as possible", "as early as you can", "as quickly as possible", "as quick as possible",
    "as fast as possible", "as fast as you can", "quickly as possible", "the sooner the better", "sooner the better", "at once", "straight away", "straightaway",
    "cuanto antes", "lo antes posible", "lo mas pronto posible", "lo mas rapido posible", "tan pronto como sea posible", "tan pronto como pueda",
    "tan pronto como puedan", "en cuanto pueda", "en cuanto puedan", "ahora mismo", "inmediatamente", "de inmediato", "ya mismo", "lo mas antes posible",
});

constexpr auto denied_after_phrases = std::to_array<std::string_view>({
    "doesn't work", "does not work", "don't work", "do not work", "won't work", "will not work", "wouldn't work", "would not work", "can't work",
    "isn't good", "is no good", "is not good", "are no good", "aren't good", "is bad", "are bad", "is out", "are out", "no good", "not good", "not possible",
    "is not possible", "isn't possible", "isn't going to work", "is not going to work", "i can't", "i cannot", "i'm busy", "i am busy", "i'm not available",
    "i'm not home", "we're not home", "is too late", "is too early", "is too soon", "is impossible", "doesn't suit", "is booked", "no puedo", "no me sirve",
    "no me viene bien", "no podemos", "no estoy", "no me conviene", "no funciona", "i'm out of town", "i have work", "i work", "is taken",
});
// clang-format on

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

// "before", "no later than", "after" and the like, just before the phrase.
Cue cue_before(const Words& words, std::size_t begin) {
  struct Entry {
    std::string_view phrase;
    Bound bound;
    bool since = false;
  };
  static constexpr auto entries = std::to_array<Entry>({
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
  std::size_t end = begin;
  for (int skipped = 0; skipped < 3; ++skipped) {
    for (const Entry& entry : entries) {
      const auto length = static_cast<std::size_t>(std::ranges::count(entry.phrase, ' ')) + 1;
      if (end < length || words.phrase_at(end - length, entry.phrase) == 0) continue;
      if (opens_part(words, end - length + 1, begin)) continue;
      return {entry.bound, entry.since, end - length};
    }
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
    if (words.phrase_at(cue, "other than") != 0 || words.phrase_at(cue, "que no") != 0)
      return {true, true, cue};
    // "I don't have time today", "I'd rather not".
    if (words.is_any(cue, {"don't", "dont", "doesn't", "not"}) && crossed > 0 &&
        words.is_any(at, {"have", "want", "think", "like"})) {
      return {true, false, cue};
    }
    const bool question = cue > 0 && words.is_any(cue - 1, {"why", "how", "what", "if"});
    if (words.is_any(cue, {"not", "can't", "cannot", "cant", "won't", "wont", "never",
                           "unavailable", "busy", "hate"}) &&
        !question) {
      return {true, is_sweeping(words, cue), cue};
    }
    if (words.is(cue, "no") && cue + 1 < begin &&
        words.is_any(cue + 1, {"puedo", "podemos", "estoy", "estare", "me"}))
      return {true, false, cue};
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

// A clause that tells what happened: "it broke", "I noticed it".
bool in_told_clause(const Words& words, std::size_t begin) {
  constexpr std::size_t reach = 6;
  for (std::size_t back = 1; back <= reach && back <= begin; ++back) {
    const std::size_t at = begin - back;
    const std::string& text = words[at].text;
    if (words.is_any(at, {"broke", "went", "was", "were", "came", "stopped", "began", "burst",
                          "did", "quit", "been", "happened", "woke", "found"}))
      return true;
    constexpr std::size_t shortest_past = 6;
    if (text.size() >= shortest_past && text.ends_with("ed") &&
        !words.is_any(at, {"needed", "scheduled", "clogged"}))
      return true;
    if (words[at].mark == ',' || words[at].opens_sentence()) break;
  }
  return false;
}

// "Now" asks for a visit where people or an arrival are spoken of; elsewhere it tells what happens.
bool asks_for_now(const Words& words, std::size_t at) {
  const std::size_t before = words.is_any(at - 1, {"right"}) ? at - 1 : at;
  return before > 0 &&
         words.is_any(before - 1,
                      {"come", "out", "over", "here", "someone", "somebody", "meet", "available",
                       "appointment", "technician", "plumber", "electrician", "start", "anyone"});
}

std::optional<Phrase> read_from_now(const Words& words, std::size_t at) {
  Phrase phrase{.meaning = FromNow{}, .words = {at, at}};
  if (at > 0 && words.is_any(at, {"now", "ahora"}) && asks_for_now(words, at)) {
    phrase.words.end = at + 1;
    return phrase;
  }
  const bool within = words.is_any(at, {"within", "inside"});
  const bool dentro = words.phrase_at(at, "dentro de") != 0;
  const bool in = words.is_any(at, {"in", "en"}) || dentro;
  std::size_t next = at + (dentro ? 2 : in || within ? 1 : 0);
  if (words.is_any(next, {"about", "around", "like", "maybe"})) ++next;
  if (words.is_any(next, {"the", "la"}) && within) ++next;
  if (words.is_any(next, {"next", "proxima"})) ++next;
  auto duration = duration_at(words, next);
  if (!duration && (in || within) && words.is_any(next, {"hour", "hora"})) {
    duration = DurationReading{.count = 1, .unit = Unit::Hour, .next = next + 1};
  }
  if (!duration) return std::nullopt;
  next = duration->next;
  const bool ago = words.is_any(next, {"ago", "back", "earlier"});
  const bool later =
      words.phrase_at(next, "from now") != 0 || words.is_any(next, {"hence", "later"});
  if (!duration->of_clock()) {
    if (!within) return std::nullopt;
    phrase.meaning =
        FromNow{.length = std::chrono::days((later_by(Day{}, *duration) - Day{})), .within = true};
    phrase.words.end = next;
    return phrase;
  }
  if (!ago && !later && !in && !within) return std::nullopt;
  if (ago) ++next;
  if (later) next += words.is(next, "from") ? 2 : 1;
  phrase.meaning = FromNow{.length = duration->length(),
                           .within = within || (in && words.is_any(at + 1, {"the"}))};
  phrase.words.end = next;
  phrase.past = ago;
  return phrase;
}

bool is_greeting(const Words& words, std::size_t at) {
  return at > 0 && words.is_any(at - 1, {"good", "buen", "buena", "buenas"}) &&
         !words[at].opens_sentence() &&
         words.is_any(at, {"morning", "afternoon", "evening", "night"});
}

std::optional<Phrase> read_part(const Words& words, std::size_t at) {
  const auto part = part_at(words, at);
  if (!part || is_greeting(words, at)) return std::nullopt;
  Phrase phrase{.meaning = *part, .words = {at, part->next}};
  // "Lunch" and "night" are also meals, lights and locks.
  phrase.certain =
      !(part->next == at + 1 && words.is_any(at, {"lunch", "night", "evening", "madrugada"})) ||
      (at > 0 &&
       words.is_any(at - 1, {"at", "by", "after", "before", "during", "any", "every", "the"}));
  phrase.recurring = words.is_any(
      part->next - 1, {"mornings", "afternoons", "evenings", "nights", "mananas", "tardes"});
  if (words.phrase_at(at, "last night") != 0) phrase.past = true;
  return phrase;
}

std::optional<Phrase> longest_at(const Words& words, std::size_t at, Day today) {
  std::optional<Phrase> best;
  const auto consider = [&](std::optional<Phrase> phrase) {
    if (phrase && (!best || phrase->words.end > best->words.end)) best = std::move(phrase);
  };
  if (const std::size_t length = any_phrase(words, at, asap_phrases)) {
    consider(Phrase{.meaning = AsSoonAsPossible{}, .words = {at, at + length}});
  }
  if (words.phrase_at(at, "last night") != 0 || words.phrase_at(at, "the other day") != 0 ||
      words.phrase_at(at, "anoche") != 0) {
    const std::size_t length = words.is(at, "anoche") ? 1 : words.is(at, "last") ? 2 : 3;
    consider(
        Phrase{.meaning = DaysReading{.days = one_day(today), .next = at + length, .past = true},
               .words = {at, at + length},
               .past = true});
  }
  consider(read_from_now(words, at));
  if (const auto days = read_days(words, at, today)) {
    const std::string& name = words[days->next - 1].text;
    consider(Phrase{.meaning = *days,
                    .words = {at, days->next},
                    .recurring = name.ends_with("days") && !name.ends_with("'s"),
                    .past = days->past});
  }
  if (const auto clock = read_clock(words, at)) {
    const bool alone = clock->certain || stands_alone(words, clock->next);
    if (alone)
      consider(Phrase{.meaning = *clock, .words = {at, clock->next}, .certain = clock->certain});
  }
  consider(read_part(words, at));
  return best;
}

void add_surroundings(Phrase& phrase, const Words& words) {
  const Denial denial = denial_before(words, phrase.words.begin);
  const Cue before = cue_before(words, phrase.words.begin);
  const Cue after = cue_after(words, phrase.words.end);
  const std::size_t begin = phrase.words.begin;
  if (before.since) phrase.past = true;
  phrase.background = in_told_clause(words, begin);
  const auto* const clock = phrase.as<ClockReading>();
  const bool range = clock != nullptr && (clock->end || clock->length);
  if (before.bound != Bound::None && !range) {
    phrase.bound = before.bound;
    phrase.words.begin = std::min(phrase.words.begin, before.begin);
    if (clock != nullptr) phrase.certain = true;
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
      case Bound::From:
        phrase.bound = Bound::By;
        break;
    }
  }
  for (const std::size_t skipped : {0U, 1U}) {
    if (any_phrase(words, phrase.words.end + skipped, denied_after_phrases) != 0 &&
        !opens_part(words, phrase.words.end, phrase.words.end + skipped)) {
      phrase.denied = true;
    }
  }
}

// A visit that was agreed on is given up: what is named is no longer wanted.
bool is_given_up(const Words& words, std::size_t begin) {
  for (const std::string_view cue :
       {"instead of", "rather than", "en vez de", "en vez del", "en lugar de", "en lugar del"}) {
    const auto length = static_cast<std::size_t>(std::ranges::count(cue, ' ')) + 1;
    for (const std::size_t skipped : {0U, 1U}) {
      if (begin >= length + skipped && words.phrase_at(begin - length - skipped, cue) != 0)
        return true;
    }
  }
  return false;
}

// "Move", "reschedule": from here on the sentence says what becomes what.
bool is_move(const Words& words, std::size_t at) {
  return words.is_any(at, {"move",   "moved",   "change",  "changed",   "reschedule",  "push",
                           "pushed", "switch",  "shift",   "bump",      "swap",        "postpone",
                           "mover",  "cambiar", "pasar",   "posponer",  "reprogramar", "mueva",
                           "cambie", "moverla", "moverlo", "cambiarla", "cambiarlo"});
}

// Within a sentence that moves a visit, the place where the new time begins: after "to" or "for".
std::optional<std::size_t> move_target(const Words& words, WordRange range) {
  for (std::size_t at = range.begin; at < range.end; ++at) {
    if (words.is_any(at, {"to", "al", "hasta", "until", "till"}) ||
        (words.is(at, "a") && words.is_any(at + 1, {"las", "la"})))
      return at + 1;
  }
  return std::nullopt;
}

// Whether nothing but small words stands between two phrases.
bool are_adjacent(const Words& words, const Phrase& first, const Phrase& second,
                  std::size_t words_max) {
  if (second.words.begin > first.words.end + words_max) return false;
  for (std::size_t at = first.words.end; at < second.words.begin; ++at) {
    if (!words.is_any(at, {"at", "the", "on", "in", "around", "about", "of", "and", "a", "las",
                           "la", "el", "por", "for", "like"}))
      return false;
  }
  return true;
}

bool is_day_or_part(const Phrase& phrase) {
  return phrase.as<DaysReading>() != nullptr || phrase.as<PartReading>() != nullptr;
}

bool is_clock_beside(const Words& words, const Phrase& first, const Phrase& second) {
  const bool clock = first.as<ClockReading>() != nullptr || second.as<ClockReading>() != nullptr;
  return clock && are_adjacent(words, first, second, 1);
}

// Bare numbers and vague words count where a day or a part of one stands beside them, or where a
// time was asked for.
void drop_uncertain(std::vector<Phrase>& phrases, const Words& words, Question asked) {
  std::vector<Phrase> kept;
  for (std::size_t at = 0; at < phrases.size(); ++at) {
    const Phrase& phrase = phrases[at];
    bool keep = phrase.certain || asked == Question::Time;
    const bool counted = !keep && phrase.words.begin > 0 && words.is(phrase.words.begin - 1, "for");
    constexpr std::size_t small_words_max = 2;
    if (!keep && !counted && at > 0)
      keep = is_day_or_part(phrases[at - 1]) &&
             are_adjacent(words, phrases[at - 1], phrase, small_words_max);
    if (!keep && !counted && at + 1 < phrases.size())
      keep = is_day_or_part(phrases[at + 1]) &&
             are_adjacent(words, phrase, phrases[at + 1], small_words_max);
    const bool part = phrase.as<PartReading>() != nullptr;
    if (part && at > 0) keep = keep || is_clock_beside(words, phrases[at - 1], phrase);
    if (part && at + 1 < phrases.size())
      keep = keep || is_clock_beside(words, phrase, phrases[at + 1]);
    if (!keep && !counted)
      keep = phrase.words.begin == 0 && phrase.words.end == words.size() &&
             phrase.words.end - phrase.words.begin > 1;
    if (keep) kept.push_back(phrase);
  }
  phrases = std::move(kept);
}

void mark_relations(std::vector<Phrase>& phrases, const Words& words) {
  for (std::size_t at = 1; at < phrases.size(); ++at) {
    const Phrase& before = phrases[at - 1];
    Phrase& phrase = phrases[at];
    for (std::size_t word = before.words.end; word < phrase.words.begin; ++word) {
      if (correction_at(words, word) != 0) phrase.corrects = true;
    }
    const std::size_t gap = phrase.words.begin - std::min(before.words.end, phrase.words.begin);
    const bool joint =
        gap > 0 && gap <= 3 && words.is_any(before.words.end, {"or", "and", "o", "y"});
    const bool listed = gap == 0 && words[phrase.words.begin].mark == ',';
    phrase.joins = joint || listed;
    // "Yesterday at five": the clock is as past as its day.
    if (before.past && phrase.as<DaysReading>() == nullptr &&
        are_adjacent(words, before, phrase, 2))
      phrase.past = true;
  }
  for (std::size_t at = phrases.size(); at-- > 1;) {
    if (phrases[at].past && phrases[at - 1].as<DaysReading>() == nullptr &&
        !phrases[at - 1].corrects && are_adjacent(words, phrases[at - 1], phrases[at], 2) &&
        phrases[at - 1].words.end == phrases[at].words.begin) {
      phrases[at - 1].past = true;
    }
  }
}

// Reads phrases one after the other. In a sentence that moves a visit "from two to four" is no
// range: what stands after "to" takes the place of all that was named before.
class Scanner {
 public:
  Scanner(const Words& words, Day today) : words_(words), today_(today) {}

  std::vector<Phrase> scan() {
    for (std::size_t at = 0; at < words_.size();) at = step(at);
    return std::move(phrases_);
  }

 private:
  std::size_t step(std::size_t at) {
    if (words_[at].opens_sentence()) moving_ = arrived_ = false;
    if (is_move(words_, at)) moving_ = true;
    if (moving_ && words_.is_any(at, {"to", "for", "al", "para"})) arrived_ = true;
    auto phrase =
        words_[at].kind == WordKind::Taken ? std::nullopt : longest_at(words_, at, today_);
    if (!phrase) return at + 1;
    if (moving_ && !arrived_ && spans(*phrase)) {
      if (const auto target = move_target(words_, phrase->words)) {
        arrived_ = true;
        if (auto moved = longest_at(words_, *target, today_)) phrase = std::move(moved);
      }
    }
    const std::size_t begin = phrase->words.begin;
    const std::size_t next = phrase->words.end;
    const bool target =
        moving_ && arrived_ && begin > 0 && words_.is_any(begin - 1, {"to", "for", "al", "las"});
    phrase->certain = phrase->certain || target;
    add_surroundings(*phrase, words_);
    phrase->past = phrase->past || is_given_up(words_, phrase->words.begin);
    phrase->corrects =
        (moving_ && arrived_) || (words_.is(next, "instead") && !words_.is(next + 1, "of"));
    phrases_.push_back(std::move(*phrase));
    return next;
  }

  static bool spans(const Phrase& phrase) {
    if (const auto* const clock = phrase.as<ClockReading>()) return clock->end.has_value();
    const auto* const days = phrase.as<DaysReading>();
    return days != nullptr && !days->days.single();
  }

  const Words& words_;
  Day today_;
  std::vector<Phrase> phrases_;
  bool moving_ = false;
  bool arrived_ = false;  // The new time has begun.
};

}  // namespace

std::vector<Phrase> scan_times(const Words& words, Day today, Question asked) {
  std::vector<Phrase> phrases = Scanner(words, today).scan();
  // "Afternoon 2": the part of the day makes a time of the number it touches.
  for (std::size_t i = 1; i < phrases.size(); ++i) {
    const bool touches = phrases[i - 1].as<PartReading>() != nullptr &&
                         phrases[i - 1].words.end == phrases[i].words.begin;
    if (touches && phrases[i].as<ClockReading>() != nullptr) phrases[i].certain = true;
  }
  drop_uncertain(phrases, words, asked);
  mark_relations(phrases, words);
  return phrases;
}

}  // namespace callwright::language
