#include <array>
#include <string_view>
#include <unordered_map>

#include "language/times/vocabulary.h"

namespace callwright::language {
namespace {

template <class Value>
struct Entry {
  std::string_view word;
  Value value;
};

constexpr auto holiday_names = std::to_array<Entry<Holiday>>({
    {"new year's day", Holiday::NewYearsDay},
    {"new years day", Holiday::NewYearsDay},
    {"new year's eve", Holiday::NewYearsEve},
    {"new years eve", Holiday::NewYearsEve},
    {"new year's", Holiday::NewYearsDay},
    {"new years", Holiday::NewYearsDay},
    {"ano nuevo", Holiday::NewYearsDay},
    {"nochevieja", Holiday::NewYearsEve},
    {"nye", Holiday::NewYearsEve},
    {"mlk day", Holiday::MartinLutherKingDay},
    {"martin luther king day", Holiday::MartinLutherKingDay},
    {"martin luther king jr day", Holiday::MartinLutherKingDay},
    {"valentine's day", Holiday::ValentinesDay},
    {"valentines day", Holiday::ValentinesDay},
    {"valentine's", Holiday::ValentinesDay},
    {"presidents day", Holiday::PresidentsDay},
    {"president's day", Holiday::PresidentsDay},
    {"washington's birthday", Holiday::PresidentsDay},
    {"st patrick's day", Holiday::SaintPatricksDay},
    {"saint patrick's day", Holiday::SaintPatricksDay},
    {"st patricks day", Holiday::SaintPatricksDay},
    {"saint patrick", Holiday::SaintPatricksDay},
    {"st patrick", Holiday::SaintPatricksDay},
    {"saint patrick's", Holiday::SaintPatricksDay},
    {"st patrick's", Holiday::SaintPatricksDay},
    {"st patty's day", Holiday::SaintPatricksDay},
    {"april fools day", Holiday::AprilFoolsDay},
    {"april fools", Holiday::AprilFoolsDay},
    {"april fool's day", Holiday::AprilFoolsDay},
    {"groundhog day", Holiday::GroundhogDay},
    {"good friday", Holiday::GoodFriday},
    {"viernes santo", Holiday::GoodFriday},
    {"easter monday", Holiday::EasterMonday},
    {"tax day", Holiday::TaxDay},
    {"earth day", Holiday::EarthDay},
    {"flag day", Holiday::FlagDay},
    {"cyber monday", Holiday::CyberMonday},
    {"boxing day", Holiday::BoxingDay},
    {"day after thanksgiving", Holiday::BlackFriday},
    {"dia de las madres", Holiday::MothersDay},
    {"dia de la independencia", Holiday::IndependenceDay},
    {"ano viejo", Holiday::NewYearsEve},
    {"cinco de mayo", Holiday::CincoDeMayo},
    {"mother's day", Holiday::MothersDay},
    {"mothers day", Holiday::MothersDay},
    {"memorial day", Holiday::MemorialDay},
    {"decoration day", Holiday::MemorialDay},
    {"father's day", Holiday::FathersDay},
    {"fathers day", Holiday::FathersDay},
    {"juneteenth", Holiday::Juneteenth},
    {"may day", Holiday::MayDay},
    {"workers day", Holiday::MayDay},
    {"international workers day", Holiday::MayDay},
    {"dia del trabajador", Holiday::MayDay},
    {"easter", Holiday::Easter},
    {"easter sunday", Holiday::Easter},
    {"pascua", Holiday::Easter},
    {"independence day", Holiday::IndependenceDay},
    {"fourth of july", Holiday::IndependenceDay},
    {"labor day", Holiday::LaborDay},
    {"labour day", Holiday::LaborDay},
    {"columbus day", Holiday::ColumbusDay},
    {"indigenous peoples day", Holiday::ColumbusDay},
    {"halloween", Holiday::Halloween},
    {"election day", Holiday::ElectionDay},
    {"veterans day", Holiday::VeteransDay},
    {"veteran's day", Holiday::VeteransDay},
    {"thanksgiving day", Holiday::Thanksgiving},
    {"thanksgiving", Holiday::Thanksgiving},
    {"turkey day", Holiday::Thanksgiving},
    {"accion de gracias", Holiday::Thanksgiving},
    {"black friday", Holiday::BlackFriday},
    {"christmas eve", Holiday::ChristmasEve},
    {"xmas eve", Holiday::ChristmasEve},
    {"nochebuena", Holiday::ChristmasEve},
    {"christmas day", Holiday::Christmas},
    {"christmas", Holiday::Christmas},
    {"xmas", Holiday::Christmas},
    {"navidad", Holiday::Christmas},
});

struct Part {
  int begin;  // As on a clock: half past nine is 930.
  int end;
  Half half;
  bool today = false;
};

constexpr auto part_names = std::to_array<Entry<Part>>({
    {"first thing in the morning", {800, 1000, Half::Morning}},
    {"first thing", {800, 1000, Half::Morning}},
    {"bright and early", {800, 1000, Half::Morning}},
    {"crack of dawn", {600, 800, Half::Morning}},
    {"a primera hora", {800, 1000, Half::Morning}},
    {"primera hora", {800, 1000, Half::Morning}},
    {"early in the day", {800, 1000, Half::Morning}},
    {"earlier in the day", {800, 1000, Half::Morning}},
    {"beginning of the day", {800, 1000, Half::Morning}},
    {"start of the day", {800, 1000, Half::Morning}},
    {"muy temprano", {800, 1000, Half::Morning}},
    {"early in the morning", {700, 1000, Half::Morning}},
    {"early morning", {700, 1000, Half::Morning}},
    {"early mornings", {700, 1000, Half::Morning}},
    {"temprano por la manana", {700, 1000, Half::Morning}},
    {"mid morning", {930, 1100, Half::Morning}},
    {"midmorning", {930, 1100, Half::Morning}},
    {"media manana", {930, 1100, Half::Morning}},
    {"late morning", {1000, 1200, Half::Morning}},
    {"later in the morning", {1000, 1200, Half::Morning}},
    {"late in the morning", {1000, 1200, Half::Morning}},
    {"this morning", {800, 1200, Half::Morning, true}},
    {"esta manana", {800, 1200, Half::Morning, true}},
    {"in the morning", {800, 1200, Half::Morning}},
    {"in the mornings", {800, 1200, Half::Morning}},
    {"of the morning", {800, 1200, Half::Morning}},
    {"morning", {800, 1200, Half::Morning}},
    {"mornings", {800, 1200, Half::Morning}},
    {"before lunch", {800, 1200, Half::Morning}},
    {"antes del almuerzo", {800, 1200, Half::Morning}},
    {"por la manana", {800, 1200, Half::Morning}},
    {"de la manana", {800, 1200, Half::Morning}},
    {"en la manana", {800, 1200, Half::Morning}},
    {"en la mananita", {800, 1000, Half::Morning}},
    {"tempranito", {800, 1000, Half::Morning}},
    {"por las mananas", {800, 1200, Half::Morning}},
    {"lunch time", {1200, 1300, Half::Afternoon}},
    {"lunchtime", {1200, 1300, Half::Afternoon}},
    {"lunch", {1200, 1300, Half::Afternoon}},
    {"during lunch", {1200, 1300, Half::Afternoon}},
    {"after lunch", {1300, 1700, Half::Afternoon}},
    {"after lunchtime", {1300, 1700, Half::Afternoon}},
    {"despues del almuerzo", {1300, 1700, Half::Afternoon}},
    {"despues de comer", {1300, 1700, Half::Afternoon}},
    {"despues de almorzar", {1300, 1700, Half::Afternoon}},
    {"despues de la comida", {1300, 1700, Half::Afternoon}},
    {"early afternoon", {1200, 1400, Half::Afternoon}},
    {"early in the afternoon", {1200, 1400, Half::Afternoon}},
    {"mid afternoon", {1400, 1600, Half::Afternoon}},
    {"midafternoon", {1400, 1600, Half::Afternoon}},
    {"late afternoon", {1500, 1700, Half::Afternoon}},
    {"later in the afternoon", {1500, 1700, Half::Afternoon}},
    {"late in the afternoon", {1500, 1700, Half::Afternoon}},
    {"this afternoon", {1200, 1700, Half::Afternoon, true}},
    {"esta tarde", {1200, 1700, Half::Afternoon, true}},
    {"in the afternoon", {1200, 1700, Half::Afternoon}},
    {"in the afternoons", {1200, 1700, Half::Afternoon}},
    {"of the afternoon", {1200, 1700, Half::Afternoon}},
    {"afternoon", {1200, 1700, Half::Afternoon}},
    {"afternoons", {1200, 1700, Half::Afternoon}},
    {"por la tarde", {1200, 1700, Half::Afternoon}},
    {"de la tarde", {1200, 1700, Half::Afternoon}},
    {"en la tarde", {1200, 1700, Half::Afternoon}},
    {"por las tardes", {1200, 1700, Half::Afternoon}},
    {"end of the day", {1500, 1700, Half::Afternoon}},
    {"end of day", {1500, 1700, Half::Afternoon}},
    {"close of business", {1500, 1700, Half::Afternoon}},
    {"eod", {1500, 1700, Half::Afternoon}},
    {"end of the business day", {1500, 1700, Half::Afternoon}},
    {"end of business", {1500, 1700, Half::Afternoon}},
    {"end of the workday", {1500, 1700, Half::Afternoon}},
    {"close of the day", {1500, 1700, Half::Afternoon}},
    {"final del dia", {1500, 1700, Half::Afternoon}},
    {"fin del dia", {1500, 1700, Half::Afternoon}},
    {"cob", {1500, 1700, Half::Afternoon}},
    {"later in the day", {1500, 1700, Half::Afternoon}},
    {"late in the day", {1500, 1700, Half::Afternoon}},
    {"ultima hora", {1500, 1700, Half::Afternoon}},
    {"after work", {1700, 2000, Half::Afternoon}},
    {"after hours", {1700, 2000, Half::Afternoon}},
    {"despues del trabajo", {1700, 2000, Half::Afternoon}},
    {"after school", {1500, 1700, Half::Afternoon}},
    {"dinner time", {1700, 1900, Half::Afternoon}},
    {"dinnertime", {1700, 1900, Half::Afternoon}},
    {"suppertime", {1700, 1900, Half::Afternoon}},
    {"breakfast time", {700, 900, Half::Morning}},
    {"after breakfast", {800, 1000, Half::Morning}},
    {"despues de cenar", {1900, 2100, Half::Afternoon}},
    {"despues de la cena", {1900, 2100, Half::Afternoon}},
    {"after dinner", {1900, 2100, Half::Afternoon}},
    {"early evening", {1700, 1900, Half::Afternoon}},
    {"late evening", {2000, 2200, Half::Afternoon}},
    {"this evening", {1700, 2100, Half::Afternoon, true}},
    {"in the evening", {1700, 2100, Half::Afternoon}},
    {"in the evenings", {1700, 2100, Half::Afternoon}},
    {"evening", {1700, 2100, Half::Afternoon}},
    {"evenings", {1700, 2100, Half::Afternoon}},
    {"late tonight", {2100, 2400, Half::Night, true}},
    {"tonight", {1800, 2400, Half::Night, true}},
    {"tonite", {1800, 2400, Half::Night, true}},
    {"esta noche", {1800, 2400, Half::Night, true}},
    {"late at night", {2100, 2400, Half::Night}},
    {"late night", {2100, 2400, Half::Night}},
    {"at night", {1800, 2400, Half::Night}},
    {"in the night", {1800, 2400, Half::Night}},
    {"of the night", {1800, 2400, Half::Night}},
    {"night", {1800, 2400, Half::Night}},
    {"nights", {1800, 2400, Half::Night}},
    {"por la noche", {1800, 2400, Half::Night}},
    {"de la noche", {1800, 2400, Half::Night}},
    {"en la noche", {1800, 2400, Half::Night}},
    {"temprano", {800, 1000, Half::Morning}},
    {"de la madrugada", {0, 600, Half::Morning}},
    {"madrugada", {0, 600, Half::Morning}},
    {"del mediodia", {1200, 1300, Half::Afternoon}},
});

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

}  // namespace

std::optional<HolidayReading> holiday_at(const Words& words, std::size_t at) {
  static const auto* const names = new Phrases(holiday_names);
  const auto match = names->longest(words, at);
  if (match.value == nullptr) return std::nullopt;
  return HolidayReading{.holiday = *match.value, .next = at + match.length};
}

namespace {

// "Afternoonish".
auto without_ish(const Phrases<Part, part_names.size()>& names, std::string_view word) {
  return names.longest(Words(word.substr(0, word.size() - 3)), 0);
}

}  // namespace

std::optional<PartReading> part_at(const Words& words, std::size_t at) {
  static const auto* const names = new Phrases(part_names);
  auto match = names->longest(words, at);
  if (match.value == nullptr && words[at].text.ends_with("ish"))
    match = without_ish(*names, words[at].text);
  if (match.value == nullptr) return std::nullopt;
  const auto minutes = [](int clock) { return Minutes(clock / 100 * 60 + clock % 100); };
  return PartReading{.begin = minutes(match.value->begin),
                     .end = minutes(match.value->end),
                     .half = match.value->half,
                     .today = match.value->today,
                     .next = at + match.length};
}

}  // namespace callwright::language
