#pragma once

#include "language/understanding.h"
#include "language/words.h"

// A linear classifier of urgency, trained when the program is built from
// tests/language/emergencies.seen.tsv and the phrases of intents.
namespace callwright::language {

// What the tables heard.
struct Heard {
  bool has_hazard = false;  // Known, whatever is said of it.
  bool is_now = false;
};

// What no table has foreseen may still sound like a danger, and a hazard's word in a short sentence
// may not; either is worth a question, unless one is being answered or the words say that it is
// now. Compounds of `words` are joined.
void listen_to_sound(const Words& words, Question asked, Heard heard, EmergencyReading& reading);

// Weights are in steps of 1 / urgency_steps; the last is the bias.
constexpr double urgency_steps = 24;

}  // namespace callwright::language
