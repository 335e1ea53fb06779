#pragma once

#include <string>

#include "base/time.h"
#include "language/understanding.h"

namespace callwright::reception {

// A time as a person would say it, from where they stand: "today at 3:30 PM", "tomorrow at 9 AM",
// "Tuesday, March 10 at 9 AM"; "el martes 10 de marzo a las 9 de la mañana".
std::string spoken_time(Instant instant, Instant now, const Zone& zone,
                        language::Language language);

// The same behind a visit: "on Tuesday, March 10 at 9 AM" but "today at 9 AM"; "del martes", "de
// hoy".
std::string of_time(const std::string& spoken, language::Language language);
// And behind a move: "to Tuesday", "al martes".
std::string to_time(const std::string& spoken, language::Language language);

// The day and the time of day apart, for lists that share a day.
std::string spoken_day(Instant instant, Instant now, const Zone& zone, language::Language language);
std::string spoken_hour(Instant instant, const Zone& zone, language::Language language);

}  // namespace callwright::reception
