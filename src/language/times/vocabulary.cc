#include "language/times/vocabulary.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

#include "language/numbers.h"

namespace callwright::language {
namespace {

template <class Value>
struct Entry {
  std::string_view word;
  Value value;
};

// A look-up that costs the same however long the list is.
template <class Value, std::size_t Size>
class Dictionary {
 public:
  explicit Dictionary(const std::array<Entry<Value>, Size>& entries) {
    for (const auto& entry : entries) values_.emplace(entry.word, entry.value);
  }
  std::optional<Value> find(std::string_view word) const {
    const auto found = values_.find(word);
    if (found == values_.end()) return std::nullopt;
    return found->second;
  }

 private:
  std::unordered_map<std::string_view, Value> values_;
};

constexpr auto weekday_names = std::to_array<Entry<unsigned>>({
    {"monday", 1},  {"mon", 1},      {"lunes", 1},     {"tuesday", 2},  {"tue", 2},
    {"tues", 2},    {"martes", 2},   {"wednesday", 3}, {"wed", 3},      {"weds", 3},
    {"wensday", 3}, {"wednsday", 3}, {"miercoles", 3}, {"thursday", 4}, {"thu", 4},
    {"thur", 4},    {"thurs", 4},    {"jueves", 4},    {"friday", 5},   {"fri", 5},
    {"viernes", 5}, {"saturday", 6}, {"sat", 6},       {"sabado", 6},   {"sunday", 0},
    {"sun", 0},     {"domingo", 0},
});

constexpr auto month_names = std::to_array<Entry<unsigned>>({
    {"january", 1},    {"jan", 1},        {"enero", 1},      {"february", 2},  {"feb", 2},
    {"febrero", 2},    {"march", 3},      {"mar", 3},        {"marzo", 3},     {"april", 4},
    {"apr", 4},        {"abril", 4},      {"may", 5},        {"mayo", 5},      {"june", 6},
    {"jun", 6},        {"junio", 6},      {"july", 7},       {"jul", 7},       {"julio", 7},
    {"august", 8},     {"aug", 8},        {"agosto", 8},     {"september", 9}, {"sep", 9},
    {"sept", 9},       {"septiembre", 9}, {"october", 10},   {"oct", 10},      {"octubre", 10},
    {"november", 11},  {"nov", 11},       {"noviembre", 11}, {"december", 12}, {"dec", 12},
    {"diciembre", 12},
});

constexpr auto unit_names = std::to_array<Entry<Unit>>({
    {"minute", Unit::Minute},
    {"minutes", Unit::Minute},
    {"min", Unit::Minute},
    {"mins", Unit::Minute},
    {"minuto", Unit::Minute},
    {"minutos", Unit::Minute},
    {"hour", Unit::Hour},
    {"hours", Unit::Hour},
    {"hr", Unit::Hour},
    {"hrs", Unit::Hour},
    {"hora", Unit::Hour},
    {"horas", Unit::Hour},
    {"day", Unit::Day},
    {"days", Unit::Day},
    {"day's", Unit::Day},
    {"dia", Unit::Day},
    {"dias", Unit::Day},
    {"week", Unit::Week},
    {"weeks", Unit::Week},
    {"wk", Unit::Week},
    {"wks", Unit::Week},
    {"week's", Unit::Week},
    {"semana", Unit::Week},
    {"semanas", Unit::Week},
    {"fortnight", Unit::Fortnight},
    {"fortnights", Unit::Fortnight},
    {"quincena", Unit::Fortnight},
    {"month", Unit::Month},
    {"months", Unit::Month},
    {"mes", Unit::Month},
    {"meses", Unit::Month},
    {"quarter", Unit::Quarter},
    {"quarters", Unit::Quarter},
    {"trimestre", Unit::Quarter},
    {"year", Unit::Year},
    {"years", Unit::Year},
    {"ano", Unit::Year},
    {"anos", Unit::Year},
});

// "friday's" and "fridays" name what "friday" does.
std::string_view without_plural(std::string_view word) {
  if (word.ends_with("'s")) word.remove_suffix(2);
  constexpr std::size_t shortest_plural = 5;
  if (word.size() > shortest_plural && word.ends_with("days")) word.remove_suffix(1);
  return word;
}

std::optional<DurationReading> half_hour_at(const Words& words, std::size_t at) {
  for (const auto& [phrase, minutes] : {std::pair<std::string_view, int>{"half an hour", 30},
                                        {"half a hour", 30},
                                        {"a half hour", 30},
                                        {"half hour", 30},
                                        {"an half hour", 30},
                                        {"a quarter of an hour", 15},
                                        {"quarter of an hour", 15},
                                        {"a quarter hour", 15},
                                        {"three quarters of an hour", 45},
                                        {"an hour and a half", 90},
                                        {"one hour and a half", 90},
                                        {"hour and a half", 90},
                                        {"hora y media", 90},
                                        {"una hora y media", 90},
                                        {"media hora", 30},
                                        {"un cuarto de hora", 15}}) {
    if (const std::size_t length = words.phrase_at(at, phrase)) {
      return DurationReading{.count = minutes, .unit = Unit::Minute, .next = at + length};
    }
  }
  return std::nullopt;
}

std::optional<NumberReading> count_at(const Words& words, std::size_t at) {
  for (const auto& [phrase, count] : {std::pair<std::string_view, int>{"a couple of", 2},
                                      {"a couple", 2},
                                      {"couple of", 2},
                                      {"couple", 2},
                                      {"a few", 3},
                                      {"few", 3},
                                      {"un par de", 2},
                                      {"unos", 3},
                                      {"unas", 3},
                                      {"several", 3}}) {
    if (const std::size_t length = words.phrase_at(at, phrase)) {
      return NumberReading{.value = count, .next = at + length};
    }
  }
  if (const auto number = read_cardinal(words, at)) return number;
  if (words.is_any(at, {"a", "an", "un", "una", "one"}))
    return NumberReading{.value = 1, .next = at + 1};
  return std::nullopt;
}

}  // namespace

std::optional<std::chrono::weekday> weekday_at(const Words& words, std::size_t at) {
  static const auto* const names = new Dictionary(weekday_names);
  if (!words[at].is_letters()) return std::nullopt;
  // "Sat" and "sun" are days only where nothing says otherwise.
  if (words.is(at, "sun") && at > 0 && words.is_any(at - 1, {"the", "full", "direct", "hot"}))
    return std::nullopt;
  if (words.is(at, "sat") && at > 0 &&
      words.is_any(at - 1, {"i", "has", "have", "just", "it", "he", "she", "that"})) {
    return std::nullopt;
  }
  const auto found = names->find(without_plural(words[at].text));
  if (!found) return std::nullopt;
  return std::chrono::weekday(*found);
}

std::optional<unsigned> month_at(const Words& words, std::size_t at) {
  static const auto* const names = new Dictionary(month_names);
  if (!words[at].is_letters()) return std::nullopt;
  return names->find(without_plural(words[at].text));
}

std::optional<Unit> unit_at(const Words& words, std::size_t at) {
  static const auto* const names = new Dictionary(unit_names);
  if (!words[at].is_letters()) return std::nullopt;
  return names->find(words[at].text);
}

bool is_next(const Words& words, std::size_t at) {
  return words.is_any(at, {"next", "following", "proximo", "proxima", "siguiente"});
}
bool is_this(const Words& words, std::size_t at) {
  return words.is_any(at, {"this", "current", "este", "esta", "coming", "upcoming"});
}
bool is_last(const Words& words, std::size_t at) {
  return words.is_any(at, {"last", "past", "previous", "pasado", "pasada"});
}

std::size_t weekend_at(const Words& words, std::size_t at) {
  for (const std::string_view phrase :
       {"fin de semana", "week end", "weekend", "weekends", "finde"}) {
    if (const std::size_t length = words.phrase_at(at, phrase)) return length;
  }
  return 0;
}

std::optional<DurationReading> duration_at(const Words& words, std::size_t at) {
  if (const auto half = half_hour_at(words, at)) return half;
  const auto count = count_at(words, at);
  constexpr std::int64_t count_max = 1000;
  if (!count || count->value <= 0 || count->value > count_max) return std::nullopt;
  std::size_t unit_index = count->next;
  // "2.5 hours" is counted in minutes.
  int tenths = 0;
  if (words[unit_index].is_digits() && words[unit_index].mark == '.' && !words[unit_index].spaced &&
      words[unit_index].text.size() == 1) {
    tenths = words[unit_index].text[0] - '0';
    ++unit_index;
  }
  // "Two and a half hours".
  const std::size_t half = std::max(words.phrase_at(unit_index, "and a half"),
                                    words.phrase_at(unit_index, "and an half"));
  if (half != 0 && unit_at(words, unit_index + half) == Unit::Hour) {
    return DurationReading{
        .count = count->value * 60 + 30, .unit = Unit::Minute, .next = unit_index + half + 1};
  }
  if (words.is(unit_index, "h") && words[unit_index].mark == 0 && tenths == 0) {
    return DurationReading{.count = count->value, .unit = Unit::Hour, .next = unit_index + 1};
  }
  while (words.is_any(unit_index, {"more", "full", "whole", "business", "working"})) ++unit_index;
  const auto unit = unit_at(words, unit_index);
  if (!unit || (tenths != 0 && *unit != Unit::Hour)) return std::nullopt;
  DurationReading duration{.count = count->value, .unit = *unit, .next = unit_index + 1};
  if (tenths != 0)
    duration = {
        .count = count->value * 60 + tenths * 6, .unit = Unit::Minute, .next = unit_index + 1};
  if (*unit == Unit::Hour && words.phrase_at(duration.next, "and a half") != 0) {
    duration = {.count = count->value * 60 + 30, .unit = Unit::Minute, .next = duration.next + 3};
  }
  // "An hour and fifteen minutes".
  if (*unit == Unit::Hour && tenths == 0) {
    const std::size_t more = words.is_any(duration.next, {"and", "y"}) ? 1 : 0;
    const auto minutes = read_cardinal(words, duration.next + more);
    constexpr std::int64_t minutes_max = 59;
    if (minutes && minutes->value <= minutes_max && unit_at(words, minutes->next) == Unit::Minute)
      duration = {.count = count->value * 60 + minutes->value,
                  .unit = Unit::Minute,
                  .next = minutes->next + 1};
  }
  return duration;
}

Day later_by(Day day, const DurationReading& duration) {
  const int count = static_cast<int>(duration.count);
  switch (duration.unit) {
    case Unit::Minute:
    case Unit::Hour:
      return day;
    case Unit::Day:
      return day + std::chrono::days(count);
    case Unit::Week:
      return day + std::chrono::days(7 * count);
    case Unit::Fortnight:
      return day + std::chrono::days(14 * count);
    case Unit::Month:
      return months_later(day, count);
    case Unit::Quarter:
      return months_later(day, 3 * count);
    case Unit::Year:
      return months_later(day, 12 * count);
  }
  return day;
}

}  // namespace callwright::language
