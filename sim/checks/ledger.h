#pragma once

#include <cstdint>
#include <string>

#include "platform/db/database.h"
#include "sim/checks/text_map.h"
#include "sim/observe/batch.h"

namespace callwright::sim {

// By table, a sum over its rows that does not depend on their order.
using RowSums = TextMap<std::uint64_t>;

// What the database holds, by reading all of it.
Result<RowSums> read_row_sums(db::Database& database);

// What the database must hold, whatever has happened to the process or the disk: kept from the
// stream of committed changes.
class Ledger {
 public:
  void apply(const Batch& batch);

  // The tables whose rows are not what was committed.
  std::string differences(const RowSums& found) const;

 private:
  RowSums sums_;
};

}  // namespace callwright::sim
