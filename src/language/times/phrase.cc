#include "language/times/phrase.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "language/phrase_index.h"
#include "language/times/day_parts.h"

namespace callwright::language {
namespace {

constexpr auto asap_phrases = std::to_array<std::string_view>({
    "as soon as possible",
    "as soon as you can",
    "as soon as you possibly can",
    "as soon as humanly possible",
    "as soon as you could",
    "as soon as someone can",
    "as soon as they can",
    "as soon as somebody can",
    "soon as possible",
    "soon as you can",
    "asap",
    "a s a p",
    "right away",
    "immediately",
    "the soonest",
    "soonest",
    "earliest possible",
    "earliest available",
    "earliest appointment",
    "earliest you can",
    "earliest you have",
    "your earliest",
    "the earliest",
    "first available",
    "next available",
    "first opening",
    "next opening",
    "first appointment available",
    "as early as possible",
    "as early as you can",
    "as quickly as possible",
    "as quick as possible",
    "as fast as possible",
    "as fast as you can",
    "quickly as possible",
    "the sooner the better",
    "sooner the better",
    "at once",
    "straight away",
    "straightaway",
    "cuanto antes",
    "lo antes posible",
    "lo mas pronto posible",
    "lo mas rapido posible",
    "tan pronto como sea posible",
    "tan pronto como pueda",
    "tan pronto como puedan",
    "en cuanto pueda",
    "en cuanto puedan",
    "ahora mismo",
    "ahorita",
    "ahorita mismo",
    "tan pronto se pueda",
    "en cuanto se pueda",
    "a la brevedad",
    "inmediatamente",
    "de inmediato",
    "ya mismo",
    "lo mas antes posible",
    "lo mas temprano posible",
    "lo antes que pueda",
    "lo antes que puedan",
});

std::size_t asap_at(const Words& words, std::size_t at) {
  static const auto* const index = new PhraseIndex(asap_phrases);
  return index->longest_at(words, at);
}

std::size_t now_at(const Words& words, std::size_t at) {
  for (const std::string_view phrase :
       {"now", "at the moment", "at this moment", "at this time", "at the present time", "ahora"}) {
    if (const std::size_t length = words.phrase_at(at, phrase)) return length;
  }
  return 0;
}

// "Now" asks for a visit where people or an arrival are spoken of; elsewhere it tells what happens.
bool asks_for_now(const Words& words, std::size_t at, std::size_t length) {
  const std::size_t before = at > 0 && words.is(at - 1, "right") ? at - 1 : at;
  // "Now, I want to book" only begins a sentence.
  const std::size_t next = at + length;
  const bool alone =
      next >= words.size() || words[next].opens_sentence() || words.is(next, "please");
  if (before == 0 || words[before].opens_sentence()) return alone;
  return words.is_any(before - 1,
                      {"come", "out", "over", "here", "someone", "somebody", "meet", "available",
                       "appointment", "technician", "plumber", "electrician", "start", "anyone"});
}

std::optional<Phrase> read_from_now(const Words& words, std::size_t at, Day today) {
  Phrase phrase{.meaning = FromNow{}, .words = {at, at}};
  const std::size_t now = now_at(words, at);
  if (now != 0 && asks_for_now(words, at, now)) {
    phrase.words.end = at + now;
    return phrase;
  }
  const bool within = words.is_any(at, {"within", "inside"});
  const bool dentro = words.phrase_at(at, "dentro de") != 0;
  const bool in = words.is_any(at, {"in", "en"}) || dentro;
  std::size_t next = at + (dentro ? 2 : in || within ? 1 : 0);
  if (words.is_any(next, {"about", "around", "like", "maybe"})) ++next;
  if (words.is_any(next, {"the", "la", "las"}) && (within || is_next(words, next + 1))) ++next;
  const bool coming = words.is_any(next, {"next", "proxima", "proximas"});
  if (coming) ++next;
  auto duration = duration_at(words, next);
  if (!duration && (in || within || coming) && words.is_any(next, {"hour", "hora"})) {
    duration = DurationReading{.count = 1, .unit = Unit::Hour, .next = next + 1};
  }
  // "Within the week": before it ends.
  if (!duration && within && words.is_any(next, {"week", "month"}) &&
      words.is_any(next - 1, {"the"})) {
    const Days unit = unit_around(today, words.is(next, "week") ? Unit::Week : Unit::Month);
    return Phrase{.meaning = DaysReading{.days = {today, unit.end}, .next = next + 1},
                  .words = {at, next + 1}};
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
  if (!ago && !later && !in && !within && !coming) return std::nullopt;
  if (ago) ++next;
  if (later) next += words.is(next, "from") ? 2 : 1;
  phrase.meaning = FromNow{.length = duration->length(),
                           .within = within || coming || (in && words.is_any(at + 1, {"the"}))};
  phrase.words.end = next;
  phrase.past = ago;
  return phrase;
}

// "For two hours starting", "for about ten days from", "por dos horas a partir de".
std::optional<Phrase> read_lasting(const Words& words, std::size_t at) {
  if (!words.is_any(at, {"for", "por"})) return std::nullopt;
  std::size_t next = at + 1;
  if (words.is_any(next, {"about", "around", "like", "maybe", "roughly"})) ++next;
  const auto duration = duration_at(words, next);
  if (!duration) return std::nullopt;
  for (const std::string_view begins :
       {"starting at", "starting from", "starting on", "starting", "beginning at", "beginning on",
        "beginning", "commencing", "from", "a partir de", "a partir del", "desde"}) {
    const std::size_t length = words.phrase_at(duration->next, begins);
    if (length == 0 || words.is(duration->next + length, "now")) continue;
    return Phrase{.meaning = Lasting{*duration}, .words = {at, duration->next + length}};
  }
  return std::nullopt;
}

bool is_greeting(const Words& words, std::size_t at) {
  return at > 0 && words.is_any(at - 1, {"good", "buen", "buena", "buenas"}) &&
         !words[at].opens_sentence() &&
         words.is_any(at, {"morning", "afternoon", "evening", "night"});
}

// "Early tomorrow", "late on Friday", "the end of today": a part of the day that is named next.
std::optional<PartReading> part_of_named_day(const Words& words, std::size_t at, Day today) {
  struct Entry {
    std::string_view phrase;
    Minutes begin, end;
    Half half;
  };
  using std::chrono::hours;
  static constexpr auto entries = std::to_array<Entry>({
      {"early", hours(8), hours(10), Half::Morning},
      {"bright and early", hours(8), hours(10), Half::Morning},
      {"start of", hours(8), hours(10), Half::Morning},
      {"beginning of", hours(8), hours(10), Half::Morning},
      {"late", hours(15), hours(17), Half::Afternoon},
      {"end of", hours(15), hours(17), Half::Afternoon},
      {"temprano", hours(8), hours(10), Half::Morning},
  });
  for (const Entry& entry : entries) {
    const std::size_t length = words.phrase_at(at, entry.phrase);
    if (length == 0) continue;
    const std::size_t next = at + length;
    const std::size_t day_at = words.is_any(next, {"on", "el"}) ? next + 1 : next;
    auto day = read_relative_day(words, day_at, today);
    if (!day) day = read_weekday(words, day_at, today);
    if (!day || day->past) return std::nullopt;
    return PartReading{.begin = entry.begin, .end = entry.end, .half = entry.half, .next = next};
  }
  return std::nullopt;
}

std::optional<Phrase> read_part(const Words& words, std::size_t at, Day today) {
  // "Antes del mediodía" names the hour.
  const bool bounded = at > 0 && words.is(at, "del") && words.is_any(at - 1, {"antes", "despues"});
  auto part = bounded ? std::nullopt : part_at(words, at);
  if (!part) part = part_of_named_day(words, at, today);
  if (!part || is_greeting(words, at)) return std::nullopt;
  Phrase phrase{.meaning = *part, .words = {at, part->next}};
  // "Lunch" and "night" are also meals, lights and locks.
  phrase.certain = !(part->next == at + 1 &&
                     words.is_any(at, {"lunch", "night", "evening", "madrugada", "temprano"})) ||
                   (at > 0 && words.is_any(at - 1, {"at", "by", "after", "before", "during", "any",
                                                    "every", "the"}));
  phrase.recurring = words.is_any(
      part->next - 1, {"mornings", "afternoons", "evenings", "nights", "mananas", "tardes"});
  if (words.phrase_at(at, "last night") != 0) phrase.past = true;
  return phrase;
}

}  // namespace

std::optional<Phrase> read_phrase(const Words& words, std::size_t at, Day today) {
  std::optional<Phrase> best;
  const auto consider = [&](std::optional<Phrase> phrase) {
    if (phrase && (!best || phrase->words.end > best->words.end)) best = std::move(phrase);
  };
  if (const std::size_t length = asap_at(words, at)) {
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
  consider(read_from_now(words, at, today));
  consider(read_lasting(words, at));
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
  consider(read_part(words, at, today));
  return best;
}

}  // namespace callwright::language
