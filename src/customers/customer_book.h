#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/audit.h"
#include "customers/domain/customer.h"
#include "platform/clock/ids.h"
#include "platform/db/database.h"

namespace callwright::customers {

// What a conversation learnt about a person. Empty parts say nothing.
struct CustomerFacts {
  std::string name;
  std::optional<PhoneNumber> phone;
  std::string email;
  Address address;
};

// The customers of one tenant, found again by phone, then e-mail.
class CustomerBook {
 public:
  CustomerBook(const Clock& clock, Ids& ids, const access::Audit& audit)
      : clock_(clock), ids_(ids), audit_(audit) {}

  Result<std::optional<Customer>> find_by_phone(db::Transaction& tx, const TenantId& tenant,
                                                const PhoneNumber& phone) const;
  Result<std::optional<Customer>> find(db::Transaction& tx, const TenantId& tenant,
                                       const CustomerId& id) const;
  Result<std::vector<Customer>> all(db::Transaction& tx, const TenantId& tenant) const;

  // Finds the customer of these facts or makes one, and adds what is new. A known name is not overwritten
  // by another: the new one is kept on the visit.
  Result<CustomerId> remember(db::Transaction& tx, const TenantId& tenant, const CustomerFacts& facts,
                              const access::Actor& actor, const CorrelationId& correlation) const;

 private:
  const Clock& clock_;
  Ids& ids_;
  const access::Audit& audit_;
};

}  // namespace callwright::customers
