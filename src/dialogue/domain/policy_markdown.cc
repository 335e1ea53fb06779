#include "base/text.h"
#include "dialogue/domain/policy.h"

namespace callwright::dialogue {
namespace {

constexpr int stage_count = static_cast<int>(Stage::Done) + 1;

std::string stages_of(const Row& row) {
  if (row.from.is_any()) return "any";
  std::vector<std::string> names;
  for (int i = 0; i < stage_count; ++i) {
    const auto stage = static_cast<Stage>(i);
    if (row.from.contains(stage)) names.emplace_back(to_string(stage));
  }
  return joined(names, ", ");
}

std::string signals_of(const Row& row) {
  std::vector<std::string> names;
  for (int i = 0; i < signal_count; ++i) {
    const auto signal = static_cast<Signal>(i);
    if (row.on.contains(signal)) names.emplace_back(to_string(signal));
  }
  return joined(names, ", ");
}

std::string speech_of(const Row& row) {
  std::vector<std::string> names;
  for (const Prompt prompt : row.say) {
    if (prompt != Prompt::None) names.emplace_back(to_string(prompt));
  }
  return joined(names, ", ");
}

std::string memory_of(const Row& row) {
  std::vector<std::string> changes;
  if (row.goal) changes.push_back("goal " + std::string(to_string(*row.goal)));
  if (row.outcome) changes.push_back("outcome " + std::string(to_string(*row.outcome)));
  if (row.effect != Effect::None) changes.emplace_back(to_string(row.effect));
  return joined(changes, ", ");
}

}  // namespace

std::string policy_markdown() {
  std::string page =
      "# The receptionist's policy\n\n"
      "Printed from the table in `src/dialogue/domain/policy_rows.cc`; do not edit. The table is "
      "read "
      "from the\n"
      "top, and the first row that fits decides. An action that is not listen, transfer, record, "
      "end or\n"
      "ignore is carried out at once, and its answer is looked up again. Where no row fits, the "
      "question is\n"
      "asked again a bounded number of times, and then a person takes over.\n\n"
      "| row | at | when | if | do | say | then | remembers |\n"
      "|---|---|---|---|---|---|---|---|\n";
  for (const Row& row : policy()) {
    page += "| " + std::string(row.name) + " | " + stages_of(row) + " | " + signals_of(row) +
            " | " + std::string(row.when->name) + " | " + std::string(to_string(row.act)) + " | " +
            speech_of(row) + " | " + std::string(row.to ? to_string(*row.to) : "") + " | " +
            memory_of(row) + " |\n";
  }
  return page;
}

}  // namespace callwright::dialogue
