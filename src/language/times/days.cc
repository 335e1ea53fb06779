#include "language/times/days.h"

#include <algorithm>
#include <array>

#include "language/times/day_parts.h"
#include "language/times/vocabulary.h"

namespace callwright::language {
namespace {

using Production = std::optional<DaysReading> (*)(const Words&, std::size_t, Day);

constexpr auto productions = std::to_array<Production>({
    read_relative_day,
    read_offset_day,
    read_ordinal_day,
    read_counted_days,
    read_weekday,
    read_date,
    read_period,
    read_holiday,
});

std::optional<DaysReading> read_one(const Words& words, std::size_t at, Day today) {
  std::optional<DaysReading> longest;
  for (const Production production : productions) {
    const auto reading = production(words, at, today);
    if (reading && (!longest || reading->next > longest->next)) longest = reading;
  }
  return longest;
}

// "to", "through", "-" between the ends of a range; 0 when there is none.
std::size_t range_joint(const Words& words, std::size_t at, bool between) {
  if (between && words.is_any(at, {"and", "y"})) return 1;
  if (words.is_any(at, {"to", "through", "thru", "until", "till", "al", "a", "hasta"})) return 1;
  return 0;
}

bool dash_before(const Words& words, std::size_t at) {
  return words[at].mark == '-';
}

// "13th to 15th of July", "the ninth and the seventeenth of April".
std::optional<DaysReading> read_numbers_of_month(const Words& words, std::size_t at, bool between,
                                                 Day today) {
  const auto first = day_number_at(words, at);
  if (!first) return std::nullopt;
  const std::size_t joint = range_joint(words, first->next, between);
  if (joint == 0 && !dash_before(words, first->next)) return std::nullopt;

  std::size_t second_at = first->next + joint;
  if (words.is_any(second_at, {"the", "el"})) ++second_at;
  const auto number = day_number_at(words, second_at);
  if (!number) return std::nullopt;
  std::size_t month_at_word = number->next;
  if (words.is_any(month_at_word, {"of", "de", "in"})) ++month_at_word;
  const auto month = month_named_at(words, month_at_word, today);
  if (!month || number->day <= first->day) return std::nullopt;

  const std::chrono::year_month_day date(month->days.begin);
  auto begin = day_in(date.year(), static_cast<unsigned>(date.month()), first->day);
  auto last = day_in(date.year(), static_cast<unsigned>(date.month()), number->day);
  if (!begin || !last) return std::nullopt;
  if (*last < today) {
    begin = next_date(today, static_cast<unsigned>(date.month()), first->day);
    last = next_date(*begin, static_cast<unsigned>(date.month()), number->day);
    if (!last) return std::nullopt;
  }
  return DaysReading{.days = {.begin = *begin, .end = *last + std::chrono::days(1)},
                     .next = month->next};
}

// "July 13-15", "Monday to Wednesday", "the 3rd through the 5th"; `first` has been read.
std::optional<DaysReading> read_until(const Words& words, const DaysReading& first, bool between,
                                      Day today) {
  const std::size_t joint = range_joint(words, first.next, between);
  const bool dash = dash_before(words, first.next);
  if ((joint == 0 && !dash) || first.past) return std::nullopt;
  std::size_t at = first.next + joint;

  // "Monday to Wednesday of next week": both lie in that week.
  if (const auto last = read_weekday(words, at, today); last && last->in_week && first.weekday) {
    const Day begin =
        weekday_on_or_after(monday_of(last->days.begin), std::chrono::weekday(first.days.begin));
    if (begin < last->days.begin)
      return DaysReading{.days = {.begin = begin, .end = last->days.end}, .next = last->next};
  }

  // A clock's hour is no day: "Monday to 5".
  const auto number = day_number_at(words, at);
  const bool alone = number && (number->ordinal || first.days.single()) &&
                     !month_at(words, number->next) && !words.is_any(number->next, {"of", "de"});
  // "March 20 to 22": what follows a number of days is one too.
  const bool after_number = words[first.next - 1].is_digits() && !first.weekday;
  const auto second = read_one(words, at, first.days.begin);
  const bool longer = second && number && second->next > number->next;
  if (alone && !longer && (number->ordinal || dash || after_number)) {
    const auto last = next_day_of_month(first.days.begin, number->day);
    if (!last) return std::nullopt;
    return DaysReading{.days = {.begin = first.days.begin, .end = *last + std::chrono::days(1)},
                       .next = number->next};
  }
  if (!second || second->past || second->days.begin <= first.days.begin) return std::nullopt;
  return DaysReading{.days = {.begin = first.days.begin, .end = second->days.end},
                     .next = second->next};
}

}  // namespace

std::optional<DaysReading> read_days(const Words& words, std::size_t at, Day today) {
  const bool between = words.is_any(at, {"between", "entre"});
  const bool from = between || words.is_any(at, {"from", "de", "del", "desde"});
  std::size_t begin = from ? at + 1 : at;
  if (from && words.is_any(begin, {"the", "el"}) && day_number_at(words, begin + 1)) ++begin;

  if (auto numbers = read_numbers_of_month(words, begin, between, today)) return numbers;
  const auto first = read_one(words, begin, today);
  if (from && !first && begin > at + 1) return std::nullopt;
  if (first) {
    if (auto range = read_until(words, *first, between, today)) return range;
  }
  // "From Friday" alone is a bound, which is read by whoever reads bounds; "de hoy en ocho" is a
  // day.
  return from ? read_one(words, at, today) : first;
}

}  // namespace callwright::language
