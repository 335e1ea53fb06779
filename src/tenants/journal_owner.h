#pragma once

#include "platform/journal/journal.h"
#include "tenants/domain/tenant.h"

namespace callwright::tenants {

// Whose an event is, for the journal.
inline journal::Owner journal_owner(const Tenant& tenant) {
  return {.tenant = tenant.id,
          .settings_hash = tenant.settings_hash,
          .keeps_words = tenant.policies.transcripts};
}

}  // namespace callwright::tenants
