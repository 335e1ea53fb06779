#include "tools/eval/score_opt_out.h"

#include <string>

#include "language/understanding.h"
#include "support/language_sets.h"
#include "tools/eval/json_lines.h"

namespace callwright::eval {
namespace {

using namespace callwright::language;

void score(Report& report, const std::string& set, const std::string& text,
           const std::string& expected) {
  const std::string read(to_string(understand(text, {.channel = Channel::Sms}).opt_out));
  if (expected != "stop" && expected != "start" && expected != "help" && expected != "none") {
    return;  // Where the authors leave it open there is nothing to be right about.
  }
  const std::string name = expected == "stop"   ? "opt-outs heard"
                           : expected == "none" ? "opt-out false alarms avoided"
                                                : "START and HELP heard";
  report.add(name + set, read == expected, text, expected, read);
}

}  // namespace

void score_opt_out(Report& report) {
  for (const std::string set : {"", ", own"}) {
    report.set_bar("opt-outs heard" + set, 100);
    report.set_bar("opt-out false alarms avoided" + set, 98);
  }
  for_each_row(shared_data() / "sms" / "optout.jsonl", [&](simdjson::dom::element row) {
    const std::string label = text_of(row, "label");
    score(report, "", text_of(row, "text"),
          label == "opt_out"       ? "stop"
          : label == "not_opt_out" ? "none"
          : label == "opt_in"      ? "start"
                                   : label);
  });
  for (const tests::SetRow& row : tests::set_rows("opt_out.tsv")) {
    score(report, ", own", row.said, row.expected);
  }
}

}  // namespace callwright::eval
