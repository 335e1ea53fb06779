#include "server/replay/load_recording.h"

#include "platform/journal/entry_rows.h"

namespace callwright::server {

Result<Recording> load_recording(db::Transaction& tx, tenants::TenantDirectory& directory,
                                 const TenantId& tenant, const CorrelationId& correlation) {
  Recording recording{.tenant = tenant, .correlation = correlation, .settings = {}, .events = {}};
  TRY_ASSIGN(std::vector<journal::Entry> entries, journal::entries_of(tx, tenant, correlation));
  if (entries.empty()) {
    return failure(ErrorCode::NotFound, "the journal has nothing of this conversation");
  }
  for (journal::Entry& entry : entries) {
    const std::string hash = entry.settings_hash;
    if (!recording.settings.contains(hash)) {
      TRY_ASSIGN(Json settings, directory.version(tx, tenant, hash));
      recording.settings.emplace(hash, std::move(settings));
    }
    recording.events.push_back({.entry = std::move(entry), .words = std::nullopt});
  }
  return recording;
}

}  // namespace callwright::server
