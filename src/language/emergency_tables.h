#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "language/phrases.h"

// What the emergency rules know, as tables of phrases (notation: phrases.h), English and Spanish.
namespace callwright::language {

enum class Danger : std::uint8_t {
  Critical,   // May cost a life: a suspicion is enough.
  Urgent,     // Does damage every minute it goes on.
  Unclear,    // Urgent for some and not for others: worth one question.
  IfExposed,  // Urgent only for vulnerable people or in dangerous weather.
};

struct HazardPhrase {
  std::string_view code;
  Danger danger;
  std::string_view phrase;
};

// Things named after a hazard ("fire drill", "gas station", "Flood Street") and alarms, which are
// hazards only when they sound. Read as one word before hazards are looked for.
struct Compound {
  std::string_view name;
  std::string_view phrase;
};

// What the words around a hazard say about it.
enum class Cue : std::uint8_t {
  Negation,      // Before the hazard: "no smoke".
  Idiom,         // Looks like one of these and is none: "no idea", "stopped working".
  Suspicion,     // "I think".
  Future,        // "might", "about to".
  Enquiry,       // "do you handle", "what do I do if": someone may be standing in it.
  Hypothetical,  // "how do I know if", "install".
  Resolved,      // "it was fixed", "false alarm".
  Contained,     // "I shut the water off", "it stopped".
  Someday,       // "in the future".
  Past,          // "last year".
  Recent,        // "yesterday".
  Now,           // "now": undoes Past and Recent.
  Ongoing,       // "still", "again": undoes everything said before it.
  Minor,         // "small", "the faucet".
  Battery,       // An alarm that only beeps for one.
  Drain,         // Where a smell of rotten eggs may also come from.
  NoRush,        // "whenever you can".
  Gas,
  Burner,  // What may fill a house with carbon monoxide, and what warns of it.
  Vulnerable,
  DangerousWeather,
};

struct CuePhrase {
  Cue cue;
  std::string_view phrase;
};

std::span<const HazardPhrase> hazard_phrases();
std::span<const Compound> hazard_compounds();
// What recognisers and hasty fingers make of a hazard's word; read as that word.
std::span<const Compound> hazard_spellings();
std::span<const CuePhrase> cue_phrases();
std::span<const WordClass> emergency_classes();

}  // namespace callwright::language
