#pragma once

#include "tools/eval/report.h"

namespace callwright::eval {

// Hazards missed, false alarms, and doubtful cases asked about.
void score_emergencies(Report& report);

}  // namespace callwright::eval
