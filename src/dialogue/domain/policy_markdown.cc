#include "base/text.h"
#include "dialogue/domain/action_rules.h"
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

std::string signals_of(const SignalSet& signals) {
  std::vector<std::string> names;
  for (int i = 0; i < signal_count; ++i) {
    const auto signal = static_cast<Signal>(i);
    if (signals.contains(signal)) names.emplace_back(to_string(signal));
  }
  return joined(names, ", ");
}

// Every action that changes or looks up something, with what must be so before it.
std::string actions_table() {
  std::string table =
      "| action | needs | confirmed by a yes to | answered by |\n"
      "|---|---|---|---|\n";
  for (const ActionRule& rule : action_rules()) {
    std::vector<std::string> needs;
    for (const auto& need : rule.needs) {
      if (need) needs.emplace_back(to_string(*need));
    }
    const bool confirmed = rule.confirmation != Prompt::None;
    table += "| " + std::string(to_string(rule.action)) + " | " + joined(needs, ", ") + " | " +
             std::string(confirmed ? to_string(rule.confirmation) : "") + " | " +
             signals_of(rule.answers) + " |\n";
  }
  return table;
}

constexpr std::string_view proof_section =
    "\n## What is proven of it\n\n"
    "`callwright policy check` walks every state a conversation can be in, by these rows and "
    "guards themselves,\n"
    "and `./dev test` does the same: nothing is booked, moved or cancelled without what the action "
    "needs and an\n"
    "explicit yes to a read-back of exactly what is committed; an emergency in doubt ends by an "
    "alert or the\n"
    "caller's own no; whoever wants a person, presses keys only, is not understood or says nothing "
    "is led on; every\n"
    "question and every conversation has an end; a call back is promised only where there is a "
    "number to call.\n"
    "A tenant document that would break a promise is refused with the way a caller would get "
    "there.\n\n"
    "Of the memory, the walk keeps the stage, the goal, the phone number, what is in doubt and how "
    "clearly it is\n"
    "asked for, the misses in a row, and at a read-back every value. Everything else (which other "
    "values are known,\n"
    "the other counters, the clock, the business's settings, what a search finds) may be anything "
    "at every step: more\n"
    "is walked than can happen, never less. Words are walked as readings; that sentences are read "
    "rightly is for the\n"
    "tests of `language`.\n";

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
    page += "| " + std::string(row.name) + " | " + stages_of(row) + " | " + signals_of(row.on) +
            " | " + std::string(row.when->name) + " | " + std::string(to_string(row.act)) + " | " +
            speech_of(row) + " | " + std::string(row.to ? to_string(*row.to) : "") + " | " +
            memory_of(row) + " |\n";
  }
  page += "\n## Actions\n\n" + actions_table();
  page += proof_section;
  return page;
}

}  // namespace callwright::dialogue
