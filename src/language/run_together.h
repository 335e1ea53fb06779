#pragma once

#include <vector>

#include "language/words.h"

namespace callwright::language {

// Takes apart what was typed or heard without the space: "yesplease", "nothanks", "daybye".
void separate_run_together(std::vector<Word>& words);

}  // namespace callwright::language
