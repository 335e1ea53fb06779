#pragma once

#include <cstddef>

#include "language/words.h"

// What kind of clause a time stands in: one that asks for a visit, or one that tells something.
namespace callwright::language {

// A clause in the past tense: "it was installed", "I noticed it". What it names may still be meant
// where nothing else is: "I wanted Friday".
bool in_told_clause(const Words& words, std::size_t begin);

// "It broke at three", "the guy came at nine": what happened then asks for nothing.
bool in_news(const Words& words, std::size_t begin);

// "He was supposed to be here at nine", "she was over on Sunday": nothing is wished of a time at
// which something was, or should have been.
bool in_missed_or_past(const Words& words, std::size_t begin);

// "I'm away until the 20th", "I work until four": from then on there is time. `until` is the word.
bool is_absence(const Words& words, std::size_t until);

// A visit that was agreed on is given up: what is named is no longer wanted.
bool is_given_up(const Words& words, std::size_t begin);

// "It happens every night" asks for nothing; "I'm free every morning" does.
bool is_habit(const Words& words, WordRange phrase);

}  // namespace callwright::language
