#include "tools/eval/score_own_sets.h"

#include "support/language_sets.h"

namespace callwright::eval {
namespace {

// Rows that are held out are counted and not shown, so that no rule is written with them in view.
void add(Report& report, const std::string& group, const tests::SetRow& row,
         const std::string& read) {
  const bool shown = !group.ends_with("held_out");
  report.add(group, read == row.expected, shown ? row.said : "(held out)",
             shown ? row.expected : "", shown ? read : "");
}

}  // namespace

void score_own_sets(Report& report) {
  report.set_bar("times own held_out", 92);
  report.set_bar("owner queries own held_out", 88);
  for (const std::string part : {"seen", "held_out"}) {
    for (const tests::SetRow& row : tests::set_rows("times." + part + ".tsv")) {
      const std::string read = tests::time_as_read(row.said);
      add(report, "times own " + part, row, read);
    }
    for (const tests::SetRow& row : tests::set_rows("owner_queries." + part + ".tsv")) {
      const std::string read = tests::owner_query_as_read(row.said);
      add(report, "owner queries own " + part, row, read);
    }
  }
}

}  // namespace callwright::eval
