#pragma once

#include <cstdint>
#include <optional>
#include <variant>

#include "language/times/clocks.h"
#include "language/times/days.h"
#include "language/times/vocabulary.h"
#include "language/words.h"

namespace callwright::language {

// Which side of what is named is meant: "before ten", "by Friday", "after lunch".
enum class Bound : std::uint8_t {
  None,
  Before,  // Ends where it begins.
  By,      // Ends where it ends.
  After,   // Begins where it ends.
  From,    // Begins where it begins.
};

// "In two hours", "within the hour", "now".
struct FromNow {
  Minutes length{};
  bool within = false;
};

struct AsSoonAsPossible {};

// How long it takes, where its beginning follows: "for two hours starting at ten".
struct Lasting {
  DurationReading duration;
};

// One expression of time in an utterance, with what its surroundings say about it.
struct Phrase {
  std::variant<DaysReading, ClockReading, PartReading, FromNow, AsSoonAsPossible, Lasting> meaning;
  WordRange words;  // Cues included: "not before ten".
  Bound bound = Bound::None;
  bool denied = false;      // "Not Monday", "Monday doesn't work".
  bool recurring = false;   // "Mondays", "any day but Monday".
  bool past = false;        // "Last night", "since Monday", "instead of Friday".
  bool background = false;  // Tells when the trouble began: "it broke today".
  bool corrects = false;    // Takes the place of what was said before: "no wait, Tuesday".
  bool joins = false;       // Is said with the one before: "Monday or Tuesday".
  bool certain = true;      // False for a bare number that only its neighbours make a time.

  template <class Meaning>
  const Meaning* as() const {
    return std::get_if<Meaning>(&meaning);
  }
};

// The longest expression that begins at `at`, without regard to what stands around it.
std::optional<Phrase> read_phrase(const Words& words, std::size_t at, Day today);

// Adds what the words before and after the phrase say of it: bounds, denials, that it is over.
void add_surroundings(Phrase& phrase, const Words& words);

}  // namespace callwright::language
