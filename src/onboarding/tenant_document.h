#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "access/audit.h"
#include "customers/customer_book.h"
#include "platform/db/database.h"
#include "platform/json/json.h"
#include "scheduling/calendar.h"
#include "tenants/tenant_directory.h"

namespace callwright::onboarding {

struct ParsedDocument;

// A business in one JSON document: settings, and customers and visits to start from. The schema is
// api/tenant.schema.json.
class TenantDocument {
 public:
  TenantDocument(const Clock& clock, Ids& ids, const access::Audit& audit,
                 tenants::TenantDirectory& directory, const customers::CustomerBook& customers,
                 const scheduling::Calendar& calendar)
      : clock_(clock),
        ids_(ids),
        audit_(audit),
        directory_(directory),
        customers_(customers),
        calendar_(calendar) {}

  // Validates the whole document and lists every mistake at once ("technicians[2].hours.mon[0]:
  // closes before it opens"). Applies all of it or nothing; the same document twice changes nothing
  // the second time. The tenant is made when the slug is new.
  Result<tenants::TenantPtr> apply(db::Transaction& tx, const Json& document,
                                   const access::Actor& actor) const;

  // Every mistake, without applying.
  static std::vector<std::string> mistakes(const Json& document);

  // The settings of a document, whatever they promise; usable when no mistake was added.
  static tenants::Tenant settings_of(const Json& document, std::vector<std::string>& mistakes);

  // The document that would make this tenant again, customers and visits included.
  Result<Json> export_document(db::Transaction& tx, const tenants::TenantPtr& tenant) const;

 private:
  Result<void> save_settings(db::Transaction& tx, const tenants::TenantPtr& current,
                             const tenants::Tenant& tenant, const access::Actor& actor,
                             const CorrelationId& correlation) const;
  Result<void> enter_people_and_visits(db::Transaction& tx, const ParsedDocument& parsed,
                                       const access::Actor& actor,
                                       const CorrelationId& correlation) const;

  const Clock& clock_;
  Ids& ids_;
  const access::Audit& audit_;
  tenants::TenantDirectory& directory_;
  const customers::CustomerBook& customers_;
  const scheduling::Calendar& calendar_;
};

}  // namespace callwright::onboarding
