#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/time.h"
#include "platform/db/database.h"

namespace callwright::reception::store {

struct ProposalRow {
  std::string question;
  std::string provider;
  std::string outcome;
  std::string answer;
  std::int64_t latency_ms = 0;
};

// False where this event is known already.
Result<bool> add_proposal(db::Transaction& tx, const TenantId& tenant, std::string_view event_key,
                          Instant now, const ProposalRow& row);
Result<void> settle_proposal(db::Transaction& tx, const TenantId& tenant,
                             std::string_view event_key, const ProposalRow& row);

// What is known of the event. The answer is taken out.
Result<std::optional<ProposalRow>> take_proposal(db::Transaction& tx, const TenantId& tenant,
                                                 std::string_view event_key);

// Counts one more on the day, unless there were as many as the cap allows: then false.
Result<bool> count_proposal(db::Transaction& tx, const TenantId& tenant, std::string_view day,
                            std::int64_t cap);

// A tenant's rows from before, and its earlier days.
Result<void> forget_proposals(db::Transaction& tx, const TenantId& tenant, Instant horizon,
                              std::string_view day);

}  // namespace callwright::reception::store
