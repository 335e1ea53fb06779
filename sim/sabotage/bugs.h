#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "sim/sabotage/saboteur.h"

namespace callwright::sim {

// A bug that the checkers must find.
struct Bug {
  std::string_view name;
  std::string_view what;  // What a programmer did wrong.
  std::unique_ptr<Saboteur> (*plant)(const Bug& bug);
};

std::span<const Bug> bugs();
const Bug* find_bug(std::string_view name);

}  // namespace callwright::sim
