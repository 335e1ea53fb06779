#pragma once

#include <string_view>

#include "language/understanding.h"

namespace callwright::language {

// What a prompt asks, where only its words are known: "Is that correct?" is Question::Confirm. What
// is asked last counts, and a question goes before what is only said.
Question question_of(std::string_view prompt);

// Questions that are answered with yes or no.
bool wants_yes_or_no(Question asked);

}  // namespace callwright::language
