#pragma once

#include "tools/eval/report.h"

namespace callwright::eval {

// Consent words heard, and other messages left alone.
void score_opt_out(Report& report);

}  // namespace callwright::eval
