#pragma once

#include "language/understanding.h"
#include "platform/json/json.h"

namespace callwright::server {

// Where a line of a batch does not say.
struct ReadingDefaults {
  Zone zone;
  Instant now;
  language::Trade trade = language::Trade::General;
};

// The reading of {"text","reference_time"?,"timezone"?,"trade"?,"previous_prompt"?,"channel"?}:
// "language", "intent", "emergency", "slots", "opt_out", "schedule_query". Times carry the offset
// of the line's zone; a line that has only a reference time, of that. Invalid says what is wrong
// with the line.
Result<Json> read_line(const Json& line, const ReadingDefaults& defaults);

// The question by its name ("confirm"); nothing where there is none of that name.
std::optional<language::Question> parse_question(std::string_view name);

}  // namespace callwright::server
