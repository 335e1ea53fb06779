#pragma once

#include <compare>
#include <cstddef>
#include <string>

namespace callwright::tidy {

// One place where the tree breaks a rule of the house.
struct Finding {
  std::string path;
  std::size_t line = 1;
  std::string rule;  // One word: what tools/tidy/allowed names.
  std::string advice;

  friend auto operator<=>(const Finding&, const Finding&) = default;
};

}  // namespace callwright::tidy
