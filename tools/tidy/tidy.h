#pragma once

#include <string>

#include "tools/tidy/rules.h"

namespace callwright::tidy {

// Exceptions with their reasons: "rule path  why", one a line, # begins a comment.
constexpr const char* allowed_path = "tools/tidy/allowed";

// Everything in the tree that breaks a rule and is not allowed, and every allowance nothing needs,
// in order of path and line.
Findings check(const Tree& tree);

}  // namespace callwright::tidy
