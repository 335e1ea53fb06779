#pragma once

#include "language/understanding.h"
#include "language/words.h"

namespace callwright::language {

// What the speaker wants, given what was just asked.
// Emergencies and opt-outs are read elsewhere and go before any of these.
IntentReading read_intent(const Words& words, const Context& context);

}  // namespace callwright::language
