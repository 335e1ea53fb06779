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

// The part of a period that "end of", "early" and so on leave.
enum class Portion { Whole, Early, Middle, Late, Later, Rest };

struct PortionReading {
  Portion portion = Portion::Whole;
  std::size_t next = 0;
};

PortionReading portion_at(const Words& words, std::size_t at) {
  struct Entry {
    std::string_view phrase;
    Portion portion;
  };
  static constexpr auto entries = std::to_array<Entry>({
      {"beginning of", Portion::Early},  {"start of", Portion::Early},
      {"first part of", Portion::Early}, {"early in", Portion::Early},
      {"earlier in", Portion::Early},    {"early", Portion::Early},
      {"earlier", Portion::Early},       {"principios de", Portion::Early},
      {"principio de", Portion::Early},  {"middle of", Portion::Middle},
      {"mid", Portion::Middle},          {"mediados de", Portion::Middle},
      {"end of", Portion::Late},         {"late in", Portion::Late},
      {"later in", Portion::Later},      {"later", Portion::Later},
      {"late", Portion::Late},           {"latter part of", Portion::Late},
      {"fines de", Portion::Late},       {"fin de", Portion::Late},
      {"fin del", Portion::Late},        {"finales de", Portion::Late},
      {"rest of", Portion::Rest},        {"remainder of", Portion::Rest},
      {"remaining of", Portion::Rest},   {"resto de", Portion::Rest},
  });
  const std::size_t begin = words.is_any(at, {"the", "a", "el"}) ? at + 1 : at;
  for (const Entry& entry : entries) {
    if (const std::size_t length = words.phrase_at(begin, entry.phrase)) {
      std::size_t next = begin + length;
      if (words.is_any(next, {"around", "about"})) ++next;
      return {entry.portion, next};
    }
  }
  return {Portion::Whole, at};
}

Days portion_of_week(Days week, Portion portion, Day today) {
  const Day thursday = week.begin + days(3);
  const Day friday = week.begin + days(4);
  switch (portion) {
    case Portion::Whole:
      return week;
    case Portion::Early:
      return {week.begin, thursday};
    case Portion::Middle:
      return {week.begin + days(1), friday};
    case Portion::Late:
      return {friday, week.end};
    // "Later this week" on a Friday is what is left of it.
    case Portion::Later:
      return {week.contains(today) ? std::max(thursday, today) : friday, week.end};
    case Portion::Rest:
      return {std::max(week.begin, today), week.end};
  }
  return week;
}

Days portion_of_month(Days month, Portion portion, Day today) {
  switch (portion) {
    case Portion::Whole:
      return month;
    case Portion::Early:
      return {month.begin, month.begin + days(10)};
    case Portion::Middle:
      return {month.begin + days(10), month.begin + days(20)};
    case Portion::Late:
    case Portion::Later:
      return {month.begin + days(20), month.end};
    case Portion::Rest:
      return {std::max(month.begin, today), month.end};
  }
  return month;
}

Days portion_of_year(Days year, Portion portion) {
  switch (portion) {
    case Portion::Early:
      return {year.begin, months_later(year.begin, 4)};
    case Portion::Middle:
      return {months_later(year.begin, 4), months_later(year.begin, 8)};
    case Portion::Late:
    case Portion::Later:
      return {months_later(year.begin, 8), year.end};
    default:
      return year;
  }
}

Days quarter_of(Day day) {
  const Days year = year_of(day);
  Day begin = year.begin;
  while (months_later(begin, 3) <= day) begin = months_later(begin, 3);
  return {begin, months_later(begin, 3)};
}

Days portion_of(Days whole, Unit unit, Portion portion, Day today) {
  switch (unit) {
    case Unit::Week:
      return portion_of_week(whole, portion, today);
    case Unit::Month:
      return portion_of_month(whole, portion, today);
    case Unit::Year:
      return portion_of_year(whole, portion);
    default:
      return whole;
  }
}

bool is_period_unit(std::optional<Unit> unit) {
  return unit == Unit::Week || unit == Unit::Month || unit == Unit::Quarter || unit == Unit::Year;
}

