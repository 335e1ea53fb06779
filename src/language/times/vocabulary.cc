#include "language/times/vocabulary.h"

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

// clang-format off
constexpr auto weekday_names = std::to_array<Entry<unsigned>>({
    {"monday", 1}, {"mon", 1}, {"lunes", 1}, {"tuesday", 2}, {"tue", 2}, {"tues", 2}, {"martes", 2},
    {"wednesday", 3}, {"wed", 3}, {"weds", 3}, {"wensday", 3}, {"wednsday", 3}, {"miercoles", 3},
    {"thursday", 4}, {"thu", 4}, {"thur", 4}, {"thurs", 4}, {"jueves", 4},
    {"friday", 5}, {"fri", 5}, {"viernes", 5}, {"saturday", 6}, {"sat", 6}, {"sabado", 6},
    {"sunday", 0}, {"sun", 0}, {"domingo", 0},
});

constexpr auto month_names = std::to_array<Entry<unsigned>>({
    {"january", 1}, {"jan", 1}, {"enero", 1}, {"february", 2}, {"feb", 2}, {"febrero", 2}, {"march", 3}, {"mar", 3}, {"marzo", 3},
    {"april", 4}, {"apr", 4}, {"abril", 4}, {"may", 5}, {"mayo", 5}, {"june", 6}, {"jun", 6}, {"junio", 6},
    {"july", 7}, {"jul", 7}, {"julio", 7}, {"august", 8}, {"aug", 8}, {"agosto", 8},
    {"september", 9}, {"sep", 9}, {"sept", 9}, {"septiembre", 9}, {"october", 10}, {"oct", 10}, {"octubre", 10},
    {"november", 11}, {"nov", 11}, {"noviembre", 11}, {"december", 12}, {"dec", 12}, {"diciembre", 12},
});

constexpr auto unit_names = std::to_array<Entry<Unit>>({
    {"minute", Unit::Minute}, {"minutes", Unit::Minute}, {"min", Unit::Minute}, {"mins", Unit::Minute}, {"minuto", Unit::Minute}, {"minutos", Unit::Minute},
    {"hour", Unit::Hour}, {"hours", Unit::Hour}, {"hr", Unit::Hour}, {"hrs", Unit::Hour}, {"hora", Unit::Hour}, {"horas", Unit::Hour},
    {"day", Unit::Day}, {"days", Unit::Day}, {"day's", Unit::Day}, {"dia", Unit::Day}, {"dias", Unit::Day},
    {"week", Unit::Week}, {"weeks", Unit::Week}, {"wk", Unit::Week}, {"wks", Unit::Week}, {"week's", Unit::Week}, {"semana", Unit::Week}, {"semanas", Unit::Week},
    {"fortnight", Unit::Fortnight}, {"fortnights", Unit::Fortnight}, {"quincena", Unit::Fortnight},
    {"month", Unit::Month}, {"months", Unit::Month}, {"mes", Unit::Month}, {"meses", Unit::Month},
    {"quarter", Unit::Quarter}, {"quarters", Unit::Quarter}, {"trimestre", Unit::Quarter},
    {"year", Unit::Year}, {"years", Unit::Year}, {"ano", Unit::Year}, {"anos", Unit::Year},
});

