#pragma once

#include <vector>

#include "language/times/calendar.h"
#include "language/times/phrase.h"
#include "language/understanding.h"
#include "language/words.h"

namespace callwright::language {

// All expressions of time in an utterance, in the order they were said. A bare number is one only
// where its neighbours, or the question asked, make it so.
std::vector<Phrase> scan_times(const Words& words, Day today, Question asked);

}  // namespace callwright::language
