#pragma once

#include <vector>

#include "onboarding/given_customers.h"
#include "scheduling/calendar.h"
#include "tenants/document_reader.h"
#include "tenants/domain/tenant.h"

namespace callwright::onboarding {

// The visits a document starts with. Two that would hold the same technician's time are a mistake.
std::vector<scheduling::PlacedVisit> read_visits(tenants::ObjectReader& document,
                                                 const tenants::Tenant& tenant,
                                                 GivenCustomers& customers);

}  // namespace callwright::onboarding
