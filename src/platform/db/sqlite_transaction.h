#pragma once

#include "platform/db/sqlite_connection.h"
#include "platform/db/unit_of_work.h"

namespace callwright::db {

// Runs one work as a transaction of its own.
void run_alone(SqliteConnection& connection, Access access, UnitOfWork& unit);

// Runs one work inside an open transaction that others share, with nothing to undo it by: a
// savepoint makes the engine copy every page before its change. False when the whole transaction
// can no longer be committed, such as when the work failed after it had written.
bool run_after_others(SqliteConnection& connection, UnitOfWork& unit);

// Runs one work inside an open transaction that others share, so that its failure undoes only its
// own writes. False when the whole transaction can no longer be committed.
bool run_among_others(SqliteConnection& connection, UnitOfWork& unit);

}  // namespace callwright::db
