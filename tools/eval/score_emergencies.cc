#include "tools/eval/score_emergencies.h"

#include <string>

#include "language/understanding.h"
#include "support/language_sets.h"
#include "tools/eval/halves.h"
#include "tools/eval/json_lines.h"

namespace callwright::eval {
namespace {

using namespace callwright::language;
using simdjson::dom::element;

// "policy" is urgent for some businesses and not for others: it must not pass unasked.
bool is_right(std::string_view label, EmergencyLevel level) {
  if (label == "not_emergency") return level != EmergencyLevel::Emergency;
  return level != EmergencyLevel::NotEmergency;
}

void score(Report& report, const std::string& set, const std::string& text,
           const std::string& label, bool shown, const std::string& id) {
  const EmergencyReading read = understand(text, {}).emergency;
  const std::string name = label == "emergency"       ? "emergencies not missed"
                           : label == "not_emergency" ? "routine without alarm"
                                                      : "ambiguous asked about";
  std::string reading(to_string(read.level));
  for (const std::string& reason : read.reasons) reading += " [" + reason + "]";
  report.add(name + set, is_right(label, read.level), shown ? text : id + " (held out)", label,
             shown ? reading : "");
}

}  // namespace

void score_emergencies(Report& report) {
  for (const std::string set : {"", ", own held_out"}) {
    report.set_bar("emergencies not missed" + set, 98);
    report.set_bar("routine without alarm" + set, 95);
    report.set_bar("ambiguous asked about" + set, 80);
  }
  const auto folder = shared_data() / "emergency";
  for_each_row(folder / "trades_emergency.jsonl", [&](element row) {
    const std::string id = text_of(row, "id");
    score(report, "", text_of(row, "text"), text_of(row, "label"), !is_held_out(id), id);
  });
  for_each_row(folder / "official_conditions.jsonl", [&](element row) {
    score(report, ", official conditions", text_of(row, "condition"), text_of(row, "label"), true,
          text_of(row, "id"));
  });
  for (const std::string part : {"seen", "held_out"}) {
    for (const tests::SetRow& row : tests::set_rows("emergencies." + part + ".tsv")) {
      score(report, ", own " + part, row.said, row.expected, part == "seen", "");
    }
  }
}

}  // namespace callwright::eval
