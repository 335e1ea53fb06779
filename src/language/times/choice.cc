#include "language/times/choice.h"

#include <algorithm>

namespace callwright::language {
namespace {

// The phrases of one kind that count: those after the last correction, and those that tell when the
// trouble began only where there is nothing else.
template <class Meaning>
std::vector<const Phrase*> wanted(std::span<const Phrase> phrases) {
  const auto asks = [](const Phrase& phrase) {
    return !phrase.denied && !phrase.past && !phrase.background;
  };
  const bool all_told = std::ranges::none_of(phrases, asks);
  std::vector<const Phrase*> chosen;
  for (const Phrase& phrase : phrases) {
    if (phrase.as<Meaning>() == nullptr || phrase.denied || phrase.past) continue;
    if (phrase.corrects) chosen.clear();
    chosen.push_back(&phrase);
  }
  if (!all_told) std::erase_if(chosen, [](const Phrase* phrase) { return phrase->background; });
  return chosen;
}

// "Next week, Tuesday": the Tuesday of that week.
void narrow(Choice& choice, Day named, bool by_weekday) {
  const Days& span = *choice.days;
  Day inside = named;
  if (!span.contains(named)) {
    // "Next month on the 22nd" is that month's.
    const unsigned day = static_cast<unsigned>(std::chrono::year_month_day(named).day());
    inside = by_weekday ? weekday_on_or_after(span.begin, std::chrono::weekday(named))
                        : next_day_of_month(span.begin, day).value_or(named);
  }
  if (!span.contains(inside)) return;
  choice.days = one_day(inside);
  choice.named = {*choice.days};
}

// The same weekday of the week that the day lies in.
Days in_week_of(Day day, const Days& weekday) {
  return one_day(weekday_on_or_after(monday_of(day), std::chrono::weekday(weekday.begin)));
}

// Weekdays named together lie in one week where they can: "next Thursday or Friday", "Monday or
// Tuesday of next week", "Monday or Wednesday".
void join_weekdays(Choice& choice, Days& next, const DaysReading& first,
                   const DaysReading& second) {
  if (!second.weekday) return;
  if (second.in_week && first.weekday && choice.named.size() == 1) {
    choice.days = in_week_of(next.begin, first.days);
    choice.named = {*choice.days};
    return;
  }
  const Days inside = in_week_of(first.days.begin, next);
  if (first.next_week || (first.weekday && inside.begin > first.days.begin)) next = inside;
}

void choose_days(Choice& choice, std::span<const Phrase> phrases) {
  const auto chosen = wanted<DaysReading>(phrases);
  if (chosen.empty()) return;
  const DaysReading& first = *chosen.front()->as<DaysReading>();
  choice.days = first.days;
  choice.named = {first.days};
  choice.days_bound = chosen.front()->bound;
  choice.days_phrase = chosen.front();
  const Days span = first.days;
  for (std::size_t i = 1; i < chosen.size(); ++i) {
    Days next = chosen[i]->as<DaysReading>()->days;
    // "Next week, Tuesday or Wednesday".
    if (!span.single() && chosen[i]->as<DaysReading>()->weekday && !span.contains(next.begin))
      next = one_day(weekday_on_or_after(span.begin, std::chrono::weekday(next.begin)));
    if (chosen[i]->joins) join_weekdays(choice, next, first, *chosen[i]->as<DaysReading>());
    if (next == *choice.days) continue;
    // "In two weeks, on Tuesday".
    if (first.around && next.single() && choice.days->single())
      choice.days = week_of(choice.days->begin);
    const bool side_by_side = chosen[i] == chosen[i - 1] + 1;
    if (next.single() && !choice.days->single()) {
      narrow(choice, next.begin, chosen[i]->as<DaysReading>()->weekday);
    } else if (choice.days->single() && !next.single() && !chosen[i]->joins) {
      const Day named = choice.days->begin;
      choice.days = next;
      narrow(choice, named, first.weekday);
    } else if (chosen[i]->joins && side_by_side && next.single()) {
      choice.days = Days{.begin = std::min(choice.days->begin, next.begin),
                         .end = std::max(choice.days->end, next.end)};
      choice.named.push_back(next);
    }
  }
}

void choose_clock(Choice& choice, std::span<const Phrase> phrases) {
  const auto clocks = wanted<ClockReading>(phrases);
  if (clocks.empty()) return;
  const auto certain = std::ranges::find_if(clocks, &Phrase::certain);
  const auto first = certain == clocks.end() ? clocks.begin() : certain;
  choice.clock = *first;
  if (choice.clock->bound == Bound::None) return;
  for (const Phrase* next : std::span(first + 1, clocks.end())) {
    // "Today after four or tomorrow before noon": each day has its own bound, and the first counts.
    const bool other_day = std::ranges::any_of(choice.clock + 1, next, [](const Phrase& between) {
      return between.as<DaysReading>() != nullptr && !between.denied;
    });
    if (other_day) return;
    if (next->bound != Bound::None && next->bound != choice.clock->bound) choice.other_bound = next;
  }
}

// "This afternoon or tomorrow morning" offers both, and the first is taken; in "it broke this
// morning, can you come tomorrow" the part of today is another day's.
void settle_today(Choice& choice, std::span<const Phrase* const> parts, Day today) {
  if (choice.part == nullptr || !choice.part_reading()->today || !choice.days ||
      choice.days->contains(today))
    return;
  if (choice.days_phrase > choice.part && choice.days_phrase->joins) {
    choice.days.reset();
    choice.days_bound = Bound::None;
    return;
  }
  const auto other = std::ranges::find_if(
      parts, [](const Phrase* part) { return !part->as<PartReading>()->today; });
  choice.part = other == parts.end() ? nullptr : *other;
}

}  // namespace

Choice choose(std::span<const Phrase> phrases, Day today) {
  Choice choice;
  for (const Phrase& phrase : phrases) {
    if (phrase.as<AsSoonAsPossible>() != nullptr && !phrase.denied) choice.asap = true;
    if (phrase.denied && phrase.recurring &&
        (phrase.as<DaysReading>() != nullptr || phrase.as<PartReading>() != nullptr))
      choice.sweeping_denial = true;
  }
  choose_days(choice, phrases);
  choose_clock(choice, phrases);
  const auto parts = wanted<PartReading>(phrases);
  if (!parts.empty()) choice.part = parts.front();
  settle_today(choice, parts, today);
  const auto lengths = wanted<Lasting>(phrases);
  if (!lengths.empty()) {
    choice.lasting = lengths.front()->as<Lasting>();
    choice.days_bound = Bound::None;
  }
  const auto offsets = wanted<FromNow>(phrases);
  if (!offsets.empty() && !choice.days) choice.from_now = offsets.front()->as<FromNow>();
  return choice;
}

}  // namespace callwright::language
