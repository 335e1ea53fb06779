#pragma once

#include <string_view>

#include "language/understanding.h"

namespace callwright::dialogue {

// "Hold on", "let me check my calendar": the answer is still to come. "Let me see, yes" is one.
bool asks_to_wait(const language::Understanding& heard, std::string_view text);

// The same where nothing else is said: no name, however much it sounds like one.
bool only_asks_to_wait(std::string_view text);

}  // namespace callwright::dialogue