constexpr auto holiday_names = std::to_array<Entry<Holiday>>({
    {"new year's day", Holiday::NewYearsDay}, {"new years day", Holiday::NewYearsDay}, {"new year's eve", Holiday::NewYearsEve},
    {"new years eve", Holiday::NewYearsEve}, {"new year's", Holiday::NewYearsDay}, {"new years", Holiday::NewYearsDay},
    {"ano nuevo", Holiday::NewYearsDay}, {"nochevieja", Holiday::NewYearsEve}, {"nye", Holiday::NewYearsEve},
    {"mlk day", Holiday::MartinLutherKingDay}, {"martin luther king day", Holiday::MartinLutherKingDay},
    {"martin luther king jr day", Holiday::MartinLutherKingDay},
    {"valentine's day", Holiday::ValentinesDay}, {"valentines day", Holiday::ValentinesDay}, {"valentine's", Holiday::ValentinesDay},
    {"presidents day", Holiday::PresidentsDay}, {"president's day", Holiday::PresidentsDay}, {"washington's birthday", Holiday::PresidentsDay},
    {"st patrick's day", Holiday::SaintPatricksDay}, {"saint patrick's day", Holiday::SaintPatricksDay}, {"st patricks day", Holiday::SaintPatricksDay},
    {"cinco de mayo", Holiday::CincoDeMayo}, {"mother's day", Holiday::MothersDay}, {"mothers day", Holiday::MothersDay},
    {"memorial day", Holiday::MemorialDay}, {"decoration day", Holiday::MemorialDay}, {"father's day", Holiday::FathersDay},
    {"fathers day", Holiday::FathersDay}, {"juneteenth", Holiday::Juneteenth}, {"may day", Holiday::MayDay}, {"workers day", Holiday::MayDay}, {"international workers day", Holiday::MayDay}, {"dia del trabajador", Holiday::MayDay}, {"independence day", Holiday::IndependenceDay},
    {"fourth of july", Holiday::IndependenceDay}, {"labor day", Holiday::LaborDay}, {"labour day", Holiday::LaborDay},
    {"columbus day", Holiday::ColumbusDay}, {"indigenous peoples day", Holiday::ColumbusDay}, {"halloween", Holiday::Halloween},
    {"election day", Holiday::ElectionDay}, {"veterans day", Holiday::VeteransDay}, {"veteran's day", Holiday::VeteransDay},
    {"thanksgiving day", Holiday::Thanksgiving}, {"thanksgiving", Holiday::Thanksgiving}, {"turkey day", Holiday::Thanksgiving},
    {"accion de gracias", Holiday::Thanksgiving}, {"black friday", Holiday::BlackFriday}, {"christmas eve", Holiday::ChristmasEve},
    {"xmas eve", Holiday::ChristmasEve}, {"nochebuena", Holiday::ChristmasEve}, {"christmas day", Holiday::Christmas},
    {"christmas", Holiday::Christmas}, {"xmas", Holiday::Christmas}, {"navidad", Holiday::Christmas},
});

struct Part {
  int begin;  // As on a clock: half past nine is 930.
  int end;
  Half half;
  bool today = false;
};

constexpr auto part_names = std::to_array<Entry<Part>>({
    {"first thing in the morning", {800, 1000, Half::Morning}}, {"first thing", {800, 1000, Half::Morning}},
    {"bright and early", {800, 1000, Half::Morning}}, {"crack of dawn", {600, 800, Half::Morning}},
    {"a primera hora", {800, 1000, Half::Morning}}, {"primera hora", {800, 1000, Half::Morning}},
    {"early in the morning", {700, 1000, Half::Morning}}, {"early morning", {700, 1000, Half::Morning}},
    {"early mornings", {700, 1000, Half::Morning}}, {"temprano por la manana", {700, 1000, Half::Morning}},
    {"mid morning", {930, 1100, Half::Morning}}, {"midmorning", {930, 1100, Half::Morning}}, {"media manana", {930, 1100, Half::Morning}},
    {"late morning", {1000, 1200, Half::Morning}}, {"later in the morning", {1000, 1200, Half::Morning}}, {"late in the morning", {1000, 1200, Half::Morning}},
    {"this morning", {800, 1200, Half::Morning, true}}, {"esta manana", {800, 1200, Half::Morning, true}},
    {"in the morning", {800, 1200, Half::Morning}}, {"in the mornings", {800, 1200, Half::Morning}}, {"of the morning", {800, 1200, Half::Morning}},
    {"morning", {800, 1200, Half::Morning}}, {"mornings", {800, 1200, Half::Morning}}, {"before lunch", {800, 1200, Half::Morning}},
    {"antes del almuerzo", {800, 1200, Half::Morning}},
    {"por la manana", {800, 1200, Half::Morning}}, {"de la manana", {800, 1200, Half::Morning}}, {"en la manana", {800, 1200, Half::Morning}},
    {"por las mananas", {800, 1200, Half::Morning}},
    {"lunch time", {1200, 1300, Half::Afternoon}}, {"lunchtime", {1200, 1300, Half::Afternoon}}, {"lunch", {1200, 1300, Half::Afternoon}},
    {"during lunch", {1200, 1300, Half::Afternoon}},
    {"after lunch", {1300, 1700, Half::Afternoon}}, {"after lunchtime", {1300, 1700, Half::Afternoon}}, {"despues del almuerzo", {1300, 1700, Half::Afternoon}},
    {"despues de comer", {1300, 1700, Half::Afternoon}}, {"despues de almorzar", {1300, 1700, Half::Afternoon}}, {"despues de la comida", {1300, 1700, Half::Afternoon}},
    {"early afternoon", {1200, 1400, Half::Afternoon}}, {"early in the afternoon", {1200, 1400, Half::Afternoon}},
    {"mid afternoon", {1400, 1600, Half::Afternoon}}, {"midafternoon", {1400, 1600, Half::Afternoon}},
    {"late afternoon", {1500, 1700, Half::Afternoon}}, {"later in the afternoon", {1500, 1700, Half::Afternoon}}, {"late in the afternoon", {1500, 1700, Half::Afternoon}},
    {"this afternoon", {1200, 1700, Half::Afternoon, true}}, {"esta tarde", {1200, 1700, Half::Afternoon, true}},
    {"in the afternoon", {1200, 1700, Half::Afternoon}}, {"in the afternoons", {1200, 1700, Half::Afternoon}}, {"of the afternoon", {1200, 1700, Half::Afternoon}},
    {"afternoon", {1200, 1700, Half::Afternoon}}, {"afternoons", {1200, 1700, Half::Afternoon}},
    {"por la tarde", {1200, 1700, Half::Afternoon}}, {"de la tarde", {1200, 1700, Half::Afternoon}}, {"en la tarde", {1200, 1700, Half::Afternoon}}, {"por las tardes", {1200, 1700, Half::Afternoon}},
    {"end of the day", {1500, 1700, Half::Afternoon}}, {"end of day", {1500, 1700, Half::Afternoon}}, {"close of business", {1500, 1700, Half::Afternoon}},
    {"eod", {1500, 1700, Half::Afternoon}}, {"cob", {1500, 1700, Half::Afternoon}}, {"late in the day", {1500, 1700, Half::Afternoon}}, {"ultima hora", {1500, 1700, Half::Afternoon}},
    {"after work", {1700, 2000, Half::Afternoon}}, {"after hours", {1700, 2000, Half::Afternoon}}, {"despues del trabajo", {1700, 2000, Half::Afternoon}},
    {"after school", {1500, 1700, Half::Afternoon}}, {"after dinner", {1900, 2100, Half::Afternoon}},
    {"early evening", {1700, 1900, Half::Afternoon}}, {"late evening", {2000, 2200, Half::Afternoon}},
    {"this evening", {1700, 2100, Half::Afternoon, true}}, {"in the evening", {1700, 2100, Half::Afternoon}}, {"in the evenings", {1700, 2100, Half::Afternoon}},
    {"evening", {1700, 2100, Half::Afternoon}}, {"evenings", {1700, 2100, Half::Afternoon}},
    {"late tonight", {2100, 2400, Half::Night, true}}, {"tonight", {1800, 2400, Half::Night, true}}, {"tonite", {1800, 2400, Half::Night, true}},
    {"esta noche", {1800, 2400, Half::Night, true}}, {"late at night", {2100, 2400, Half::Night}}, {"late night", {2100, 2400, Half::Night}},
    {"at night", {1800, 2400, Half::Night}}, {"in the night", {1800, 2400, Half::Night}}, {"of the night", {1800, 2400, Half::Night}}, {"night", {1800, 2400, Half::Night}}, {"nights", {1800, 2400, Half::Night}},
    {"por la noche", {1800, 2400, Half::Night}}, {"de la noche", {1800, 2400, Half::Night}}, {"en la noche", {1800, 2400, Half::Night}},
    {"de la madrugada", {0, 600, Half::Morning}}, {"madrugada", {0, 600, Half::Morning}}, {"del mediodia", {1200, 1300, Half::Afternoon}},
});
// clang-format on

