#pragma once

#include <span>
#include <string>

#include "language/understanding.h"
#include "language/words.h"

namespace callwright::language {

// How urgent the words are. Decided by tables: which hazard is named (emergency_tables.h), whether
// it is happening, and who or what makes it worse. Nothing that may cost a life is ever called
// routine because it was only suspected.
EmergencyReading read_emergency(const Words& words, const Context& context);

}  // namespace callwright::language
