#pragma once

#include "tools/eval/report.h"

namespace callwright::eval {

// The project's own sentences (tests/language): those that rules are written with, and those that
// are held out.
void score_own_sets(Report& report);

}  // namespace callwright::eval
