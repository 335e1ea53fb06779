#pragma once

struct sqlite3;

namespace callwright::sim {

// Teaches a connection row_sum(table, column, ...): the sum of the hashes of rows, without a copy
// of any of them. Null where there are no rows.
void add_row_sum(sqlite3* handle);

}  // namespace callwright::sim
