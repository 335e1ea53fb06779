#pragma once

#include "platform/db/database.h"
#include "platform/json/json.h"
#include "reception/domain/proposal.h"
#include "reception/turn.h"
#include "tenants/domain/tenant.h"

namespace callwright::reception {

// Inside the turn's transaction: adds to the reading what a model has proposed for this event, if
// one was asked in time. Gives the record for the trace: what was proposed or why nothing was, how
// long it took, what was taken; null where nobody was asked. The proposal comes from its row and
// from nowhere else, so the turn is the same whenever it is taken again.
Result<Json> take_proposal(db::Transaction& tx, const tenants::Tenant& tenant, const Turn& turn,
                           language::Question asked, Instant now,
                           std::optional<language::Understanding>& heard);

}  // namespace callwright::reception
