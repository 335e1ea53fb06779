#include "sim/trace.h"

#include <array>
#include <cstdio>

namespace callwright::sim {

std::string to_text(const Trace& trace) {
  std::array<char, 17> digits;
  std::snprintf(digits.data(), digits.size(), "%016llx",
                static_cast<unsigned long long>(trace.hash()));
  return digits.data();
}

}  // namespace callwright::sim
