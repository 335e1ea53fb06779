#pragma once

#include "server/replay/recording.h"
#include "tenants/tenant_directory.h"

namespace callwright::server {

// What the journal has kept of a conversation, with the settings it met. NotFound when it has kept
// nothing; Invalid when what it kept is of another version or damaged.
Result<Recording> load_recording(db::Transaction& tx, tenants::TenantDirectory& directory,
                                 const TenantId& tenant, const CorrelationId& correlation);

}  // namespace callwright::server
