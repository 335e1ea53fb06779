#pragma once

#include "tools/eval/report.h"

namespace callwright::eval {

// What is wanted: by set and by intent, which is taken for which, and how far the confidence is to
// be believed.
void score_intents(Report& report);

}  // namespace callwright::eval
