#include "language/times/choice.h"

#include <algorithm>

namespace callwright::language {
namespace {

// The phrases of one kind that count: those after the last correction, and those that tell when the
// trouble began only where there is nothing else.
template <class Meaning>
std::vector<const Phrase*> wanted(std::span<const Phrase> phrases) {
  std::vector<const Phrase*> chosen;
  for (const Phrase& phrase : phrases) {
    if (phrase.as<Meaning>() == nullptr || phrase.denied || phrase.past) continue;
    if (phrase.corrects) chosen.clear();
    chosen.push_back(&phrase);
  }
  const auto told = [](const Phrase* phrase) { return phrase->background; };
  if (!std::ranges::all_of(chosen, told)) std::erase_if(chosen, told);
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

void choose_days(Choice& choice, std::span<const Phrase> phrases) {
  const auto chosen = wanted<DaysReading>(phrases);
  if (chosen.empty()) return;
  const DaysReading& first = *chosen.front()->as<DaysReading>();
  choice.days = first.days;
  choice.named = {first.days};
  choice.days_bound = chosen.front()->bound;
  choice.days_phrase = chosen.front();
  for (std::size_t i = 1; i < chosen.size(); ++i) {
    Days next = chosen[i]->as<DaysReading>()->days;
    // "Next Thursday or Friday": the Friday of the same week.
    const bool same_week =
        first.next_week && chosen[i]->joins && chosen[i]->as<DaysReading>()->weekday;
    if (same_week)
      next = one_day(
          weekday_on_or_after(monday_of(first.days.begin), std::chrono::weekday(next.begin)));
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
  const auto offsets = wanted<FromNow>(phrases);
  if (!offsets.empty() && !choice.days) choice.from_now = offsets.front()->as<FromNow>();
  return choice;
}

}  // namespace callwright::language
