#pragma once

#include <span>

#include "sim/sabotage/bugs.h"

namespace callwright::sim {

// Bugs that are nothing but another statement: rows of a table.
struct Rewriting {
  std::string_view bug;
  std::string_view when;  // Part of the statement that is meant.
  std::string_view part;  // What is replaced in it; empty: the statement is swallowed whole.
  std::string_view with;
};

std::span<const Rewriting> rewritings();

std::unique_ptr<Saboteur> plant_rewriting(const Bug& bug);

}  // namespace callwright::sim
