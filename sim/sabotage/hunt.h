#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "platform/json/json.h"
#include "sim/universe.h"

namespace callwright::sim {

struct HuntSettings {
  std::uint64_t seed = 1;
  FaultSet faults;
  int rounds = 3;                    // Each with a seed of its own.
  std::uint64_t calls_max = 20'000;  // A round gives up after so many.
  int jobs = 1;
};

// What the checkers made of one planted bug.
struct Hunted {
  const Bug* bug = nullptr;
  int rounds = 0;
  int found = 0;
  std::uint64_t calls = 0;  // Over all rounds, until it was found or the round gave up.
  std::uint64_t calls_most = 0;
  std::map<int, int> by_invariant;  // How many rounds each invariant found it in, first.
  std::string example;

  bool is_found() const { return found == rounds; }
  double mean_calls() const {
    return rounds == 0 ? 0 : static_cast<double>(calls) / static_cast<double>(rounds);
  }
};

// Plants each bug in universe after universe until a checker sees it.
std::vector<Hunted> hunt(const HuntSettings& settings, std::span<const Bug* const> planted);

std::string hunt_page(const HuntSettings& settings, std::span<const Hunted> hunted);
Json hunt_json(const HuntSettings& settings, std::span<const Hunted> hunted);

}  // namespace callwright::sim
