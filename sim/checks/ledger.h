#pragma once

#include <cstdint>
#include <string>

#include "platform/db/database.h"
#include "sim/checks/text_map.h"
#include "sim/observe/batch.h"

namespace callwright::sim {

// A sum over the rows of each table that does not depend on their order, kept from the stream of
// committed changes: what the database must hold, whatever has happened to the process or the disk.
class Ledger {
 public:
  void apply(const Batch& batch);

  // The tables whose rows are not what was committed, by reading all of them.
  Result<std::string> differences(db::Database& database) const;

 private:
  TextMap<std::uint64_t> sums_;  // By table.
};

}  // namespace callwright::sim
