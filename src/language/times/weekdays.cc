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

// The date may be said too, and then it is the date that counts: "Tuesday, May 9", "Friday the
// 13th", "Monday 21"; but "Friday first thing" and "Monday 10" say hours.
std::optional<DaysReading> date_beside(const Words& words, std::size_t at, chrono::weekday weekday,
                                       Day today) {
  if (const auto date = read_date(words, at, today)) return date;
  constexpr unsigned hours_max = 12;
  constexpr unsigned small_ordinal_max = 3;
  const bool article = words.is(at, "the");
  const auto number = day_number_at(words, article ? at + 1 : at);
  if (!number || words[number->next].mark == ':') return std::nullopt;
  if (!words[at].is_digits() && !article && number->day <= small_ordinal_max) return std::nullopt;
  if (!number->ordinal && number->day <= hours_max) return std::nullopt;
  const auto day = next_weekday_on(today, weekday, number->day);
  if (!day) return std::nullopt;
  return DaysReading{.days = one_day(*day), .next = number->next};
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

  if (const auto date = date_beside(words, next, *weekday, today)) return date;
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
  const bool in_week_said =
      shift.kind == WeekShift::Kind::Weeks || shift.kind == WeekShift::Kind::ThisWeek;
  return DaysReading{.days = one_day(day),
                     .next = shift.next,
                     .weekday = true,
                     .next_week = in_next_week,
                     .in_week = in_week_said};
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

}  // namespace callwright::language
