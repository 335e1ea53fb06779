#include "sim/command.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>

#include "platform/log/log.h"
#include "server/commands/commands.h"
#include "server/commands/console.h"
#include "sim/run.h"
#include "sim/sabotage/hunt.h"

namespace callwright::sim {
namespace {

struct Words {
  std::uint64_t seed = 1;
  std::uint64_t calls = 10'000;
  double minutes = 0;
  std::string faults = "all";
  int jobs = 1;
  bool json = false;
  std::optional<std::uint64_t> universe;
  std::vector<std::uint64_t> only_callers;
  std::string sabotage;
  int rounds = 3;
};

// Plants one bug or all of them, and tells what the checkers made of it.
int run_hunt(const Words& words, const FaultSet& faults) {
  log::configure({.level = log::Level::Error, .clock = nullptr, .sink = [](std::string_view) {}});
  std::vector<const Bug*> planted;
  for (const Bug& bug : bugs()) {
    if (words.sabotage == "all" || words.sabotage == bug.name) planted.push_back(&bug);
  }
  if (planted.empty()) {
    const bool wants_list = words.sabotage == "list";
    for (const Bug& bug : bugs()) {
      server::print_line(std::string(bug.name) + ": " + std::string(bug.what));
    }
    if (wants_list) return server::exit_ok;
    return server::report({.code = ErrorCode::Invalid,
                           .message = "there is no bug \"" + words.sabotage + "\" to plant"});
  }
  const HuntSettings settings{.seed = words.seed,
                              .faults = faults,
                              .rounds = words.rounds,
                              .calls_max = words.calls,
                              .jobs = words.jobs};
  const std::vector<Hunted> hunted = hunt(settings, planted);
  server::print_line(words.json ? hunt_json(settings, hunted).dump() : hunt_page(settings, hunted));
  return std::ranges::all_of(hunted, &Hunted::is_found) ? server::exit_ok : server::exit_failed;
}

int run(const Words& words) {
  const auto faults = parse_faults(words.faults);
  if (!faults) return server::report(faults.error());
  if (!words.sabotage.empty() && !words.universe) return run_hunt(words, *faults);
  RunSettings settings{.seed = words.seed,
                       .calls = words.calls,
                       .minutes = words.minutes,
                       .faults = *faults,
                       .jobs = words.jobs,
                       .json = words.json,
                       .universe = words.universe,
                       .bug = find_bug(words.sabotage)};
  if (!words.only_callers.empty()) {
    settings.only_callers.emplace(words.only_callers.begin(), words.only_callers.end());
  }
  return run_simulator(settings);
}

}  // namespace

void add_verb(CLI::App& app, int& code) {
  auto words = std::make_shared<Words>();
  CLI::App* command = app.add_subcommand(
      "sim", "Simulate whole days of calls on the real parts, from a seed, and check them");
  command->add_option("--seed", words->seed, "Where everything is drawn from")
      ->capture_default_str();
  command->add_option("--calls", words->calls, "How many calls at least")->capture_default_str();
  command->add_option("--minutes", words->minutes, "Stop after so many minutes; 0: after the calls")
      ->check(CLI::Range(0.0, 100'000.0));
  command
      ->add_option("--faults", words->faults,
                   "all, none, or names with commas; a wrong name lists the known ones")
      ->capture_default_str();
  command->add_option("--jobs", words->jobs, "Universes at the same time, a thread each")
      ->check(CLI::Range(1, 256))
      ->capture_default_str();
  command->add_flag("--json", words->json, "As JSON");
  command->add_option("--universe", words->universe, "Only this universe of the seed");
  command->add_option("--only-callers", words->only_callers, "Only these callers of the universe")
      ->delimiter(',')
      ->needs("--universe");
  command->add_option(
      "--sabotage", words->sabotage,
      "Plant a bug, or all of them, and tell how soon it is found; list: their names");
  command->add_option("--rounds", words->rounds, "How often each planted bug is looked for")
      ->check(CLI::Range(1, 1'000))
      ->capture_default_str();
  command->callback([words, &code] { code = run(*words); });
}

}  // namespace callwright::sim
