#include <string_view>

#include "language/numbers.h"
#include "language/times/day_parts.h"
#include "language/times/vocabulary.h"

namespace callwright::language {
namespace {

using std::chrono::days;

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

// "De hoy en ocho" is a week from today: the day itself is counted.
std::optional<DaysReading> read_day_in_eight(const Words& words, std::size_t at, Day today) {
  if (!words.is_any(at, {"de", "del"})) return std::nullopt;
  const auto anchor = words.is(at, "de") ? read_relative_day(words, at + 1, today)
                                         : read_weekday(words, at + 1, today);
  if (!anchor || !words.is(anchor->next, "en")) return std::nullopt;
  const int later = words.is(anchor->next + 1, "ocho")     ? 7
                    : words.is(anchor->next + 1, "quince") ? 14
                                                           : 0;
  if (later == 0) return std::nullopt;
  return DaysReading{.days = one_day(anchor->days.begin + days(later)), .next = anchor->next + 2};
}

// "The Friday before Memorial Day", "the first Monday after the 15th".
std::optional<DaysReading> read_weekday_beside(const Words& words, std::size_t at, Day today) {
  std::size_t next = words.is_any(at, {"the", "el"}) ? at + 1 : at;
  if (next > at && words.is_any(next, {"first", "primer"})) ++next;
  const auto weekday = weekday_at(words, next);
  const bool before = words.is_any(next + 1, {"before", "antes"});
  if (!weekday || (!before && !words.is_any(next + 1, {"after", "following", "despues"})))
    return std::nullopt;
  const std::size_t anchor_at = next + (words.is_any(next + 2, {"de", "del"}) ? 3 : 2);
  for (const auto production : {read_date, read_holiday}) {
    const auto anchor = production(words, anchor_at, today);
    if (!anchor || anchor->past) continue;
    const Day day = anchor->days.begin;
    return DaysReading{.days = one_day(before ? weekday_on_or_after(day - days(7), *weekday)
                                              : weekday_on_or_after(day + days(1), *weekday)),
                       .next = anchor->next};
  }
  return std::nullopt;
}

// "Two Sundays from now", "in two Tuesdays".
std::optional<DaysReading> read_counted_weekday(const Words& words, std::size_t at, bool in,
                                                Day today) {
  constexpr std::int64_t weeks_max = 52;
  const auto count = read_cardinal(words, at);
  if (!count || count->value < 1 || count->value > weeks_max) return std::nullopt;
  const auto weekday = weekday_at(words, count->next);
  const std::size_t tail = words.phrase_at(count->next + 1, "from now");
  const bool plural = in && words[count->next].text.ends_with("days");
  if (!weekday || (tail == 0 && !plural)) return std::nullopt;
  const Day first = weekday_on_or_after(today + days(1), *weekday);
  return DaysReading{.days = one_day(first + days(7 * (count->value - 1))),
                     .next = count->next + 1 + tail};
}

// The rest of "three days from Friday" and "a week after Easter".
std::optional<DaysReading> read_anchored(const Words& words, const DurationReading& duration,
                                         Day today) {
  const std::size_t next = duration.next;
  const bool in_weeks = duration.unit == Unit::Week || duration.unit == Unit::Fortnight;
  // "A week tomorrow", "two weeks Friday".
  const bool direct = in_weeks && words[next].mark == ' ' &&
                      (weekday_at(words, next) || words.is_any(next, {"today", "tomorrow"}));
  const bool joined = words.is_any(next, {"from", "after", "past", "following", "on", "despues"});
  if (!direct && !joined) return std::nullopt;
  if (words.is(next, "on") && duration.unit != Unit::Week) return std::nullopt;
  std::size_t anchor_at = direct ? next : next + 1;
  if (words.is_any(anchor_at, {"de", "del"})) ++anchor_at;
  if (words.is_any(anchor_at, {"this", "the"}) && !weekday_at(words, anchor_at + 1)) ++anchor_at;
  for (const auto production : {read_relative_day, read_weekday, read_date, read_holiday}) {
    const auto anchor = production(words, anchor_at, today);
    if (!anchor || anchor->past) continue;
    Day begin = anchor->days.begin;
    // A week after a feast is still to come when the feast itself is just over.
    if (production == read_holiday) {
      const auto before = production(words, anchor_at, months_later(begin, -12) - days(3));
      if (before && later_by(before->days.begin, duration) >= today) begin = before->days.begin;
    }
    return DaysReading{.days = one_day(later_by(begin, duration)),
                       .next = anchor->next,
                       .around = is_in_weeks(duration)};
  }
  return std::nullopt;
}

}  // namespace

std::optional<DaysReading> read_offset_day(const Words& words, std::size_t at, Day today) {
  if (auto idiom = read_day_in_eight(words, at, today)) return idiom;
  if (auto beside = read_day_beside(words, at, today)) return beside;
  if (auto beside = read_weekday_beside(words, at, today)) return beside;
  const bool dentro = words.phrase_at(at, "dentro de") != 0;
  const bool de_aqui = words.phrase_at(at, "de aqui a") != 0;
  const bool in = words.is_any(at, {"in", "en"}) || dentro || de_aqui;
  std::size_t next = at + (de_aqui ? 3 : dentro ? 2 : in ? 1 : 0);
  if (words.is_any(next, {"about", "around", "like", "maybe", "the"}) && in) ++next;
  if (auto counted = read_counted_weekday(words, next, in, today)) return counted;

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
  if (auto anchored = read_anchored(words, *duration, today)) return anchored;
  if (!in) return std::nullopt;
  return DaysReading{
      .days = one_day(later_by(today, *duration)), .next = next, .around = is_in_weeks(*duration)};
}

}  // namespace callwright::language
