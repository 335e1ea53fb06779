#include "onboarding/parsed_document.h"

#include "dialogue/domain/tenant_promises.h"
#include "onboarding/given_customers.h"
#include "onboarding/given_visits.h"
#include "tenants/tenant_settings.h"

namespace callwright::onboarding {

ParsedDocument parse_document(const Json& document, const TenantId& tenant,
                              std::vector<std::string>& mistakes) {
  tenants::ObjectReader reader(document, "", mistakes);
  tenants::Tenant settings = tenants::read_settings(reader, tenant);
  GivenCustomers customers(reader, tenant);
  std::vector<scheduling::PlacedVisit> visits = read_visits(reader, settings, customers);
  reader.refuse_unknown();
  // What callers are promised can be judged only of settings that are whole.
  if (mistakes.empty()) mistakes = dialogue::broken_promises(settings);
  return {.tenant = std::move(settings),
          .customers = std::move(customers).take(),
          .visits = std::move(visits)};
}

}  // namespace callwright::onboarding
