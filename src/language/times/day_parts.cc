#include "language/times/day_parts.h"

#include <array>
#include <string_view>

#include "language/numbers.h"
#include "language/times/vocabulary.h"

namespace callwright::language {
namespace {

namespace chrono = std::chrono;

constexpr unsigned days_in_month_max = 31;

// Words that may follow "the 5th" when it is a day and not the fifth of something.
bool may_follow_day(const Words& words, std::size_t at) {
  if (at >= words.size()) return true;
  const Word& word = words[at];
  if (word.mark == ',' || word.mark == '-' || word.opens_sentence() || word.is_digits())
    return true;
  return words.is_any(at,
                      {"at",    "for",    "in",      "of",        "around",  "between", "works",
                       "is",    "would",  "please",  "or",        "and",     "if",      "to",
                       "will",  "from",   "but",     "after",     "before",  "by",      "with",
                       "works", "sounds", "should",  "instead",   "about",   "thanks",  "because",
                       "then",  "so",     "morning", "afternoon", "evening", "night",   "through",
                       "until", "till",   "works",   "can",       "could",   "anytime", "early",
                       "late",  "later",  "on",      "a",         "de",      "del",     "por",
                       "para",  "o",      "y",       "si",        "was",     "when",    "no",
                       "not",   "that",   "there",   "i",         "noon",    "first",   "al"}) ||
         numeral(word.text).has_value();
}

// "... at nine", "... around noon": only a day has an hour.
bool an_hour_follows(const Words& words, std::size_t at) {
  if (!words.is_any(at, {"at", "around", "about", "before", "after", "by"})) return false;
  return words[at + 1].is_digits() || numeral(words[at + 1].text).has_value() ||
         words.is_any(at + 1, {"noon", "midday", "lunch", "half", "quarter"});
}

std::optional<DaysReading> in_past_or(DaysReading reading, Day today) {
  reading.past = reading.days.end <= today;
  return reading;
}

// Month and day with an explicit year, or the next such day.
std::optional<DaysReading> dated(const Words& words, unsigned month, unsigned day, std::size_t next,
                                 Day today) {
  if (const auto year = year_at(words, next)) {
    const auto exact = day_in(*year, month, day);
    if (!exact) return std::nullopt;
    return in_past_or({.days = one_day(*exact), .next = next + 1}, today);
  }
  const auto upcoming = next_date(today, month, day);
  if (!upcoming) return std::nullopt;
  return DaysReading{.days = one_day(*upcoming), .next = next};
}

// "march 5th", "march the fifth".
std::optional<DaysReading> month_then_day(const Words& words, std::size_t at, Day today) {
  const auto month = month_at(words, at);
  if (!month) return std::nullopt;
  std::size_t number_at = at + 1;
  if (words.is_any(number_at, {"the", "on"})) ++number_at;
  const auto number = day_number_at(words, number_at);
  if (!number || words[number->next].mark == ':') return std::nullopt;
  return dated(words, *month, number->day, number->next, today);
}

// "fifth of march", "5 march", "15th day of next month", "4th in next month".
std::optional<DaysReading> day_then_month(const Words& words, std::size_t at, Day today) {
  const auto number = day_number_at(words, at);
  if (!number) return std::nullopt;
  std::size_t month_index = number->next;
  const bool day_said = words.is_any(month_index, {"day", "dia"});
  if (day_said) ++month_index;
  const bool of = words.is_any(month_index, {"of", "de", "del", "in"});
  if (of) ++month_index;
  if (const auto month = month_at(words, month_index)) {
    return dated(words, *month, number->day, month_index + 1, today);
  }
  if (!of) return std::nullopt;
  const auto month = month_named_at(words, month_index, today);
  if (!month) return std::nullopt;
  const chrono::year_month_day date(month->days.begin);
  const auto day = day_in(date.year(), static_cast<unsigned>(date.month()), number->day);
  if (!day) return std::nullopt;
  return in_past_or({.days = one_day(*day), .next = month->next}, today);
}

// "the 14th", "on 14th": needs an article or a preposition, and nothing after that it would count.
std::optional<DaysReading> bare_day(const Words& words, std::size_t at, Day today) {
  const auto number = day_number_at(words, at);
  if (!number || !number->ordinal || at == 0) return std::nullopt;
  const bool article = words.is_any(at - 1, {"the", "el"});
  const bool preposition = words.is_any(article && at > 1 ? at - 2 : at - 1,
                                        {"on", "for", "by", "until", "before", "after", "to", "is",
                                         "be", "about", "from", "el", "para", "thru", "through"});
  const bool of = article && at > 1 && words.is(at - 2, "of");
  const bool written = words[at].is_digits();
  // "The second" is also a moment and the first of two; "the nineteenth" is a day.
  constexpr unsigned counted_max = 3;
  const bool counts_days = number->day > counted_max || an_hour_follows(words, number->next);
  // "The 24th or 25th".
  const bool again = at > 2 && words.is_any(at - 1, {"or", "and", "to", "through"}) &&
                     words.is_any(at - 2, {"st", "nd", "rd", "th"});
  if (!(article && (written || preposition || of || counts_days)) &&
      !(written && (preposition || again)))
    return std::nullopt;
  if (!may_follow_day(words, number->next)) return std::nullopt;
  const auto day = next_day_of_month(today, number->day);
  if (!day) return std::nullopt;
  return DaysReading{.days = one_day(*day), .next = number->next};
}

// "el 14": in Spanish a day needs no ordinal.
std::optional<DaysReading> spanish_day(const Words& words, std::size_t at, Day today) {
  if (at == 0 || !words.is_any(at - 1, {"el", "dia"})) return std::nullopt;
  const auto number = day_number_at(words, at);
  if (!number || !may_follow_day(words, number->next)) return std::nullopt;
  const auto day = next_day_of_month(today, number->day);
  if (!day) return std::nullopt;
  return DaysReading{.days = one_day(*day), .next = number->next};
}

std::optional<int> small_number(const Words& words, std::size_t at, std::size_t size_max) {
  const Word& word = words[at];
  if (!word.is_digits() || word.text.size() > size_max) return std::nullopt;
  return std::stoi(word.text);
}

// "pm", "o'clock": what stands before is an hour.
bool is_clock_suffix(const Words& words, std::size_t at) {
  return words.is_any(at, {"am", "pm", "a", "p", "o'clock", "oclock", "h", "hrs", "hours"});
}

// "3/5", "3/5/27", "2027-03-05", "22/04".
std::optional<DaysReading> numeric_date(const Words& words, std::size_t at, Day today) {
  const auto first = small_number(words, at, 4);
  const char mark = words[at + 1].mark;
  const auto second = small_number(words, at + 1, 2);
  const bool dotted = mark == '.' && !words[at + 1].spaced && words[at + 2].mark == '.' &&
                      !words[at + 2].spaced && words[at + 2].is_digits();
  if (!first || !second || (mark != '/' && mark != '-' && !dotted) || words[at].mark == '/' ||
      words[at].mark == '$') {
    return std::nullopt;
  }
  const Word& after = words[at + 2];
  const auto third =
      after.mark == mark && !after.spaced ? small_number(words, at + 2, 4) : std::nullopt;
  const std::size_t next = third ? at + 3 : at + 2;
  if (words[next].is_digits() && (words[next].mark == '.' || words[next].mark == mark) &&
      !words[next].spaced) {
    return std::nullopt;
  }
  constexpr int century = 2000;
  if (third) {
    const bool year_first = words[at].text.size() == 4;
    const int year = year_first ? *first : *third < 100 ? *third + century : *third;
    const int month = year_first ? *second : *first <= 12 ? *first : *second;
    const int day = year_first ? *third : *first <= 12 ? *second : *first;
    const auto exact =
        day_in(chrono::year(year), static_cast<unsigned>(month), static_cast<unsigned>(day));
    if (!exact) return std::nullopt;
    return in_past_or({.days = one_day(*exact), .next = next}, today);
  }
  // "2 - 15" is a date where it cannot be hours; "8-12" are hours.
  constexpr int hours_max = 12;
  constexpr int days_max = 31;
  const bool dashed = mark == '-' && *first <= hours_max && *second > hours_max &&
                      *second <= days_max && words[next].mark != ':' &&
                      !is_clock_suffix(words, next);
  if ((mark == '-' && !dashed) || (words[at + 1].spaced && !dashed) || words[at].text.size() > 2)
    return std::nullopt;
  const bool month_first = *first <= 12;
  const auto day = next_date(today, static_cast<unsigned>(month_first ? *first : *second),
                             static_cast<unsigned>(month_first ? *second : *first));
  if (!day) return std::nullopt;
  return DaysReading{.days = one_day(*day), .next = next};
}

}  // namespace

std::optional<chrono::year> year_at(const Words& words, std::size_t at) {
  const Word& word = words[at];
  if (!word.is_digits() || word.text.size() != 4 || (word.mark == '.' && word.spaced))
    return std::nullopt;
  if (!word.text.starts_with("19") && !word.text.starts_with("20")) return std::nullopt;
  return chrono::year(std::stoi(word.text));
}

std::optional<DayNumber> day_number_at(const Words& words, std::size_t at) {
  const auto ordinal = read_ordinal(words, at);
  const auto number = ordinal ? ordinal : read_cardinal(words, at);
  if (!number || number->value < 1 || number->value > days_in_month_max) return std::nullopt;
  // "A primera hora", "la segunda vez": days are masculine.
  if (words.is_any(at, {"primer", "primera", "segunda", "tercera", "cuarta", "quinta"}))
    return std::nullopt;
  const std::size_t next = number->next;
  const bool decimal = !ordinal && words[next].is_digits() && !words[next].spaced &&
                       (words[next].mark == '.' || words[next].mark == ':');
  const bool meridiem = !ordinal &&
                        words.is_any(next, {"am", "pm", "a", "p", "o'clock", "oclock"}) &&
                        words[next].mark != ',';
  if (decimal || (meridiem && !(words.is(next, "a") && words[next].mark == ' ')))
    return std::nullopt;
  return DayNumber{
      .day = static_cast<unsigned>(number->value), .next = next, .ordinal = ordinal.has_value()};
}

std::optional<DaysReading> month_named_at(const Words& words, std::size_t at, Day today) {
  std::size_t next = at;
  int ahead = 0;
  if (words.is_any(next, {"the", "el"})) ++next;
  if (words.is_any(next, {"this", "este", "current"})) {
    ++next;
  } else if (words.is_any(next, {"next", "following", "coming", "proximo"})) {
    ahead = 1;
    ++next;
  }
  if (const auto month = month_at(words, next)) {
    if (words.is_any(next + 1, {"of", "de", "del"}) && year_at(words, next + 2)) {
      const auto first = day_in(*year_at(words, next + 2), *month, 1);
      return in_past_or({.days = month_of(*first), .next = next + 3}, today);
    }
    if (const auto year = year_at(words, next + 1)) {
      const auto first = day_in(*year, *month, 1);
      return in_past_or({.days = month_of(*first), .next = next + 2}, today);
    }
    const Days this_month = month_of(today);
    const bool current = static_cast<unsigned>(chrono::year_month_day(today).month()) == *month;
    const Day first = current && ahead == 0 ? this_month.begin : *next_date(today, *month, 1);
    return DaysReading{.days = month_of(first), .next = next + 1};
  }
  const bool contracted = at > 0 && words.is(at - 1, "del");
  if ((next == at && !contracted) || unit_at(words, next) != Unit::Month) return std::nullopt;
  ++next;
  if (words.phrase_at(next, "que viene") != 0) {
    ahead = 1;
    next += 2;
  }
  return DaysReading{.days = month_of(months_later(today, ahead)), .next = next};
}

std::optional<DaysReading> read_relative_day(const Words& words, std::size_t at, Day today) {
  struct Relative {
    std::string_view phrase;
    int days;
  };
  static constexpr auto relatives = std::to_array<Relative>({
      {"the day after tomorrow", 2},
      {"day after tomorrow", 2},
      {"pasado manana", 2},
      {"the next day", 1},
      {"the following day", 1},
      {"later today", 0},
      {"earlier today", 0},
      {"mas tarde hoy", 0},
      {"hoy mas tarde", 0},
      {"today", 0},
      {"today's", 0},
      {"todays", 0},
      {"hoy", 0},
      {"same day", 0},
      {"this day", 0},
      {"tomorrow", 1},
      {"tomorrow's", 1},
      {"tomorrows", 1},
      {"tomorow", 1},
      {"tommorow", 1},
      {"tommorrow", 1},
      {"tmrw", 1},
      {"tmr", 1},
      {"tomoro", 1},
      {"2morrow", 1},
      {"manana", 1},
      {"the day before yesterday", -2},
      {"yesterday", -1},
      {"yesterday's", -1},
      {"anteayer", -2},
      {"ayer", -1},
  });
  // "La mañana" is the morning.
  if (words.is(at, "manana") && at > 0 &&
      words.is_any(at - 1, {"la", "esta", "cada", "media", "una"}))
    return std::nullopt;
  for (const Relative& relative : relatives) {
    if (const std::size_t length = words.phrase_at(at, relative.phrase)) {
      return DaysReading{.days = one_day(today + chrono::days(relative.days)),
                         .next = at + length,
                         .past = relative.days < 0};
    }
  }
  return std::nullopt;
}

std::optional<DaysReading> read_date(const Words& words, std::size_t at, Day today) {
  if (words[at].mark == '$') return std::nullopt;
  if (words.is_any(at, {"the", "el"})) {
    if (const auto after_article = read_date(words, at + 1, today)) return after_article;
    return std::nullopt;
  }
  for (const auto production :
       {numeric_date, month_then_day, day_then_month, bare_day, spanish_day}) {
    if (auto reading = production(words, at, today)) return reading;
  }
  return std::nullopt;
}

std::optional<DaysReading> read_holiday(const Words& words, std::size_t at, Day today) {
  std::size_t next = at;
  if (words.is_any(next, {"this", "next", "the"})) ++next;
  const auto holiday = holiday_at(words, next);
  if (!holiday) return std::nullopt;
  if (const auto year = year_at(words, holiday->next)) {
    return in_past_or(
        {.days = one_day(holiday_in(*year, holiday->holiday)), .next = holiday->next + 1}, today);
  }
  return DaysReading{.days = one_day(next_holiday(today, holiday->holiday)), .next = holiday->next};
}

}  // namespace callwright::language
