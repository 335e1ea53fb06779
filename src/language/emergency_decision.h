#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "language/emergency_tables.h"
#include "language/understanding.h"

namespace callwright::language {

// Whether a hazard is happening, by what is said of it.
enum class HazardState : std::uint8_t {
  Now,
  Suspected,
  Future,
  Contained,
  Recent,
  Enquired,
  Hypothetical,
  Past,
  Resolved,
  Negated,
};

constexpr std::string_view to_string(HazardState state) {
  constexpr std::array<std::string_view, 10> names = {
      "now",      "suspected",    "future", "contained", "recent",
      "enquired", "hypothetical", "past",   "resolved",  "negated"};
  return names[static_cast<std::size_t>(state)];
}

EmergencyLevel level_of(Danger danger, HazardState state);
double score_of(Danger danger, HazardState state);

}  // namespace callwright::language
