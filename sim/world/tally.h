#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "sim/checks/invariants.h"

namespace callwright::sim {

using Counts = std::map<std::string, std::uint64_t, std::less<>>;

// What happened, counted for the page at the end.
struct Tally {
  std::uint64_t calls = 0;  // Whole ones: from the dialling, or the first text, to the end.
  std::uint64_t turns = 0;  // Of callers: words, keys, silences and texts.
  std::uint64_t steps = 0;
  std::uint64_t webhooks = 0;
  Counts goals;
  Counts outcomes;
  Counts faults;
  Counts checks;
  std::array<std::uint64_t, invariants_end> looked_at{};  // How often, by invariant.

  void count_fault(std::string_view name) { ++entry(faults, name); }
  void count_goal(std::string_view name) { ++entry(goals, name); }
  void add(const Tally& other);
  void add_checks(std::span<const std::uint64_t> counts);

 private:
  static std::uint64_t& entry(Counts& counts, std::string_view name);
};

}  // namespace callwright::sim
