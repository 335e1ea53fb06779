#pragma once

#include "language/words.h"

namespace callwright::language {

// Reads what is only named after a hazard ("fire drill", "a flood of calls"), and things of several
// words ("carbon monoxide alarm"), as one word each, and misspelt words as they are spelt; where
// two begin at the same word, the longer one. No compound goes on behind a comma: "call you, smoke
// is coming" has none.
void join_hazard_compounds(Words& words);

}  // namespace callwright::language
