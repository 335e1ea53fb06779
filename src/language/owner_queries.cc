#include "language/owner_queries.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/text.h"
#include "language/owner_names.h"
#include "language/times/day_parts.h"
#include "language/times/scan.h"
#include "language/times/times.h"

namespace callwright::language {
namespace {

// "What do I have at three?" asks about the visit of that hour.
constexpr Milliseconds around_an_instant = std::chrono::hours(1);

// The whole local days.
TimeRange range_of(const Days& days, const Context& context) {
  const auto midnight = [&](Day day) {
    return context.zone.resolve({.date = std::chrono::year_month_day(day)}).instant;
  };
  return {.begin = midnight(days.begin), .end = midnight(days.end)};
}

Day today(const Context& context) {
  return std::chrono::sys_days(context.zone.to_local(context.reference_time).date);
}

// The hours of a part of today, past or not.
TimeRange part_of_today(const PartReading& part, const Context& context) {
  const auto at = [&](Minutes of_day) {
    const Day day = today(context) + std::chrono::days(of_day / std::chrono::hours(24));
    return context.zone
        .resolve({.date = std::chrono::year_month_day(day),
                  .time_of_day = of_day % std::chrono::hours(24)})
        .instant;
  };
  return {.begin = at(part.begin), .end = at(part.end)};
}

// "Yesterday", "last week", "this morning": read_time() leaves out what is over, since nobody books
// it.
std::optional<Found<TimeRange>> read_past(const Words& words, const Context& context) {
  for (const Phrase& phrase : scan_times(words, today(context), Question::Time)) {
    const auto* const days = phrase.as<DaysReading>();
    if (days != nullptr) return Found<TimeRange>{range_of(days->days, context), {phrase.words}};
    const auto* const part = phrase.as<PartReading>();
    if (part != nullptr && part->today)
      return Found<TimeRange>{part_of_today(*part, context), {phrase.words}};
  }
  return std::nullopt;
}

// "The rest of the day", "what's next", "what do I have left".
bool asks_for_rest(const Words& words) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words.is_any(at, {"next", "later", "upcoming", "queda", "quedan", "left", "remaining",
                          "rest", "siguiente", "proximo", "proxima", "falta", "resto"})) {
      return true;
    }
  }
  return false;
}

TimeRange rest_of_today(const Context& context) {
  return {.begin = context.reference_time, .end = range_of(one_day(today(context)), context).end};
}

// "This week" is all of it, and "this morning" began at eight; only the rest of them begins now.
TimeRange whole_window(const TimeReading& window, std::span<const Phrase> phrases,
                       const Words& words, const Context& context) {
  const TimeRange range{window.begin, window.end};
  if (range.begin != context.reference_time || asks_for_rest(words)) return range;
  for (const Phrase& phrase : phrases) {
    if (phrase.bound != Bound::None) continue;
    const auto* const days = phrase.as<DaysReading>();
    if (days != nullptr && days->days.contains(today(context)))
      return {range_of(days->days, context).begin, range.end};
    if (const auto* const part = phrase.as<PartReading>())
      return {part_of_today(*part, context).begin, range.end};
  }
  return range;
}

// "What does the week look like".
std::optional<Found<TimeRange>> read_bare_unit(const Words& words, const Context& context) {
  for (std::size_t at = 1; at < words.size(); ++at) {
    const auto unit = unit_at(words, at);
    const bool whole = unit == Unit::Week || unit == Unit::Month;
    if (whole && words.is_any(at - 1, {"the", "my", "our", "la", "el", "mi"}))
      return Found<TimeRange>{range_of(unit_around(today(context), *unit), context),
                              {{at - 1, at + 1}}};
  }
  return std::nullopt;
}

// "The next two weeks", "los próximos tres días": from today on.
std::optional<Found<TimeRange>> read_next_few(const Words& words, const Context& context) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (!is_next(words, at) && !words.is_any(at, {"coming", "proximos", "proximas", "siguientes"}))
      continue;
    const auto duration = duration_at(words, at + 1);
    if (!duration || duration->of_clock()) continue;
    const Day from = today(context);
    return Found<TimeRange>{range_of({from, later_by(from, *duration)}, context),
                            {{at, duration->next}}};
  }
  return std::nullopt;
}

Found<TimeRange> read_range(const Words& words, const Context& context) {
  if (auto few = read_next_few(words, context)) return *std::move(few);
  const std::vector<Phrase> phrases = scan_times(words, today(context), context.asked);
  const auto found = read_time(words, context);
  if (found) {
    switch (found->value.kind) {
      case TimeReading::Kind::Window:
        return {whole_window(found->value, phrases, words, context), found->words};
      case TimeReading::Kind::Date:
        if (found->value.begin <= context.reference_time && asks_for_rest(words))
          return {rest_of_today(context), found->words};
        return {{found->value.begin, found->value.end}, found->words};
      case TimeReading::Kind::Instant:
        return {{found->value.begin, found->value.begin + around_an_instant}, found->words};
      case TimeReading::Kind::None:
        break;
    }
  }
  if (auto past = read_past(words, context)) return *std::move(past);
  if (auto unit = read_bare_unit(words, context)) return *std::move(unit);
  if (asks_for_rest(words)) return {rest_of_today(context), {}};
  return {range_of(one_day(today(context)), context), {}};
}

std::string read_filter(const Words& words) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words.is_any(at, {"emergency", "emergencies", "urgent", "emergencia", "emergencias",
                          "urgentes", "urgente", "urgencias", "urgencia"})) {
      parts.emplace_back("emergency");
      break;
    }
  }
  if (const auto person = read_person(words)) {
    const bool customer = person->side == Person::Side::Customer;
    parts.push_back((customer ? "customer:" : "technician:") + person->name);
  }
  return parts.empty() ? "all" : joined(parts, "+");
}

bool wants_text_message(const Words& words) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (!words.is_any(at, {"text", "sms", "texted", "texting", "mandame", "mandamelo", "mandamela",
                           "enviame", "enviamelo", "enviamela", "mensaje", "txt", "message", "send",
                           "manda", "envia", "texto"}))
      continue;
    // "Don't text it, just read it".
    const bool refused = at > 0 && (words.is_any(at - 1, {"don't", "dont", "not", "no", "never"}) ||
                                    (at > 1 && words.is_any(at - 2, {"don't", "dont", "no"})));
    if (!refused) return true;
  }
  return false;
}

}  // namespace

bool asks_about_schedule(const Words& words, const Context& context) {
  const bool ends = words.is_any(0, {"bye", "goodbye", "adios", "thanks", "gracias"}) ||
                    words.phrase_at(0, "thank you") != 0;
  if (ends) return false;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (names_visits(words, at) ||
        words.is_any(at, {"emergencies", "urgent", "emergencias", "summary", "rundown", "resumen"}))
      return true;
  }
  return !scan_times(words, today(context), Question::None).empty() || read_person(words);
}

ScheduleQuery read_schedule_query(const Words& words, const Context& context) {
  const Found<TimeRange> range = read_range(words, context);
  Words rest = words;
  rest.take(range.words);
  return {.range = range.value,
          .filter = read_filter(rest),
          .action = wants_text_message(rest) ? "sms_summary" : "read"};
}

}  // namespace callwright::language
