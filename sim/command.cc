#include "sim/command.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <memory>

#include "platform/log/log.h"
#include "server/commands/commands.h"
#include "sim/draw.h"
#include "sim/universe.h"

namespace callwright::sim {
namespace {

struct Options {
  std::uint64_t seed = 1;
  std::uint64_t calls = 1'000;
};

int run(const Options& options) {
  log::configure({.level = log::Level::Error, .clock = nullptr, .sink = {}});
  std::uint64_t done = 0;
  for (std::uint64_t index = 0; done < options.calls; ++index) {
    const Outcome outcome = run_universe(derived_seed(options.seed, index));
    done += outcome.calls;
    for (const Violation& violation : outcome.violations) {
      std::printf("universe %llu: invariant %d: %s\n", static_cast<unsigned long long>(index),
                  violation.invariant, violation.what.c_str());
    }
    if (!outcome.violations.empty()) return server::exit_failed;
  }
  std::printf("%llu calls, no violation\n", static_cast<unsigned long long>(done));
  return server::exit_ok;
}

}  // namespace

void add_verb(CLI::App& app, int& code) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "sim", "Simulate whole days of calls on the real parts, from a seed, and check them");
  command->add_option("--seed", options->seed, "Where everything is drawn from")
      ->capture_default_str();
  command->add_option("--calls", options->calls, "How many calls at least")->capture_default_str();
  command->callback([options, &code] { code = run(*options); });
}

}  // namespace callwright::sim
