#include "language/times/scan.h"

#include <algorithm>

#include "language/corrections.h"

namespace callwright::language {
namespace {

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

// "Three, actually make that four".
bool is_put_right(const Words& words, const Phrase& first, const Phrase& second) {
  for (std::size_t at = first.words.end; at < second.words.begin; ++at) {
    const std::size_t cue = correction_at(words, at);
    if (cue != 0 && at + cue == second.words.begin) return true;
  }
  return false;
}

// "Not ten, eleven": the hour that was misheard, and the right one.
bool takes_place(const Words& words, const Phrase& wrong, const Phrase& right) {
  constexpr std::size_t small_words_max = 2;
  return wrong.denied && !right.denied && wrong.as<ClockReading>() != nullptr &&
         right.as<ClockReading>() != nullptr && are_adjacent(words, wrong, right, small_words_max);
}

bool is_clock_beside(const Words& words, const Phrase& first, const Phrase& second) {
  const bool clock = first.as<ClockReading>() != nullptr || second.as<ClockReading>() != nullptr;
  return clock && are_adjacent(words, first, second, 1);
}

// "Two or three tomorrow", "two or two thirty".
bool is_alternative(const Words& words, const Phrase& first, const Phrase& second) {
  return first.as<ClockReading>() != nullptr && second.as<ClockReading>() != nullptr &&
         second.words.begin == first.words.end + 1 && words.is_any(first.words.end, {"or", "o"});
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
    if (at > 0 && phrases[at - 1].as<ClockReading>() != nullptr)
      keep = keep || is_put_right(words, phrases[at - 1], phrase);
    if (!keep && !counted && at + 1 < phrases.size())
      keep = is_alternative(words, phrase, phrases[at + 1]);
    if (asked == Question::Confirm && at > 0)
      keep = keep || takes_place(words, phrases[at - 1], phrase);
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

// "I get off at five, so after that tomorrow": the hour that was named is a bound.
void bind_to_named_hour(std::vector<Phrase>& phrases, const Words& words) {
  for (Phrase& phrase : phrases) {
    const auto* const clock = phrase.as<ClockReading>();
    if (clock == nullptr || clock->end || phrase.bound != Bound::None) continue;
    constexpr std::size_t reach = 8;
    for (std::size_t at = phrase.words.end;
         at < words.size() && at < phrase.words.end + reach && !words[at].opens_sentence(); ++at) {
      const bool it = words.is_any(at + 1, {"that", "then"});
      if ((words.is(at, "after") && it) || words.phrase_at(at, "despues de eso") != 0)
        phrase.bound = Bound::After;
      if ((words.is(at, "before") && it) || words.phrase_at(at, "antes de eso") != 0)
        phrase.bound = Bound::Before;
      if (phrase.bound != Bound::None) {
        phrase.background = false;
        break;
      }
    }
  }
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
    phrase.joins = (joint || listed) && !takes_place(words, before, phrase);
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
        words_[at].kind == WordKind::Taken ? std::nullopt : read_phrase(words_, at, today_);
    if (!phrase) return at + 1;
    if (moving_ && !arrived_ && spans(*phrase)) {
      if (const auto target = move_target(words_, phrase->words)) {
        arrived_ = true;
        if (auto moved = read_phrase(words_, *target, today_)) phrase = std::move(moved);
      }
    }
    const std::size_t begin = phrase->words.begin;
    const std::size_t next = phrase->words.end;
    const bool target =
        moving_ && arrived_ && begin > 0 && words_.is_any(begin - 1, {"to", "for", "al", "las"});
    phrase->certain = phrase->certain || target;
    add_surroundings(*phrase, words_);
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
  bind_to_named_hour(phrases, words);
  return phrases;
}

}  // namespace callwright::language
