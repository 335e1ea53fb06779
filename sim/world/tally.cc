#include "sim/world/tally.h"

namespace callwright::sim {
namespace {

void add_counts(Counts& to, const Counts& from) {
  for (const auto& [name, count] : from) to[name] += count;
}

}  // namespace

void Tally::add(const Tally& other) {
  calls += other.calls;
  turns += other.turns;
  steps += other.steps;
  webhooks += other.webhooks;
  add_counts(goals, other.goals);
  add_counts(outcomes, other.outcomes);
  add_counts(faults, other.faults);
  add_counts(checks, other.checks);
  add_checks(other.looked_at);
}

void Tally::add_checks(std::span<const std::uint64_t> counts) {
  for (std::size_t i = 0; i < looked_at.size(); ++i) looked_at[i] += counts[i];
}

std::uint64_t& Tally::entry(Counts& counts, std::string_view name) {
  const auto found = counts.find(name);
  if (found != counts.end()) return found->second;
  return counts.emplace(std::string(name), 0).first->second;
}

}  // namespace callwright::sim