// Phrases by their first word, longer ones first within the list they were written in.
template <class Value, std::size_t Size>
class Phrases {
 public:
  explicit Phrases(const std::array<Entry<Value>, Size>& entries) {
    for (const auto& entry : entries) {
      by_first_word_.emplace(entry.word.substr(0, entry.word.find(' ')), &entry);
    }
  }

  struct Match {
    const Value* value = nullptr;
    std::size_t length = 0;
  };
  Match longest(const Words& words, std::size_t at) const {
    Match best;
    const auto [begin, end] = by_first_word_.equal_range(words[at].text);
    for (auto entry = begin; entry != end; ++entry) {
      const std::size_t length = words.phrase_at(at, entry->second->word);
      if (length > best.length) best = {.value = &entry->second->value, .length = length};
    }
    return best;
  }

 private:
  std::unordered_multimap<std::string_view, const Entry<Value>*> by_first_word_;
};

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

std::optional<HolidayReading> holiday_at(const Words& words, std::size_t at) {
  static const auto* const names = new Phrases(holiday_names);
  const auto match = names->longest(words, at);
  if (match.value == nullptr) return std::nullopt;
  return HolidayReading{.holiday = *match.value, .next = at + match.length};
}

std::optional<PartReading> part_at(const Words& words, std::size_t at) {
  static const auto* const names = new Phrases(part_names);
  const auto match = names->longest(words, at);
  if (match.value == nullptr) return std::nullopt;
  const auto minutes = [](int clock) { return Minutes(clock / 100 * 60 + clock % 100); };
  return PartReading{.begin = minutes(match.value->begin),
                     .end = minutes(match.value->end),
                     .half = match.value->half,
                     .today = match.value->today,
                     .next = at + match.length};
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
