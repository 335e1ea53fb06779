#include <algorithm>
#include <array>
#include <string_view>

#include "language/numbers.h"
#include "language/times/day_parts.h"
#include "language/times/vocabulary.h"

namespace callwright::language {
namespace {

namespace chrono = std::chrono;
using chrono::days;

// "Week" after a weekday: "Friday next week", "Friday of next week", "Friday week", "Friday in a
// week".
struct WeekShift {
  enum class Kind { None, ThisWeek, Weeks, AfterNext } kind = Kind::None;
  int weeks = 0;
  std::size_t next = 0;
};

WeekShift week_shift_at(const Words& words, std::size_t at) {
  using enum WeekShift::Kind;
  std::size_t next = at;
  if (words.is_any(next, {"of", "in", "de", "on"})) ++next;
  if (words.is_any(next, {"the", "la"})) ++next;
  if (words.phrase_at(next, "week after next") != 0) return {Weeks, 2, next + 3};
  if (is_next(words, next) && unit_at(words, next + 1) == Unit::Week) return {Weeks, 1, next + 2};
  if (words.phrase_at(next, "semana que viene") != 0) return {Weeks, 1, next + 3};
  if (words.phrase_at(next, "semana proxima") != 0) return {Weeks, 1, next + 2};
  if (is_this(words, next) && unit_at(words, next + 1) == Unit::Week)
    return {ThisWeek, 0, next + 2};
  if (words.phrase_at(at, "after next") != 0) return {AfterNext, 0, at + 2};
  if (words.phrase_at(at, "en ocho") != 0) return {AfterNext, 0, at + 2};
  if (words.phrase_at(at, "que viene") != 0) return {None, 0, at + 2};
  if (words.is(at, "week") && !words.is_any(at + 1, {"after", "of", "from"}))
    return {AfterNext, 0, at + 1};
  if (words.is(at, "in")) {
    const auto duration = duration_at(words, at + 1);
    if (duration && duration->unit == Unit::Week)
      return {AfterNext, static_cast<int>(duration->count) - 1, duration->next};
  }
  return {None, 0, at};
}

bool is_in_weeks(const DurationReading& duration) {
  return duration.unit != Unit::Day;
}

// "The day before Thanksgiving", "the week after Easter".
std::optional<DaysReading> read_day_beside(const Words& words, std::size_t at, Day today) {
  const std::size_t unit_index = words.is_any(at, {"the", "el"}) ? at + 1 : at;
  const bool week = words.is(unit_index, "week") && unit_index > at;
  if (!week && !words.is_any(unit_index, {"day", "dia"})) return std::nullopt;
  const bool before = words.is_any(unit_index + 1, {"before", "antes"});
  if (!before && !words.is_any(unit_index + 1, {"after", "despues"})) return std::nullopt;
  const std::size_t anchor_at = unit_index + (words.is(unit_index + 2, "de") ? 3 : 2);
  for (const auto production : {read_weekday, read_date, read_holiday}) {
    const auto anchor = production(words, anchor_at, today);
    if (!anchor || anchor->past) continue;
    if (week)
      return DaysReading{.days = week_of(anchor->days.begin + days(before ? -7 : 7)),
                         .next = anchor->next};
    return DaysReading{.days = one_day(anchor->days.begin + days(before ? -1 : 1)),
                       .next = anchor->next};
  }
  return std::nullopt;
}

}  // namespace

std::optional<DaysReading> read_weekday(const Words& words, std::size_t at, Day today) {
  std::size_t next = at;
  if (words.is_any(next, {"the", "el", "los"})) ++next;
  bool in_next_week = false;
  bool may_be_today = false;
  if (is_last(words, next) && weekday_at(words, next + 1)) {
    const Day day = weekday_on_or_after(today - days(7), *weekday_at(words, next + 1));
    return DaysReading{.days = one_day(day), .next = next + 2, .past = true};
  }
  if (is_next(words, next)) {
    in_next_week = true;
    ++next;
  } else if (is_this(words, next)) {
    may_be_today = true;
    ++next;
    if (words.is_any(next, {"coming", "next"})) ++next;
  }
  const auto weekday = weekday_at(words, next);
  if (!weekday) return std::nullopt;
  ++next;
  if (words.is_any(next, {"pasado"})) {
    return DaysReading{.days = one_day(weekday_on_or_after(today - days(7), *weekday)),
                       .next = next + 1,
                       .past = true};
  }
  if (words.is_any(next, {"proximo", "siguiente"})) ++next;

  // The date may be said too, and then it is the date that counts: "Tuesday, May 9", "Friday the
  // 13th".
  if (const auto date = read_date(words, next, today)) return date;
  const auto number = day_number_at(words, words.is(next, "the") ? next + 1 : next);
  constexpr unsigned hours_max = 12;
  // "Thursday 14th", "Monday the second", "Monday 21"; but "Friday first thing".
  const bool numbered =
      number && (words[next].is_digits() || words.is(next, "the") || number->day > 3);
  if (numbered && words[number->next].mark != ':' && (number->ordinal || number->day > hours_max)) {
    if (const auto day = next_weekday_on(today, *weekday, number->day)) {
      return DaysReading{.days = one_day(*day), .next = number->next};
    }
  }

  const WeekShift shift = week_shift_at(words, next);
  const Day inclusive = weekday_on_or_after(today, *weekday);
  const Day upcoming = may_be_today ? inclusive : weekday_on_or_after(today + days(1), *weekday);
  const auto in_week = [&](int weeks) {
    return weekday_on_or_after(monday_of(today) + days(7 * weeks), *weekday);
  };
  Day day = in_next_week ? in_week(1) : upcoming;
  switch (shift.kind) {
    case WeekShift::Kind::None:
      break;
    case WeekShift::Kind::ThisWeek:
      day = in_week(0) < today ? upcoming : in_week(0);
      break;
    case WeekShift::Kind::Weeks:
      day = in_week(shift.weeks);
      break;
    case WeekShift::Kind::AfterNext:
      day = inclusive + days(7 * (shift.weeks + 1));
      break;
  }
  return DaysReading{
      .days = one_day(day), .next = shift.next, .weekday = true, .next_week = in_next_week};
}

std::optional<DaysReading> read_ordinal_day(const Words& words, std::size_t at, Day today) {
  std::size_t next = words.is_any(at, {"the", "el", "la"}) ? at + 1 : at;
  const bool last = words.is_any(next, {"last", "ultimo", "ultima", "final"});
  const auto ordinal = last ? std::nullopt : read_ordinal(words, next);
  if (!last && !ordinal) return std::nullopt;
  const unsigned index = last ? 0 : static_cast<unsigned>(ordinal->value);
  next = last ? next + 1 : ordinal->next;
  constexpr unsigned index_max = 5;
  if (index > index_max) return std::nullopt;

  const auto weekday = weekday_at(words, next);
  const bool last_day = last && words.is_any(next, {"day", "dia"});
  const std::size_t weekend = weekday ? 0 : weekend_at(words, next);
  const bool week = !weekday && weekend == 0 && words.is_any(next, {"week", "semana"});
  if (!weekday && weekend == 0 && !week && !last_day) return std::nullopt;
  next += weekend != 0 ? weekend : 1;
  if (!words.is_any(next, {"of", "in", "de", "del"})) return std::nullopt;
  ++next;
  std::optional<DaysReading> month = month_named_at(words, next, today);
  if (!month && week && last && year_at(words, next)) {
    month = DaysReading{.days = year_of(*day_in(*year_at(words, next), 1, 1)), .next = next + 1};
  }
  if (!month) return std::nullopt;

  const auto in_month = [&](Day first) -> std::optional<Days> {
    if (weekday) {
      const auto day = weekday_of_month(first, *weekday, index);
      return day ? std::optional(one_day(*day)) : std::nullopt;
    }
    if (weekend != 0) {
      const auto saturday = weekday_of_month(first, chrono::Saturday, index);
      return saturday ? std::optional(weekend_of(*saturday)) : std::nullopt;
    }
    if (last_day) return one_day(month->days.end - days(1));
    if (last) return week_of(month->days.end - days(7));
    return Days{monday_of(first) + days(7 * (static_cast<int>(index) - 1)),
                monday_of(first) + days(7 * static_cast<int>(index))};
  };
  auto found = in_month(month->days.begin);
  if (found && found->end <= today) found = in_month(months_later(month->days.begin, 12));
  if (!found) return std::nullopt;
  return DaysReading{.days = *found, .next = month->next};
}

std::optional<DaysReading> read_offset_day(const Words& words, std::size_t at, Day today) {
  // "De hoy en ocho" is a week from today: the day itself is counted.
  if (words.is_any(at, {"de", "del"})) {
    const auto anchor = words.is(at, "de") ? read_relative_day(words, at + 1, today)
                                           : read_weekday(words, at + 1, today);
    if (!anchor || !words.is(anchor->next, "en")) return std::nullopt;
    const int later = words.is(anchor->next + 1, "ocho")     ? 7
                      : words.is(anchor->next + 1, "quince") ? 14
                                                             : 0;
    if (later == 0) return std::nullopt;
    return DaysReading{.days = one_day(anchor->days.begin + days(later)), .next = anchor->next + 2};
  }
  if (auto beside = read_day_beside(words, at, today)) return beside;
  const bool in = words.is_any(at, {"in", "en"}) || words.phrase_at(at, "dentro de") != 0;
  std::size_t next = at + (words.is(at, "dentro") ? 2 : in ? 1 : 0);
  if (words.is_any(next, {"about", "around", "like", "maybe", "the"}) && in) ++next;

  // "Two Sundays from now".
  if (const auto count = read_cardinal(words, next); count && !in) {
    const auto weekday = weekday_at(words, count->next);
    constexpr std::int64_t weeks_max = 52;
    if (weekday && count->value >= 1 && count->value <= weeks_max &&
        words.phrase_at(count->next + 1, "from now") != 0) {
      const Day first = weekday_on_or_after(today + days(1), *weekday);
      return DaysReading{.days = one_day(first + days(7 * (count->value - 1))),
                         .next = count->next + 3};
    }
  }

  auto duration = duration_at(words, next);
  // "Week from Friday" without its article.
  if (!duration && words.is(next, "week") && words.is_any(next + 1, {"from", "after"}) &&
      !words.is(next + 2, "next")) {
    duration = DurationReading{.count = 1, .unit = Unit::Week, .next = next + 1};
  }
  if (!duration || duration->of_clock()) return std::nullopt;
  next = duration->next;
  if (words.is_any(next, {"ago", "back"})) {
    return DaysReading{.days = one_day(today), .next = next + 1, .past = true};
  }
  for (const std::string_view tail :
       {"from now", "from today", "hence", "later", "out", "a partir de hoy"}) {
    if (const std::size_t length = words.phrase_at(next, tail)) {
      return DaysReading{.days = one_day(later_by(today, *duration)), .next = next + length};
    }
  }
  if (words.is_any(next, {"from", "after", "past", "following", "on", "despues"})) {
    const bool on = words.is(next, "on");
    std::size_t anchor_at = next + 1;
    if (words.is_any(anchor_at, {"de", "del"})) ++anchor_at;
    if (words.is_any(anchor_at, {"this", "the"}) && !weekday_at(words, anchor_at + 1)) ++anchor_at;
    for (const auto production : {read_relative_day, read_weekday, read_date, read_holiday}) {
      const auto anchor = production(words, anchor_at, today);
      if (!anchor || anchor->past || (on && duration->unit != Unit::Week)) continue;
      return DaysReading{.days = one_day(later_by(anchor->days.begin, *duration)),
                         .next = anchor->next,
                         .around = is_in_weeks(*duration)};
    }
  }
  if (!in) return std::nullopt;
  return DaysReading{
      .days = one_day(later_by(today, *duration)), .next = next, .around = is_in_weeks(*duration)};
}

}  // namespace callwright::language
