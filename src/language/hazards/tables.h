#pragma once

#include <span>

#include "language/emergency_tables.h"

// The rows of emergency_tables.h, a file for each idea.
namespace callwright::language::hazards {

// What happens.
std::span<const HazardPhrase> gas_and_fire();
std::span<const HazardPhrase> people();
std::span<const HazardPhrase> declared();  // What the caller says it is.
std::span<const HazardPhrase> water();
std::span<const HazardPhrase> electricity();
std::span<const HazardPhrase> heat_and_cold();
std::span<const HazardPhrase> mentions();  // Only named.

// What only sounds like it.
std::span<const Compound> namesakes();
std::span<const Compound> figures_of_speech();
std::span<const Compound> spellings();

// What the words around it say of it.
std::span<const CuePhrase> moods();         // Denied, supposed, asked about.
std::span<const CuePhrase> endings();       // Over, or held up.
std::span<const CuePhrase> moments();       // When.
std::span<const CuePhrase> surroundings();  // Who and what makes it better or worse.

std::span<const WordClass> word_classes();

}  // namespace callwright::language::hazards
