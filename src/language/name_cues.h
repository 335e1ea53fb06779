#pragma once

#include <cstddef>
#include <vector>

#include "language/phrases.h"
#include "language/words.h"

namespace callwright::language {

// The length of words after which the speaker's name comes for certain; 0 where there are none.
std::size_t strong_name_cue(const Words& words, std::size_t at);

// Of words after which a name may come, and much else.
std::size_t weak_name_cue(const Words& words, std::size_t at);

// "For my mother": whose name comes is not who speaks.
std::vector<PhraseMatch> other_person_cues(const Words& words);

}  // namespace callwright::language
