#include "language/times/clocks.h"

#include <array>
#include <string_view>

#include "language/numbers.h"

namespace callwright::language {
namespace {

constexpr int hour_max = 24;
constexpr int minute_max = 59;

struct Core {
  Clock clock;
  std::size_t next = 0;
  bool certain = false;
};

bool is_glued(const Word& word) {
  return !word.spaced && word.mark == 0;
}

// Two written digits: the minutes of "8:40" or "8 40".
std::optional<int> written_minute(const Words& words, std::size_t at) {
  const Word& word = words[at];
  if (!word.is_digits() || word.text.size() != 2) return std::nullopt;
  const int minute = std::stoi(word.text);
  return minute <= minute_max ? std::optional(minute) : std::nullopt;
}

// "oh five", "fifteen", "forty five".
std::optional<NumberReading> spoken_minute(const Words& words, std::size_t at) {
  if (words[at].mark == ',' || words[at].opens_sentence() || read_ordinal(words, at))
    return std::nullopt;
  if (words.is_any(at, {"oh", "o", "zero"})) {
    const auto unit = numeral(words[at + 1].text);
    if (!unit || unit->kind != NumeralKind::Unit || !words[at + 1].is_letters())
      return std::nullopt;
    return NumberReading{.value = unit->value, .next = at + 2};
  }
  const auto first = words[at].is_letters() ? numeral(words[at].text) : std::nullopt;
  if (!first || (first->kind != NumeralKind::Teen && first->kind != NumeralKind::Tens))
    return std::nullopt;
  const auto minute = read_cardinal(words, at);
  if (!minute || minute->value > minute_max) return std::nullopt;
  return minute;
}

// Noon and midnight, in their languages.
std::optional<Core> named_hour(const Words& words, std::size_t at) {
  const std::size_t name = words.is_any(at, {"the", "12", "twelve", "las", "doce"}) ? at + 1 : at;
  if (words.is_any(name, {"noon", "midday", "noontime", "noonish", "mediodia"}) ||
      words.phrase_at(name, "medio dia") != 0) {
    const std::size_t length = words.is(name, "medio") ? 2 : 1;
    return Core{.clock = {.hour = 12, .exact = true}, .next = name + length, .certain = true};
  }
  if (words.is_any(name, {"midnight", "medianoche"})) {
    return Core{.clock = {.hour = 24, .exact = true}, .next = name + 1, .certain = true};
  }
  return std::nullopt;
}

// "8:40", "8.40", "8 40", "840", "8": digits as they are written.
std::optional<Core> written_hour(const Words& words, std::size_t at) {
  const Word& word = words[at];
  if (!word.is_digits() || word.text.size() > 4 || word.mark == '$' || word.mark == '/' ||
      word.mark == '#') {
    return std::nullopt;
  }
  if (!word.spaced && (word.mark == '.' || word.mark == ':') && at > 0 && words[at - 1].is_digits())
    return std::nullopt;
  const int value = std::stoi(word.text);
  if (word.text.size() >= 3) {
    // A run of four digits may be a year or a house: only what follows makes it a time.
    const int hour = value / 100;
    const int minute = value % 100;
    if (hour > hour_max || minute > minute_max) return std::nullopt;
    return Core{
        .clock = {.hour = hour, .minute = minute, .exact = word.text[0] == '0' || hour > 12},
        .next = at + 1};
  }
  if (value > hour_max) return std::nullopt;
  Core core{.clock = {.hour = value, .exact = value > 12 || value == 0}, .next = at + 1};
  const Word& after = words[at + 1];
  if (after.mark == '/' || after.mark == '%') return std::nullopt;
  const auto minute = written_minute(words, at + 1);
  if (after.mark == ':' && after.is_digits()) {
    if (!minute || after.spaced) return std::nullopt;
    core.clock.minute = *minute;
    core.clock.exact = core.clock.exact || word.text[0] == '0';
    core.certain = true;
    core.next = at + 2;
    if (words[core.next].mark == ':' && written_minute(words, core.next)) ++core.next;
  } else if (after.is_digits() && after.mark == '.' && !after.spaced) {
    if (!minute) return std::nullopt;
    core.clock.minute = *minute;
    core.next = at + 2;
  } else if (minute && after.mark == ' ') {
    core.clock.minute = *minute;
    core.next = at + 2;
  }
  return core;
}

std::optional<Core> spoken_hour(const Words& words, std::size_t at) {
  // "Tenish" is about ten.
  const bool ish = words[at].is_letters() && words[at].text.ends_with("ish");
  const std::string_view name =
      std::string_view(words[at].text).substr(0, words[at].text.size() - (ish ? 3 : 0));
  const auto hour = words[at].is_letters() ? numeral(name) : std::nullopt;
  if (words.is(at, "una") && at > 0 && words.is(at - 1, "la"))
    return Core{.clock = {.hour = 1}, .next = at + 1};
  const bool is_hour = hour && hour->value >= 1 && hour->value <= 12 &&
                       (hour->kind == NumeralKind::Unit || hour->kind == NumeralKind::Teen);
  if (!is_hour) return std::nullopt;
  // "The second one".
  const bool pronoun =
      words.is(at, "one") && at > 0 &&
      (read_ordinal(words, at - 1) ||
       words.is_any(at - 1,
                    {"the",     "that", "this",  "which", "other", "another", "no",      "any",
                     "last",    "next", "new",   "old",   "later", "latest",  "earlier", "earliest",
                     "soonest", "each", "every", "same",  "good",  "which"}));
  if (pronoun) return std::nullopt;
  Core core{.clock = {.hour = hour->value}, .next = at + 1, .certain = ish};
  if (ish) return core;
  if (const auto written = written_minute(words, core.next);
      written && words[core.next].mark == ' ') {
    core.clock.minute = *written;
    ++core.next;
  } else if (const auto minute = spoken_minute(words, core.next)) {
    core.clock.minute = static_cast<int>(minute->value);
    core.next = minute->next;
  }
  return core;
}

// "Y media", "y cuarto", "menos diez" after a Spanish hour.
void add_spanish_minutes(const Words& words, Core& core) {
  const bool plus = words.is_any(core.next, {"y", "con"});
  const bool minus = words.is(core.next, "menos");
  if (!plus && !minus) return;
  int minutes = 0;
  std::size_t next = core.next + 2;
  if (words.is(core.next + 1, "media")) {
    minutes = 30;
  } else if (words.is(core.next + 1, "cuarto")) {
    minutes = 15;
  } else {
    const auto number = read_cardinal(words, core.next + 1);
    constexpr int spoken_minutes_min = 5;
    if (!number || number->value < spoken_minutes_min || number->value > minute_max) return;
    minutes = static_cast<int>(number->value);
    next = number->next;
  }
  core.next = next;
  if (plus) {
    core.clock.minute = minutes;
  } else {
    core.clock.hour = core.clock.hour == 1 ? 12 : core.clock.hour - 1;
    core.clock.minute = 60 - minutes;
  }
}

bool introduces_clock(const Words& words, std::size_t at) {
  if (at == 0) return false;
  if (words[at].mark == '@') return true;
  return words.is_any(at - 1, {"at", "around", "about", "approximately", "by", "before", "after",
                               "until", "till", "til", "than", "las", "roughly", "past", "say"}) ||
         (words.is(at - 1, "la") && words.is_any(at, {"una", "1"}));
}

// Whether "nueve y once" may be 9:11; "entre nueve y once" are two hours.
enum class SpanishMinutes : std::uint8_t { Read, LeaveOut };

std::optional<Core> hour_at(const Words& words, std::size_t at,
                            SpanishMinutes minutes = SpanishMinutes::Read) {
  if (auto named = named_hour(words, at)) return named;
  auto core = written_hour(words, at);
  if (!core) core = spoken_hour(words, at);
  if (core && core->clock.minute == 0 && minutes == SpanishMinutes::Read)
    add_spanish_minutes(words, *core);
  return core;
}

// "Quarter past ten", "ten minutes to nine", "half past three", "five of six".
std::optional<Core> relative_minutes(const Words& words, std::size_t at) {
  std::size_t next = at;
  int minutes = 0;
  bool certain = false;
  if (words.is_any(next, {"a", "the"})) ++next;
  if (words.is_any(next, {"quarter", "half"})) {
    minutes = words.is(next, "half") ? 30 : 15;
    certain = true;
    ++next;
  } else {
    const auto number = read_cardinal(words, next);
    constexpr std::int64_t relative_minutes_max = 45;
    if (!number || number->value < 1 || number->value > relative_minutes_max) return std::nullopt;
    minutes = static_cast<int>(number->value);
    next = number->next;
    // Nobody says "thirteen to five" for a time, but 10 to 5 may be a range.
    certain = minutes == 15 || minutes == 20 || minutes == 25;
    if (words.is_any(next, {"minutes", "minute", "mins", "min"})) {
      certain = true;
      ++next;
    } else if (minutes % 5 != 0 || minutes >= 30) {
      return std::nullopt;
    }
  }
  const bool past = words.is_any(next, {"past", "after"});
  const bool to = words.is_any(next, {"to", "til", "till", "until", "before", "of"});
  if (minutes == 30 && !past) {
    // "Half nine" is 9:30.
    auto hour = words.is(next, "an") ? std::nullopt : hour_at(words, next);
    if (!hour || hour->clock.minute != 0 || hour->clock.hour > 12 || unit_at(words, hour->next))
      return std::nullopt;
    hour->clock.minute = 30;
    hour->certain = true;
    return hour;
  }
  if ((!past && !to) || (to && minutes >= 30)) return std::nullopt;
  auto hour = hour_at(words, next + 1);
  if (!hour || hour->clock.minute != 0) return std::nullopt;
  if (to && !certain && !(introduces_clock(words, at) && !words.is(at - 1, "between")))
    return std::nullopt;

  Clock& clock = hour->clock;
  if (past) {
    clock.minute = minutes;
  } else {
    clock.hour = clock.hour == 0 ? 23 : clock.hour == 1 && !clock.exact ? 12 : clock.hour - 1;
    clock.minute = 60 - minutes;
  }
  hour->certain = true;
  return hour;
}

// "am", "p.m.", "a m", "3p": the word after a clock.
struct Meridiem {
  Half half = Half::Unsaid;
  std::size_t next = 0;
};

std::optional<Meridiem> meridiem_at(const Words& words, std::size_t at) {
  const Word& word = words[at];
  if (!word.is_letters() || word.mark == ',' || word.opens_sentence()) return std::nullopt;
  if (word.text == "am") return Meridiem{Half::Morning, at + 1};
  if (word.text == "pm") return Meridiem{Half::Afternoon, at + 1};
  if (words.phrase_at(at, "in the am") != 0) return Meridiem{Half::Morning, at + 3};
  if (words.phrase_at(at, "in the pm") != 0) return Meridiem{Half::Afternoon, at + 3};
  const bool letter = word.text == "a" || word.text == "p";
  if (!letter) return std::nullopt;
  const Half half = word.text == "a" ? Half::Morning : Half::Afternoon;
  if (words.is(at + 1, "m") && (words[at + 1].mark == '.' || words[at + 1].mark == ' '))
    return Meridiem{half, at + 2};
  if (is_glued(word)) return Meridiem{half, at + 1};
  return std::nullopt;
}

std::size_t oclock_at(const Words& words, std::size_t at) {
  if (words.is_any(at, {"o'clock", "oclock", "o´clock"})) return 1;
  if (words.is_any(at, {"o", "oh"}) && words.is(at + 1, "clock")) return 2;
  if (words.phrase_at(at, "en punto") != 0) return 2;
  return 0;
}

// What follows the hour and says that it is one.
void read_suffixes(const Words& words, Core& core) {
  if (words.is_any(core.next, {"ish", "or"}) &&
      (words.is(core.next, "ish") || words.is(core.next + 1, "so"))) {
    core.certain = core.certain || words.is(core.next, "ish");
    core.next += words.is(core.next, "ish") ? 1 : 2;
  }
  if (const std::size_t oclock = oclock_at(words, core.next)) {
    core.next += oclock;
    core.certain = true;
  }
  if (const auto meridiem = meridiem_at(words, core.next)) {
    core.clock.half = meridiem->half;
    core.next = meridiem->next;
    core.certain = true;
  }
  // "Las doce del día".
  if (words.phrase_at(core.next, "del dia") != 0) {
    core.next += 2;
    core.certain = true;
  }
  if (words.is_any(core.next, {"sharp", "ish"})) ++core.next;
  if (words.is(core.next, "hours") && words[core.next - 1].text.size() == 4) {
    core.clock.exact = true;
    core.certain = true;
    ++core.next;
  }
  const auto part = part_at(words, core.next);
  // "2 morning sessions" counts sessions.
  const bool counts =
      part && part->next == core.next + 1 && !core.certain && !stands_alone(words, part->next);
  const bool belongs =
      part && !counts && !part->today && part->half != Half::Unsaid &&
      words[core.next].mark != ',' && !words[core.next].opens_sentence() &&
      !words.is_any(core.next, {"before", "after", "during", "antes", "despues", "lunch", "end"});
  if (belongs) {
    if (core.clock.half == Half::Unsaid) core.clock.half = part->half;
    core.next = part->next;
    core.certain = true;
  }
}

// A number that may be an hour, a year, a house or a count until its neighbours say which.
bool is_plausible(const Words& words, std::size_t at, const Core& core) {
  if (core.certain) return true;
  const Word& after = words[core.next];
  if (is_glued(after) && after.is_letters()) return false;
  const bool year_like =
      words[at].is_digits() && words[at].text.size() == 4 && words[at].text[0] != '0';
  return !year_like;
}

std::optional<Core> core_at(const Words& words, std::size_t at,
                            SpanishMinutes minutes = SpanishMinutes::Read) {
  auto core = relative_minutes(words, at);
  if (!core) core = hour_at(words, at, minutes);
  if (!core) return std::nullopt;
  const std::size_t bare_next = core->next;
  read_suffixes(words, *core);
  // "2 45 minutes" is no 2:45; "8 40 in the morning" is.
  const bool split = !core->certain && core->next == at + 2 && words[at + 1].is_digits() &&
                     words[at + 1].mark == ' ';
  if (split && !introduces_clock(words, at) && !stands_alone(words, core->next))
    return std::nullopt;
  if (core->next == bare_next && unit_at(words, core->next)) return std::nullopt;
  if (!is_plausible(words, at, *core)) return std::nullopt;
  return core;
}

// "to", "and" after "between", "-": leads to the end of a range.
std::size_t range_joint(const Words& words, std::size_t at, bool between) {
  if (words[at].opens_sentence()) return 0;
  if (words.is_any(at, {"to", "till", "til", "until", "through", "thru", "a", "hasta"})) return 1;
  if (between && words.is_any(at, {"and", "y"})) return 1;
  return 0;
}

std::optional<ClockReading> range_from(const Words& words, const Core& first, bool between,
                                       bool introduced) {
  const std::size_t joint = range_joint(words, first.next, between);
  if (joint == 0 && words[first.next].mark != '-') return std::nullopt;
  std::size_t second_at = first.next + joint;
  if (words.is_any(second_at, {"las", "la", "at", "around", "about"})) ++second_at;
  const auto second = core_at(words, second_at);
  if (!second) return std::nullopt;
  // "Between 0 and 100" counts: a run of three digits is an hour only beside one.
  const bool run = words[second_at].is_digits() && words[second_at].text.size() > 2;
  if (run && !second->certain && words[second_at - joint - 1].text.size() < 3) return std::nullopt;
  const bool said = first.certain || second->certain || introduced;
  if (!second->certain && !stands_alone(words, second->next)) return std::nullopt;
  return ClockReading{
      .begin = first.clock, .end = second->clock, .next = second->next, .certain = said};
}

// "for two hours" after a clock.
void read_length(const Words& words, ClockReading& reading) {
  if (!words.is_any(reading.next, {"for", "por"})) return;
  const auto duration = duration_at(words, reading.next + 1);
  if (!duration || !duration->of_clock()) return;
  reading.length = duration->length();
  reading.next = duration->next;
  reading.certain = true;
}

}  // namespace

std::optional<ClockReading> read_clock(const Words& words, std::size_t at) {
  const bool between = words.is_any(at, {"between", "entre"});
  const bool from = words.is_any(at, {"from", "de", "desde"});
  std::size_t first_at = between || from ? at + 1 : at;
  if (words.is_any(first_at, {"las", "la"}) && (between || from)) ++first_at;
  const auto first = core_at(words, first_at);
  if (!first) return std::nullopt;

  const bool introduced = introduces_clock(words, first_at);
  if (auto range = range_from(words, *first, between, introduced || between || from)) {
    return range;
  }
  if (const auto hour = between ? core_at(words, first_at, SpanishMinutes::LeaveOut) : std::nullopt)
    return range_from(words, *hour, between, true);
  ClockReading reading{.begin = first->clock, .next = first->next, .certain = first->certain};
  const bool alone = stands_alone(words, first->next);
  reading.certain = reading.certain || (introduced && alone);
  if (alone || reading.certain) read_length(words, reading);
  if (between || (from && !reading.length)) return std::nullopt;
  return reading;
}

}  // namespace callwright::language
