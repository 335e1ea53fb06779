#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "language/owner_queries.h"
#include "language/times/times.h"
#include "language/understanding.h"

// The project's own sentences with what they mean: tests/language/*.tsv. The sets are scored by
// `./dev eval` and held by a unit test.
namespace callwright::tests {

struct SetRow {
  std::string said;
  std::string expected;  // The rest of the line.
};

inline std::vector<SetRow> set_rows(std::string_view name) {
  const auto file = std::filesystem::path(CALLWRIGHT_SOURCE_DIR) / "tests/language" / name;
  std::ifstream lines(file);
  std::vector<SetRow> rows;
  for (std::string line; std::getline(lines, line);) {
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string::npos) continue;
    rows.push_back({.said = line.substr(0, tab), .expected = line.substr(tab + 1)});
  }
  return rows;
}

// When the rows of the sets are said.
inline language::Context set_context(language::Question asked = language::Question::None) {
  return {.reference_time = parse_iso8601("2026-03-10T10:00:00-05:00").value(),
          .zone = Zone::find("America/Chicago").value(),
          .asked = asked};
}

inline std::string shown(Instant instant, const Zone& zone) {
  const LocalTime local = zone.to_local(instant);
  return iso_date(local.date).substr(5) + " " + to_string_time_of_day(local.time_of_day);
}

inline std::string shown(const TimeRange& range, const Zone& zone) {
  return shown(range.begin, zone) + " to " + shown(range.end, zone);
}

inline std::string shown(const language::TimeReading& reading, const Zone& zone) {
  using Kind = language::TimeReading::Kind;
  std::vector<std::string> parts;
  if (reading.kind == Kind::Instant) parts.push_back(shown(reading.begin, zone));
  if (reading.kind == Kind::Window) parts.push_back(shown({reading.begin, reading.end}, zone));
  if (reading.kind == Kind::Date) parts.push_back(shown(reading.begin, zone).substr(0, 5));
  for (const TimeRange& range : reading.exclude) parts.push_back("not " + shown(range, zone));
  if (reading.asap) parts.emplace_back("asap");
  return joined(parts, " ");
}

inline std::string time_as_read(const std::string& said) {
  const language::Context context = set_context();
  const auto found = language::read_time(language::Words(said), context);
  return found ? shown(found->value, context.zone) : "-";
}

inline std::string owner_query_as_read(const std::string& said) {
  const language::Context context = set_context(language::Question::OwnerQuery);
  const auto query = language::understand(said, context).schedule_query;
  if (!query) return "-";
  return shown(query->range, context.zone) + "\t" + query->filter + "\t" + query->action;
}

// The prompt follows what is expected, where it matters.
inline bool intent_is_right(const SetRow& row) {
  const auto fields = split(row.expected, '\t');
  const std::string prompt(fields.size() > 1 ? fields[1] : "");
  const auto read = language::understand(row.said, {.previous_prompt = prompt}).intent.label;
  return to_string(read) == fields[0];
}

inline std::string emergency_as_read(const std::string& said) {
  return std::string(to_string(language::understand(said, {}).emergency.level));
}

inline std::string opt_out_as_read(const std::string& said) {
  const auto read = language::understand(said, {.channel = language::Channel::Sms}).opt_out;
  return std::string(to_string(read));
}

}  // namespace callwright::tests
