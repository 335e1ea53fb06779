#include <algorithm>

#include "language/numbers.h"
#include "language/times/day_parts.h"
#include "language/times/vocabulary.h"

namespace callwright::language {
namespace {

namespace chrono = std::chrono;
using chrono::days;

// "This year", "next week", "the month", "2027": what is counted in.
std::optional<DaysReading> whole_at(const Words& words, std::size_t at, Day today) {
  if (auto month = month_named_at(words, at, today)) return month;
  if (const auto year = year_at(words, at)) {
    return DaysReading{.days = year_of(*day_in(*year, 1, 1)), .next = at + 1};
  }
  std::size_t next = words.is_any(at, {"the", "el", "la"}) ? at + 1 : at;
  const bool ahead = is_next(words, next) || words.is_any(next, {"coming", "upcoming"});
  if (ahead || is_this(words, next)) ++next;
  const auto unit = next > at ? unit_at(words, next) : std::nullopt;
  if (!unit || *unit < Unit::Week || *unit == Unit::Fortnight) return std::nullopt;
  ++next;
  const bool follows = words.phrase_at(next, "que viene") != 0;
  Days whole = unit_around(today, *unit);
  if (ahead || follows) whole = unit_around(whole.end, *unit);
  return DaysReading{.days = whole, .next = follows ? next + 2 : next};
}

// The index-th unit of the whole, from 1. Weeks are those that the whole begins in or touches.
std::optional<Days> nth_unit(const Days& whole, Unit unit, int index) {
  Day begin = whole.begin;
  if (unit == Unit::Week) begin = monday_of(whole.begin);
  const DurationReading before{.count = index - 1, .unit = unit};
  begin = later_by(begin, before);
  if (begin >= whole.end) return std::nullopt;
  return Days{.begin = begin, .end = later_by(begin, {.count = 1, .unit = unit})};
}

// The last units of the whole; of weeks, those that end in it.
Days last_units(const Days& whole, Unit unit, int count) {
  switch (unit) {
    case Unit::Week:
      return {.begin = monday_of(whole.end) - days(7 * count), .end = monday_of(whole.end)};
    case Unit::Month:
    case Unit::Quarter:
      return {.begin = months_later(whole.end, -count * (unit == Unit::Month ? 1 : 3)),
              .end = whole.end};
    default:
      return {.begin = whole.end - days(count), .end = whole.end};
  }
}

// "Two weeks of", "month of", "quarter in": how many of which unit, with what leads to the whole.
struct Counted {
  int count = 1;
  Unit unit = Unit::Day;
  bool counted = false;  // The number was said.
  std::size_t next = 0;
};

std::optional<Counted> counted_at(const Words& words, std::size_t at) {
  Counted counted{.next = at};
  if (const auto duration = duration_at(words, at); duration && !duration->of_clock()) {
    counted = {.count = static_cast<int>(duration->count),
               .unit = duration->unit,
               .counted = true,
               .next = duration->next};
  } else if (const auto unit = unit_at(words, at); unit && *unit >= Unit::Day) {
    counted.unit = *unit;
    counted.next = at + 1;
  } else {
    return std::nullopt;
  }
  constexpr int count_max = 60;
  const bool fits =
      counted.count <= count_max && counted.unit != Unit::Fortnight && counted.unit != Unit::Year;
  if (!fits || !words.is_any(counted.next, {"of", "in", "de", "del"})) return std::nullopt;
  ++counted.next;
  return counted;
}

}  // namespace

std::optional<DaysReading> read_counted_days(const Words& words, std::size_t at, Day today) {
  std::size_t next = words.is_any(at, {"the", "el", "la", "los", "las"}) ? at + 1 : at;
  const bool last = words.is_any(next, {"last", "final", "ultimo", "ultima", "ultimos", "ultimas"});
  const bool first = words.is_any(next, {"first", "primeros", "primeras"});
  const auto ordinal = last ? std::nullopt : read_ordinal(words, next);
  if (!last && !first && !ordinal) return std::nullopt;
  next = last || first ? next + 1 : ordinal->next;
  const auto counted = counted_at(words, next);
  constexpr std::int64_t index_max = 53;
  if (!counted || (ordinal && (ordinal->value > index_max || ordinal->value < 1)))
    return std::nullopt;
  if (counted->counted && !last && !first) return std::nullopt;
  const auto whole = whole_at(words, counted->next, today);
  if (!whole || whole->past) return std::nullopt;
  Days found = whole->days;
  if (last) {
    found = last_units(whole->days, counted->unit, counted->count);
  } else if (counted->counted) {
    found.end = later_by(found.begin, {.count = counted->count, .unit = counted->unit});
  } else {
    const auto unit = nth_unit(whole->days, counted->unit, static_cast<int>(ordinal->value));
    if (!unit) return std::nullopt;
    found = *unit;
  }
  return DaysReading{.days = found, .next = whole->next, .past = found.end <= today};
}

}  // namespace callwright::language