// "this weekend", "next weekend", "el fin de semana que viene".
std::optional<DaysReading> read_weekend(const Words& words, std::size_t at, Day today) {
  std::size_t next = at;
  int weeks = 0;
  if (words.is_any(next, {"the", "el"})) ++next;
  if (is_last(words, next)) {
    const std::size_t length = weekend_at(words, next + 1);
    if (length == 0) return std::nullopt;
    return DaysReading{
        .days = weekend_of(today - days(7)), .next = next + 1 + length, .past = true};
  }
  if (is_next(words, next)) {
    weeks = 1;
    ++next;
  } else if (is_this(words, next)) {
    ++next;
  }
  const std::size_t length = weekend_at(words, next);
  if (length == 0) return std::nullopt;
  next += length;
  if (words.phrase_at(next, "after next") != 0) {
    weeks = 2;
    next += 2;
  } else if (words.phrase_at(next, "que viene") != 0) {
    next += 2;
  }
  // "The weekend of the 21st".
  if (words.is_any(next, {"of", "del"})) {
    const auto day = read_date(words, next + 1, today);
    if (day && !day->past)
      return DaysReading{.days = weekend_of(monday_of(day->days.begin)), .next = day->next};
  }
  Days weekend = weekend_of(today + days(7 * weeks));
  weekend.begin = std::max(weekend.begin, today);
  return DaysReading{.days = weekend, .next = next};
}

// "next 3 weeks", "the coming two days", "next couple of weeks".
std::optional<DaysReading> read_next_few(const Words& words, std::size_t at, Day today) {
  const auto is_coming = [&](std::size_t i) {
    return is_next(words, i) ||
           words.is_any(i, {"coming", "upcoming", "proximos", "proximas", "siguientes"});
  };
  const std::size_t next = words.is_any(at, {"the", "los", "las"}) ? at + 1 : at;
  auto duration = is_coming(next) ? duration_at(words, next + 1) : std::nullopt;
  // "The two next days".
  const auto count = duration ? std::nullopt : read_cardinal(words, next);
  const auto unit =
      count && is_coming(count->next) ? unit_at(words, count->next + 1) : std::nullopt;
  constexpr std::int64_t count_max = 100;
  const bool plural = unit && (words[count->next + 1].text.ends_with('s') ||
                               words.is_any(count->next, {"upcoming"}));
  if (plural && count->value >= 1 && count->value <= count_max)
    duration = DurationReading{.count = count->value, .unit = *unit, .next = count->next + 2};
  if (!duration || duration->of_clock()) return std::nullopt;
  const bool within =
      at > 0 && words.is_any(at - 1, {"in", "within", "over", "during", "en", "for"});
  const bool counted_in_units = is_period_unit(duration->unit) && !within;
  const Day begin = within             ? today
                    : counted_in_units ? unit_around(today, duration->unit).end
                                       : today + days(1);
  return DaysReading{.days = {begin, later_by(begin, *duration)}, .next = duration->next};
}

// "the week of March 5", "the week commencing Monday".
std::optional<DaysReading> read_week_of(const Words& words, std::size_t at, Day today) {
  std::size_t next = words.is_any(at, {"the", "la"}) ? at + 1 : at;
  if (unit_at(words, next) != Unit::Week ||
      !words.is_any(next + 1, {"of", "commencing", "starting", "beginning", "del"})) {
    return std::nullopt;
  }
  next += 2;
  if (words.is(next, "the")) ++next;
  auto day = read_date(words, next, today);
  if (!day) {
    const auto number = day_number_at(words, next);
    const auto dated =
        number && number->ordinal ? next_day_of_month(today, number->day) : std::nullopt;
    if (!dated) return std::nullopt;
    day = DaysReading{.days = one_day(*dated), .next = number->next};
  }
  return DaysReading{.days = week_of(day->days.begin), .next = day->next, .past = day->past};
}

