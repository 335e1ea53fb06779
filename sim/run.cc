#include "sim/run.h"

#include <chrono>
#include <map>
#include <mutex>
#include <thread>

#include "platform/log/log.h"
#include "server/commands/commands.h"
#include "server/commands/console.h"
#include "sim/report.h"
#include "sim/shrink.h"

namespace callwright::sim {
namespace {

using SteadyClock = std::chrono::steady_clock;

// Hands out universes and takes their results, which count in the order of their numbers.
class Account {
 public:
  Account(const RunSettings& settings, const std::function<void(std::uint64_t)>& watch)
      : settings_(settings), watch_(watch) {}

  std::optional<UniverseSpec> take() {
    const std::lock_guard lock(mutex_);
    if (ended_ || time_is_over()) return std::nullopt;
    if (settings_.universe && next_ > 0) return std::nullopt;
    return UniverseSpec{.seed = settings_.seed,
                        .index = settings_.universe.value_or(0) + next_++,
                        .faults = settings_.faults,
                        .only_callers = settings_.only_callers,
                        .bug = settings_.bug};
  }

  void give_back(const UniverseSpec& spec, UniverseResult universe) {
    const std::lock_guard lock(mutex_);
    waiting_.emplace(spec.index, std::pair(spec, std::move(universe)));
    const std::uint64_t first = settings_.universe.value_or(0);
    while (!ended_) {
      const auto entry = waiting_.find(first + result_.universes);
      if (entry == waiting_.end()) break;
      count(entry->second.first, std::move(entry->second.second));
      waiting_.erase(entry);
    }
    watch_(result_.tally.calls);
  }

  RunResult result() {
    result_.seconds = std::chrono::duration<double>(SteadyClock::now() - begun_).count();
    return std::move(result_);
  }

 private:
  void count(const UniverseSpec& spec, UniverseResult universe) {
    ++result_.universes;
    result_.tally.add(universe.tally);
    result_.trace.add(universe.trace);
    if (!universe.violations.empty()) {
      result_.failed = spec;
      result_.violations = std::move(universe.violations);
      ended_ = true;
    }
    if (settings_.minutes == 0 && result_.tally.calls >= settings_.calls) ended_ = true;
  }

  bool time_is_over() const {
    return settings_.minutes > 0 &&
           SteadyClock::now() - begun_ >= std::chrono::duration<double>(settings_.minutes * 60);
  }

  const RunSettings& settings_;
  const std::function<void(std::uint64_t)>& watch_;
  const SteadyClock::time_point begun_ = SteadyClock::now();
  std::mutex mutex_;
  std::uint64_t next_ = 0;
  bool ended_ = false;
  std::map<std::uint64_t, std::pair<UniverseSpec, UniverseResult>> waiting_;
  RunResult result_;
};

}  // namespace

RunResult play_all(const RunSettings& settings, const std::function<void(std::uint64_t)>& watch) {
  Account account(settings, watch);
  const auto work = [&account] {
    while (const auto spec = account.take()) account.give_back(*spec, play(*spec));
  };
  {
    std::vector<std::jthread> others;
    for (int job = 1; job < settings.jobs; ++job) others.emplace_back(work);
    work();
  }
  return account.result();
}

int run_simulator(const RunSettings& settings) {
  log::configure({.level = log::Level::Error, .clock = nullptr, .sink = [](std::string_view) {}});
  Progress progress(settings);
  const RunResult result = play_all(settings, [&](std::uint64_t calls) { progress.show(calls); });
  progress.clear();
  server::print_line(settings.json ? as_json(settings, result).dump() : as_page(settings, result));
  if (!result.failed) return server::exit_ok;
  const Shrunk shrunk = shrink(*result.failed, result.violations.front().violation.invariant, play);
  server::print_line(as_page(shrunk));
  return server::exit_failed;
}

}  // namespace callwright::sim
