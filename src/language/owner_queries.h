#pragma once

#include "language/understanding.h"
#include "language/words.h"

namespace callwright::language {

// What the owner wants to know of the schedule: which days, whose visits, read aloud or sent as a
// text message. Today where no time was named, all visits where none were picked out.
ScheduleQuery read_schedule_query(const Words& words, const Context& context);

}  // namespace callwright::language
