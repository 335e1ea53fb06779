#include "language/owner_queries.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "language/phrases.h"
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

// "Yesterday", "last week": read_time() leaves out what is over, since nobody books it.
std::optional<Found<TimeRange>> read_past_days(const Words& words, const Context& context) {
  for (const Phrase& phrase : scan_times(words, today(context), Question::Time)) {
    const auto* days = phrase.as<DaysReading>();
    if (days != nullptr) return Found<TimeRange>{range_of(days->days, context), {phrase.words}};
  }
  return std::nullopt;
}

// "The rest of the day", "what's next", "what do I have left".
bool asks_for_rest(const Words& words) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words.is_any(at, {"next", "left", "remaining", "rest", "siguiente", "proximo", "proxima",
                          "falta", "resto"})) {
      return true;
    }
  }
  return false;
}

TimeRange rest_of_today(const Context& context) {
  return {.begin = context.reference_time, .end = range_of(one_day(today(context)), context).end};
}

// "This week" begins today, not now, unless only the rest is wanted.
TimeRange whole_days(const TimeReading& window, const Words& words, const Context& context) {
  const TimeRange range{window.begin, window.end};
  const bool is_cut =
      range.begin == context.reference_time && range.length() > std::chrono::days(1);
  if (!is_cut || asks_for_rest(words)) return range;
  return {range_of(one_day(today(context)), context).begin, range.end};
}

Found<TimeRange> read_range(const Words& words, const Context& context) {
  const auto found = read_time(words, context);
  if (found) {
    switch (found->value.kind) {
      case TimeReading::Kind::Window:
        return {whole_days(found->value, words, context), found->words};
      case TimeReading::Kind::Date:
        return {{found->value.begin, found->value.end}, found->words};
      case TimeReading::Kind::Instant:
        return {{found->value.begin, found->value.begin + around_an_instant}, found->words};
      case TimeReading::Kind::None:
        break;
    }
  }
  if (auto past = read_past_days(words, context)) return *std::move(past);
  if (asks_for_rest(words)) return {rest_of_today(context), {}};
  return {range_of(one_day(today(context)), context), {}};
}

constexpr WordClass classes[] = {
    {"visits",
     "schedule|schedule's|calendar|jobs|job|route|appointments|appointment|visits|visit|day|"
     "calls|agenda|stops|citas|trabajos|bookings"},
};

enum class Side : std::uint8_t { Customer, Technician };

// Phrases that a name follows.
struct NameCue {
  Side side;
  std::string_view phrase;
};

constexpr NameCue name_cues[] = {
    {Side::Technician, "technician|tech|tecnico"},
    {Side::Technician, "assigned to"},
    {Side::Technician, "what|where|when|que does|is|tiene"},
    {Side::Technician, "what's|where's|whats|wheres"},
    {Side::Technician, "<visits> .. does|for tech|technician?"},
    {Side::Customer, "customer|client|cliente"},
    {Side::Customer,
     "meet|meeting|appointment|appointments|visit|visits|job|jobs|cita|anything .. with|at|con"},
    {Side::Customer, "job|jobs|visit|visits|appointment|appointments|work for"},
    {Side::Customer, "when do i see"},
    {Side::Technician, "schedule|calendar|route|day|agenda for|de"},
};

bool is_part_of_name(const Words& words, std::size_t at) {
  if (!words[at].is_letters()) return false;
  return !words.is_any(
      at,
      {"i",           "me",        "my",     "we",     "us",           "our",         "the",
       "a",           "an",        "any",    "all",    "just",         "only",        "have",
       "on",          "in",        "at",     "for",    "to",           "of",          "is",
       "are",         "do",        "does",   "today",  "and",          "or",          "it",
       "that",        "this",      "next",   "there",  "up",           "going",       "coming",
       "schedule",    "calendar",  "jobs",   "job",    "first",        "last",        "happening",
       "emergencies", "emergency", "urgent", "please", "text",         "send",        "read",
       "tell",        "summary",   "visits", "visit",  "appointments", "appointment", "el",
       "la",          "los",       "las",    "mi",     "de",           "para",        "hoy",
       "left",        "open",      "booked", "free",   "scheduled",    "planned",     "doing",
       "with",        "day",       "week",   "route",  "customer",     "customers",   "technician",
       "from",        "by",        "what",   "when",   "who",          "how",         "look",
       "like",        "looking",   "about"});
}

std::string as_name(std::string_view original) {
  std::string name(trimmed(original));
  if (name.ends_with("'s")) name.resize(name.size() - 2);
  bool begins = true;
  for (char& c : name) {
    if (begins && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    begins = c == ' ' || c == '-';
  }
  return name;
}

std::optional<std::string> name_at(const Words& words, std::size_t at) {
  constexpr std::size_t words_max = 3;
  if (words.is_any(at, {"the", "el", "la", "mr", "mrs", "ms", "dr"})) ++at;
  std::size_t end = at;
  while (end < at + words_max && is_part_of_name(words, end) &&
         (end == at || words[end].mark == ' ')) {
    ++end;
    if (words[end - 1].text.ends_with("'s")) break;
  }
  if (end == at) return std::nullopt;
  return as_name(words.original({at, end}));
}

// "Mike's schedule": whose.
std::optional<std::string> owner_of_visits(const Words& words) {
  for (std::size_t at = 0; at + 1 < words.size(); ++at) {
    const std::string& text = words[at].text;
    const bool owns =
        text.ends_with("'s") &&
        words.is_any(at + 1, {"schedule", "calendar", "jobs", "route", "day", "appointments",
                              "visits", "agenda", "calls", "job", "stops"});
    const bool is_thing =
        words.is_any(at, {"today's", "tomorrow's", "what's", "it's", "that's", "there's", "week's",
                          "who's", "where's", "how's", "let's"});
    if (owns && !is_thing) return as_name(words.original({at, at + 1}));
  }
  return std::nullopt;
}

std::string read_filter(const Words& words) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words.is_any(
            at, {"emergency", "emergencies", "urgent", "emergencia", "emergencias", "urgentes"})) {
      parts.emplace_back("emergency");
      break;
    }
  }
  if (const auto technician = owner_of_visits(words)) {
    parts.push_back("technician:" + *technician);
    return joined(parts, "+");
  }
  static const PhraseSet set = [] {
    std::vector<std::string_view> phrases;
    for (const NameCue& cue : name_cues) phrases.push_back(cue.phrase);
    return PhraseSet(phrases, classes);
  }();
  for (const PhraseMatch& match : set.find(words)) {
    const auto name = name_at(words, match.words.end);
    if (!name) continue;
    const bool is_customer = name_cues[match.phrase].side == Side::Customer;
    parts.push_back((is_customer ? "customer:" : "technician:") + *name);
    break;
  }
  return parts.empty() ? "all" : joined(parts, "+");
}

bool wants_text_message(const Words& words) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words.is_any(at, {"text", "sms", "texted", "mandame", "mandamelo", "enviame", "enviamelo",
                          "mensaje", "txt", "message", "send"})) {
      return true;
    }
  }
  return false;
}

}  // namespace

ScheduleQuery read_schedule_query(const Words& words, const Context& context) {
  const Found<TimeRange> range = read_range(words, context);
  Words rest = words;
  rest.take(range.words);
  return {.range = range.value,
          .filter = read_filter(rest),
          .action = wants_text_message(rest) ? "sms_summary" : "read"};
}

}  // namespace callwright::language
