#include "sim/sabotage/hunt.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <mutex>
#include <thread>

#include "sim/draw.h"

namespace callwright::sim {
namespace {

// The stream that rounds are drawn from, apart from those of plain runs.
constexpr std::uint64_t hunt_stream = 0x48554E54;

struct Round {
  std::uint64_t calls = 0;
  std::vector<FoundViolation> violations;
};

Round play_round(const HuntSettings& settings, const Bug& bug, int number) {
  const std::uint64_t seed =
      derived_seed(derived_seed(settings.seed, hunt_stream), static_cast<std::uint64_t>(number));
  Round round;
  for (std::uint64_t index = 0; round.violations.empty() && round.calls < settings.calls_max;
       ++index) {
    UniverseResult result =
        play({.seed = seed, .index = index, .faults = settings.faults, .bug = &bug});
    round.calls += std::max<std::uint64_t>(result.tally.calls, 1);
    round.violations = std::move(result.violations);
  }
  return round;
}

void count(Hunted& hunted, Round round) {
  ++hunted.rounds;
  hunted.calls += round.calls;
  hunted.calls_most = std::max(hunted.calls_most, round.calls);
  if (round.violations.empty()) return;
  ++hunted.found;
  const Violation& first = round.violations.front().violation;
  ++hunted.by_invariant[first.invariant];
  if (hunted.example.empty()) hunted.example = first.what;
}

std::string found_by(const Hunted& hunted) {
  std::string text;
  for (const auto& [invariant, times] : hunted.by_invariant) {
    text += (text.empty() ? "" : ", ") + std::to_string(invariant);
  }
  return text.empty() ? "nothing" : text;
}

std::string padded(std::string text, std::size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text;
}

std::string rounded(double value) {
  std::array<char, 32> digits{};
  std::snprintf(digits.data(), digits.size(), "%.0f", value);
  return digits.data();
}

}  // namespace

std::vector<Hunted> hunt(const HuntSettings& settings, std::span<const Bug* const> planted) {
  std::vector<Hunted> hunted(planted.size());
  for (std::size_t i = 0; i < planted.size(); ++i) hunted[i].bug = planted[i];
  std::mutex mutex;
  std::size_t next = 0;
  const auto work = [&] {
    while (true) {
      std::size_t turn = 0;
      {
        const std::lock_guard lock(mutex);
        turn = next++;
      }
      const std::size_t which = turn / static_cast<std::size_t>(settings.rounds);
      if (which >= planted.size()) return;
      const int number = static_cast<int>(turn % static_cast<std::size_t>(settings.rounds));
      Round round = play_round(settings, *planted[which], number);
      const std::lock_guard lock(mutex);
      count(hunted[which], std::move(round));
    }
  };
  {
    std::vector<std::jthread> others;
    for (int job = 1; job < settings.jobs; ++job) others.emplace_back(work);
    work();
  }
  return hunted;
}

std::string hunt_page(const HuntSettings& settings, std::span<const Hunted> hunted) {
  std::string page = padded("bug", 28) + padded("found", 8) + padded("calls, mean", 13) +
                     padded("most", 8) + "by invariant\n";
  int all_found = 0;
  double calls = 0;
  for (const Hunted& row : hunted) {
    page += padded(std::string(row.bug->name), 28) +
            padded(std::to_string(row.found) + "/" + std::to_string(row.rounds), 8) +
            padded(rounded(row.mean_calls()), 13) + padded(std::to_string(row.calls_most), 8) +
            found_by(row) + "\n";
    if (row.is_found()) ++all_found;
    calls += row.mean_calls();
  }
  page += "\n" + std::to_string(all_found) + " of " + std::to_string(hunted.size()) +
          " planted bugs found in every round, after " +
          rounded(hunted.empty() ? 0 : calls / static_cast<double>(hunted.size())) +
          " calls in the mean; seed " + std::to_string(settings.seed);
  return page;
}

Json hunt_json(const HuntSettings& settings, std::span<const Hunted> hunted) {
  Json rows = Json::array();
  for (const Hunted& row : hunted) {
    Json invariants = Json::array();
    for (const auto& [invariant, times] : row.by_invariant) invariants.push_back(invariant);
    rows.push_back(Json::object({{"bug", row.bug->name},
                                 {"what", row.bug->what},
                                 {"rounds", row.rounds},
                                 {"found", row.found},
                                 {"calls_mean", row.mean_calls()},
                                 {"calls_most", row.calls_most},
                                 {"invariants", invariants},
                                 {"example", row.example}}));
  }
  return Json::object({{"seed", std::to_string(settings.seed)}, {"bugs", rows}});
}

}  // namespace callwright::sim
