#pragma once

#include <cstdint>
#include <span>
#include <string_view>

// What must never break, by the numbers the failures name, and what is checked of it.
namespace callwright::sim {

// Two promises that stand above the numbered list.
inline constexpr int acknowledged_is_kept = 43;
inline constexpr int everything_ends = 44;
inline constexpr int invariants_end = 45;

enum class Checked : std::uint8_t {
  Fully,   // As it is stated.
  Partly,  // What of it the product has; the words say what is left out.
  NotYet,  // The feature does not exist, or the simulator cannot see it; the words say which.
};

struct Invariant {
  int number;
  std::string_view title;
  Checked checked;
  std::string_view how;  // By what it is checked, or why it is not.
};

std::span<const Invariant> invariants();

// "invariant 10 (technicians are never in two places)".
std::string_view title_of(int number);

std::string_view to_string(Checked checked);

}  // namespace callwright::sim
