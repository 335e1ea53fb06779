// Measures what the language rules make of other people's sentences and of the project's own:
// intents, emergencies, consent words and redaction. Prints figures, their bars and the rows that
// went wrong.
//
//   callwright_eval_understanding [intents|emergencies|opt_out|redaction] [worst rows of each
//   group]

#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>

#include "tools/eval/json_lines.h"
#include "tools/eval/report.h"
#include "tools/eval/score_emergencies.h"
#include "tools/eval/score_intents.h"
#include "tools/eval/score_opt_out.h"
#include "tools/eval/score_redaction.h"

int main(int argc, char** argv) {
  using namespace callwright::eval;
  const std::string_view part = argc > 1 ? argv[1] : "";
  const std::size_t worst = argc > 2 ? std::stoul(argv[2]) : 3;
  const auto wants = [&](std::string_view name) { return part.empty() || part == name; };
  if (!std::filesystem::exists(shared_data())) {
    std::printf("No evaluation data at %s: only the project's own sentences are scored.\n",
                shared_data().c_str());
  }
  Report report(worst);
  if (wants("intents")) score_intents(report);
  if (wants("emergencies")) score_emergencies(report);
  if (wants("opt_out")) score_opt_out(report);
  report.print();
  if (wants("redaction")) score_redaction(worst);
  return 0;
}
