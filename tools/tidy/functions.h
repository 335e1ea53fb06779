#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tools/tidy/source.h"

namespace callwright::tidy {

// A function with a body, found by its braces alone: good enough to measure, not to compile.
struct Function {
  std::string signature;
  std::size_t first_line;
  std::size_t last_line;
};

std::vector<Function> functions_of(const Source& source);

}  // namespace callwright::tidy
