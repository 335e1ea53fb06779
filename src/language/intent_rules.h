#pragma once

#include <array>

#include "language/intent_tables.h"
#include "language/understanding.h"
#include "language/words.h"

namespace callwright::language {

// What the tables of phrases make of an utterance, given what was just asked.
struct IntentRules {
  std::array<double, act_count> scores{};  // By Act: how loudly the words speak for it.
  IntentReading reading;                   // What follows from the scores alone.
};

IntentRules read_intent_rules(const Words& words, Question asked);

}  // namespace callwright::language
