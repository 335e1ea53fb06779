#pragma once

#include <optional>
#include <string>

#include "language/words.h"

namespace callwright::language {

// The words as they would be written in full, where they are shortened as people who type do: "r u
// open b4 noon, nvm my appt". Nothing when none is.
std::optional<std::string> written_in_full(const Words& words);

}  // namespace callwright::language
