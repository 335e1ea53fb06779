#pragma once

#include <optional>

#include "language/understanding.h"
#include "language/words.h"

namespace callwright::language {

// What somebody asks where yes or no was wanted: "ok and how much per hour" agrees to nothing yet.
// Empty where nothing is asked, or where it follows a yes or a no.
std::optional<IntentReading> side_question(const Words& words, Question asked);

}  // namespace callwright::language
