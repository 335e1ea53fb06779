#pragma once

#include <string>
#include <vector>

#include "base/id.h"
#include "customers/domain/customer.h"
#include "platform/json/json.h"
#include "scheduling/calendar.h"
#include "tenants/domain/tenant.h"

namespace callwright::onboarding {

// A tenant document, read whole. Usable only when reading it found no mistake.
struct ParsedDocument {
  tenants::Tenant tenant;
  std::vector<customers::Customer> customers;
  std::vector<scheduling::PlacedVisit> visits;
};

ParsedDocument parse_document(const Json& document, const TenantId& tenant,
                              std::vector<std::string>& mistakes);

}  // namespace callwright::onboarding