// "this week", "next month", "the week after next", "la semana que viene", "this year".
std::optional<DaysReading> read_unit(const Words& words, std::size_t at, Portion portion,
                                     Day today) {
  std::size_t next = at;
  const bool all = words.is_any(next, {"all", "whole", "entire", "toda"});
  if (all) ++next;
  const bool article = words.is_any(next, {"the", "la", "el"});
  if (article) ++next;
  const bool whole_of = words.is_any(next, {"whole", "entire"});
  if (whole_of) ++next;
  // "This or next week".
  if (is_this(words, next) && words.is_any(next + 1, {"or", "and", "o", "y"}) &&
      is_next(words, next + 2) && is_period_unit(unit_at(words, next + 3))) {
    const Days current = unit_around(today, *unit_at(words, next + 3));
    return DaysReading{
        .days = {current.begin, unit_around(current.end, *unit_at(words, next + 3)).end},
        .next = next + 4};
  }
  int ahead = 0;
  bool said = portion != Portion::Whole || all || whole_of;
  if (is_last(words, next) && is_period_unit(unit_at(words, next + 1))) {
    const Unit unit = *unit_at(words, next + 1);
    const Day before = unit_around(today, unit).begin - days(1);
    return DaysReading{.days = unit_around(before, unit), .next = next + 2, .past = true};
  }
  if (is_next(words, next) || (words.is_any(next, {"coming", "upcoming"}))) {
    ahead = 1;
    said = true;
    ++next;
  } else if (is_this(words, next)) {
    said = true;
    ++next;
  }
  const auto unit = unit_at(words, next);
  if (!is_period_unit(unit)) return std::nullopt;
  ++next;
  if (words.phrase_at(next, "after next") != 0) {
    ahead = 2;
    said = true;
    next += 2;
  } else if (words.phrase_at(next, "que viene") != 0 || words.phrase_at(next, "que entra") != 0) {
    ahead = 1;
    said = true;
    next += 2;
  } else if ((is_next(words, next) && words[next].mark == ' ') || words.is(next, "entrante")) {
    ahead = 1;
    said = true;
    ++next;
  } else if (is_last(words, next) && article) {
    return DaysReading{.days = week_of(today - days(7)), .next = next + 1, .past = true};
  }
  if (!said) return std::nullopt;
  Days whole = unit_around(today, *unit);
  for (int i = 0; i < ahead; ++i) whole = unit_around(whole.end, *unit);
  return DaysReading{.days = portion_of(whole, *unit, portion, today), .next = next};
}

// A month by itself: "in March", "late March", "March 2027".
std::optional<DaysReading> read_month(const Words& words, std::size_t at, Portion portion,
                                      Day today) {
  const bool named = month_at(words, at).has_value();
  if (named && at > 0 && is_last(words, at - 1)) {
    return DaysReading{.days = month_of(today - days(365)), .next = at + 1, .past = true};
  }
  const bool dated =
      named && (year_at(words, at + 1) ||
                (words.is_any(at + 1, {"of", "de", "del"}) && year_at(words, at + 2)));
  // "This may take long" and "we march in": the months that are verbs need a clearer cue.
  const bool verb = words.is_any(at, {"may", "march"});
  const bool cued =
      at > 0 && (words.is_any(at - 1, {"in", "during", "by", "until", "before", "after", "en"}) ||
                 (!verb && words.is_any(at - 1, {"for", "this", "next", "of"})));
  if (!named || !(dated || cued || portion != Portion::Whole)) return std::nullopt;
  auto month = month_named_at(words, at, today);
  if (month) month->days = portion_of_month(month->days, portion, today);
  return month;
}

// "EOM", "midweek": periods in one word.
std::optional<DaysReading> read_one_word(const Words& words, std::size_t at, Day today) {
  if (words.is(at, "eow"))
    return DaysReading{.days = portion_of_week(week_of(today), Portion::Late, today),
                       .next = at + 1};
  if (words.is(at, "eom"))
    return DaysReading{.days = portion_of_month(month_of(today), Portion::Late, today),
                       .next = at + 1};
  if (words.is(at, "midweek")) {
    const bool ahead = words.phrase_at(at + 1, "next week") != 0;
    const Days middle = portion_of_week(week_of(today), Portion::Middle, today);
    const bool over = ahead || middle.end <= today;
    return DaysReading{.days = over ? Days{middle.begin + days(7), middle.end + days(7)} : middle,
                       .next = at + (ahead ? 3 : 1)};
  }
  return std::nullopt;
}

}  // namespace

Days unit_around(Day day, Unit unit) {
  switch (unit) {
    case Unit::Week:
      return week_of(day);
    case Unit::Month:
      return month_of(day);
    case Unit::Quarter:
      return quarter_of(day);
    case Unit::Year:
      return year_of(day);
    default:
      return one_day(day);
  }
}

std::optional<DaysReading> read_period(const Words& words, std::size_t at, Day today) {
  if (auto end = read_one_word(words, at, today)) return end;
  if (auto few = read_next_few(words, at, today)) return few;
  if (auto week = read_week_of(words, at, today)) return week;
  if (auto weekend = read_weekend(words, at, today)) return weekend;
  const PortionReading portion = portion_at(words, at);
  if ((is_next(words, portion.next) || is_this(words, portion.next)) &&
      month_at(words, portion.next + 1) && !words.is(portion.next + 1, "may")) {
    return month_named_at(words, portion.next, today);
  }
  if (auto month = read_month(words, portion.next, portion.portion, today)) return month;
  return read_unit(words, portion.next, portion.portion, today);
}

}  // namespace callwright::language
