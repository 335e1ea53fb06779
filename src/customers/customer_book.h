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

  // Finds the customer of these facts or makes one, and adds what is new. A known name is not
  // overwritten by another: the new one is kept on the visit.
  Result<CustomerId> remember(db::Transaction& tx, const TenantId& tenant,
                              const CustomerFacts& facts, const access::Actor& actor,
                              const CorrelationId& correlation) const;

  // Makes sure of a customer that the owner wrote down: one with the given id, or else with one of
  // the given numbers or e-mail addresses, gets what is new, and the owner's name and notes replace
  // those there are. Where there is none, one is made with the given id. Nothing changes the second
  // time.
  Result<CustomerId> enter(db::Transaction& tx, const TenantId& tenant, const Customer& customer,
                           const access::Actor& actor, const CorrelationId& correlation) const;

 private:
  Result<CustomerId> create(db::Transaction& tx, const TenantId& tenant, const Customer& customer,
                            const access::Actor& actor, const CorrelationId& correlation) const;
  Result<void> replace(db::Transaction& tx, const TenantId& tenant, const Customer& before,
                       const Customer& after, const access::Actor& actor,
                       const CorrelationId& correlation) const;

  const Clock& clock_;
  Ids& ids_;
  const access::Audit& audit_;
};

}  // namespace callwright::customers
