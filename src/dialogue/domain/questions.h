#pragma once

#include "dialogue/domain/memory.h"
#include "dialogue/domain/prompts.h"

namespace callwright::dialogue {

// What is said when the question of a stage is put again.
Prompt question_prompt(Stage stage, Goal goal);

// The question or read-back as clearly as the value in doubt needs it by now.
Prompt at_clarity(Prompt prompt, const Memory& memory);

}  // namespace callwright::dialogue
