#include "sim/command.h"

#include <CLI/CLI.hpp>

#include <memory>

#include "server/commands/console.h"
#include "sim/run.h"

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
};

int run(const Words& words) {
  const auto faults = parse_faults(words.faults);
  if (!faults) return server::report(faults.error());
  RunSettings settings{.seed = words.seed,
                       .calls = words.calls,
                       .minutes = words.minutes,
                       .faults = *faults,
                       .jobs = words.jobs,
                       .json = words.json,
                       .universe = words.universe};
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
      ->check(CLI::NonNegativeNumber);
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
  command->callback([words, &code] { code = run(*words); });
}

}  // namespace callwright::sim
