#pragma once

#include <string>
#include <vector>

#include "platform/journal/entry.h"

namespace callwright::journal {

struct EntryRow {
  TenantId tenant;
  CorrelationId correlation;
  std::string id;
  Instant at;
  std::string name;
  std::string run;
  std::string settings_hash;
  std::string input;
  std::string notes;
};
Result<void> insert_entry(db::Transaction& tx, const EntryRow& row);

// What was kept of a conversation, oldest first. Invalid when an entry is damaged or of another
// version.
Result<std::vector<Entry>> entries_of(db::Transaction& tx, const TenantId& tenant,
                                      const CorrelationId& correlation);

// Forgets at most `limit` entries that are older than the horizon; how many.
Result<std::int64_t> forget_entries(db::Transaction& tx, const TenantId& tenant, Instant horizon,
                                    int limit);

}  // namespace callwright::journal
