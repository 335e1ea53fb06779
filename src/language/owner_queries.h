#pragma once

#include "language/understanding.h"
#include "language/words.h"

namespace callwright::language {

// What the owner wants to know of the schedule: which days, whose visits, read aloud or sent as a
// text message. Today where no time was named, all visits where none were picked out.
// Whether the words can be a question about the schedule: they name visits, a day or a person.
bool asks_about_schedule(const Words& words, const Context& context);

ScheduleQuery read_schedule_query(const Words& words, const Context& context);

}  // namespace callwright::language
