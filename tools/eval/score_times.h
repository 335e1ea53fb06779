#pragma once

#include <optional>
#include <string>

#include "language/understanding.h"
#include "language/words.h"
#include "tools/eval/report.h"

namespace callwright::eval {

Zone zone();
LocalTime parse_local(const std::string& text);
std::string shown(const std::optional<language::Found<language::TimeReading>>& found);

// Times of the open data: whole booking turns, phrases, and sentences that hold none.
void score_times(Report& report);

}  // namespace callwright::eval
