#include "tools/eval/score_times.h"

#include <algorithm>
#include <chrono>
#include <map>

#include "language/times/times.h"
#include "tools/eval/json_lines.h"

namespace callwright::eval {
namespace {

using namespace callwright::language;

using simdjson::dom::element;

std::string local_text(const LocalTime& local) {
  return iso_date(local.date) + " " + to_string_time_of_day(local.time_of_day);
}

// The local time an accepted value names; where it names only a date or only a time, the other is
// taken from what was read.
bool matches(const LocalTime& local, const std::string& date, const std::string& time) {
  if (!date.empty() && iso_date(local.date) != date) return false;
  return time.empty() || to_string_time_of_day(local.time_of_day) == time;
}

LocalTime minus_a_day(const LocalTime& local) {
  return {.date = std::chrono::sys_days(local.date) - std::chrono::days(1),
          .time_of_day = local.time_of_day};
}

bool accepts(const element& accept, const TimeReading& reading, Instant now,
             const std::string& score) {
  const LocalTime begin = zone().to_local(reading.begin);
  const LocalTime end = zone().to_local(reading.end);
  if (const std::string bound = text_of(accept, "not_before"); !bound.empty())
    return begin == parse_local(bound);
  if (const std::string bound = text_of(accept, "not_after"); !bound.empty())
    return end == parse_local(bound);
  const std::string date = text_of(accept, "date");
  const std::string time = text_of(accept, "time");
  const std::string date_end = text_of(accept, "date_end");
  const std::string date_after = text_of(accept, "date_end_exclusive");
  const std::string time_end = text_of(accept, "time_end");
  if (score == "overlap") {
    const std::string day = date.empty() ? iso_date(begin.date) : date;
    const LocalTime from{.date = *parse_iso_date(day),
                         .time_of_day = parse_time_of_day(time).value_or(Minutes(0))};
    const LocalTime to{.date = *parse_iso_date(date_end.empty() ? day : date_end),
                       .time_of_day = parse_time_of_day(time_end).value_or(Minutes(0))};
    return begin < to &&
           from < std::max(end, LocalTime{begin.date, begin.time_of_day + Minutes(1)});
  }
  const bool until = reading.kind == TimeReading::Kind::Window && reading.begin == now &&
                     date_end.empty() && date_after.empty() && time_end.empty();
  // "Before eleven" and "until Monday" name their end.
  if (until && (matches(end, date, time) || (time.empty() && matches(minus_a_day(end), date, ""))))
    return true;
  if (!matches(begin, date, time)) return false;
  if (!date_after.empty())
    return matches(end, date_after, time_end) ||
           (time_end.empty() && matches(minus_a_day(end), date_after, ""));
  if (!date_end.empty() && time_end.empty()) return matches(minus_a_day(end), date_end, "");
  if (!time_end.empty()) return matches(end, date_end, time_end);
  return true;
}

// Which rows of the two grammars' own corpora are core; their ids name the others of the union.
std::map<std::string, std::string> fits() {
  std::map<std::string, std::string> fits;
  for (const char* file : {"datetime/duckling_en.jsonl", "datetime/recognizers_en.jsonl"}) {
    for_each_row(shared_data() / file,
                 [&](element row) { fits[text_of(row, "id")] = text_of(row, "fit"); });
  }
  return fits;
}

void score_appointment_core(Report& report) {
  const auto fit_of = fits();
  for_each_row(shared_data() / "datetime/appointment_core.jsonl", [&](element row) {
    const std::string id = text_of(row, "id");
    const std::string text = text_of(row, "text");
    const std::string score = text_of(row, "score");
    bool past = false;
    for (const element tag : row["tags"].get_array())
      past = past || std::string_view(tag) == "past";
    const Instant now = zone().resolve(parse_local(text_of(row, "reference_time"))).instant;
    const Words words(text);
    const auto found = read_time(words, {.reference_time = now, .zone = zone()});
    bool right = past ? !found : false;
    if (!past && found) {
      for (const element accept : row["accept"].get_array())
        right = right || accepts(accept, found->value, now, score);
    }
    std::string corpus = id.substr(0, id.find('-'));
    if (corpus == "mrt") corpus = "recognizers";
    if (const auto fit = fit_of.find(id); fit != fit_of.end()) corpus += " " + fit->second;
    const std::string group = "times " + std::string(past ? "over, must be none" : corpus);
    const std::string expected = past ? "nothing" : simdjson::minify(row["accept"]);
    const std::string said = text_of(row, "reference_time").substr(0, 16) + " " + text;
    if (!past && corpus.ends_with(" core"))
      report.add("times duckling+recognizers core", right, said, expected, shown(found));
    report.add(group, right, said, expected, shown(found));
  });
}

void score_negatives(Report& report) {
  for (const char* file :
       {"datetime/duckling_en_negative.jsonl", "datetime/recognizers_en_negative.jsonl"}) {
    for_each_row(shared_data() / file, [&](element row) {
      const std::string text = text_of(row, "text");
      const Words words(text);
      const auto found = read_time(
          words,
          {.reference_time = zone().resolve(parse_local(text_of(row, "reference_time"))).instant,
           .zone = zone()});
      report.add("times negative", !found, text, "nothing", shown(found));
    });
  }
}

void score_phrases(Report& report) {
  for_each_row(shared_data() / "datetime/sgd_phrases.jsonl", [&](element row) {
    const std::string text = text_of(row, "text");
    const Words words(text);
    const auto found = read_time(
        words,
        {.reference_time = zone().resolve(parse_local(text_of(row, "reference_time"))).instant,
         .zone = zone(),
         .asked = Question::Time});
    const bool date = text_of(row, "kind") == "date";
    bool right = false;
    for (const element expected : row["expected"].get_array()) {
      const std::string value(std::string_view{expected});
      right = right || (found && matches(zone().to_local(found->value.begin), date ? value : "",
                                         date ? "" : value));
    }
    report.add("times sgd phrases", right, text, simdjson::minify(row["expected"]), shown(found));
  });
}

}  // namespace

void score_times(Report& report) {
  report.set_bar("times sgddt", 97);
  report.set_bar("times duckling+recognizers core", 90);
  report.set_bar("times negative", 95);
  score_appointment_core(report);
  score_negatives(report);
  score_phrases(report);
}

Zone zone() {
  return Zone::find("America/Chicago").value();
}

LocalTime parse_local(const std::string& text) {
  return {.date = parse_iso_date(text.substr(0, 10)).value_or(std::chrono::year_month_day()),
          .time_of_day = parse_time_of_day(text.substr(11, 5)).value_or(Minutes(0))};
}

std::string shown(const std::optional<Found<TimeReading>>& found) {
  if (!found) return "-";
  static constexpr const char* kinds[] = {"none", "instant", "window", "date"};
  const TimeReading& reading = found->value;
  std::string text = std::string(kinds[static_cast<int>(reading.kind)]) + " " +
                     local_text(zone().to_local(reading.begin)) + " .. " +
                     local_text(zone().to_local(reading.end));
  for (const TimeRange& range : reading.exclude)
    text += " not " + local_text(zone().to_local(range.begin)) + " .. " +
            local_text(zone().to_local(range.end));
  return text + (reading.asap ? " asap" : "");
}

}  // namespace callwright::eval
