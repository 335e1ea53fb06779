#pragma once

#include "server/replay/recording.h"
#include "server/replay/replayer.h"
#include "server/replay/stand_ins.h"

namespace callwright::server {

// Makes the people of a recording known: the tenant's, the caller, whoever is in the rows that were
// read. The events must have been played, since only the statements' words name the columns.
void know_people(const Recording& recording, StandIns& people);

// The recording with stand-ins for people and without what must not be given away (the hash of a
// person's code, retry tokens). What was asked and answered is still that of the original.
Recording redacted(const Recording& recording, StandIns& people);

}  // namespace callwright::server
