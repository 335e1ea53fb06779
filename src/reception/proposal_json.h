#pragma once

#include "platform/json/json.h"
#include "reception/domain/proposal.h"

namespace callwright::reception {

// The one shape a model's answer may have, as a JSON schema. Every member is required, null or
// empty where nothing is proposed, and there is no other.
Json proposal_schema();

// Reads an answer of that shape; anything else is no proposal.
ProposalResult read_proposal(const Json& json);

// In that shape again.
Json to_json(const Proposal& proposal);

}  // namespace callwright::reception
