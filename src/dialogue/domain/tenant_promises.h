#pragma once

#include <string>
#include <vector>

#include "dialogue/domain/walk_moves.h"
#include "tenants/domain/tenant.h"

namespace callwright::dialogue {

// What the world can do for this business, as far as its settings tell.
WalkWorld world_of(const tenants::Tenant& tenant);
bool opens_ever(const tenants::Tenant& tenant);

// Settings that would break what callers are promised: each names the setting and the way a caller
// would be let down. Empty when every promise holds.
//
// The table itself is proven for every combination of settings, so that only what the settings make
// of the world has to be looked at here: cheap enough for every document that is applied.
std::vector<std::string> broken_promises(const tenants::Tenant& tenant);

}  // namespace callwright::dialogue
