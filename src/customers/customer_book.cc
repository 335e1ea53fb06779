#include "customers/customer_book.h"

#include <algorithm>

#include "base/text.h"
#include "customers/customer_json.h"
#include "customers/store/customer_rows.h"

namespace callwright::customers {
namespace {

// A person under whom anything of `heard` is known already: a number says more than an e-mail
// address, which a family or an office may share.
Result<std::optional<CustomerId>> known_as(db::Transaction& tx, const TenantId& tenant,
                                           const Customer& heard) {
  for (const PhoneNumber& phone : heard.phones) {
    TRY_ASSIGN(const auto id, store::id_by_phone(tx, tenant, phone));
    if (id) return id;
  }
  for (const std::string& email : heard.emails) {
    TRY_ASSIGN(const auto id, store::id_by_email(tx, tenant, email));
    if (id) return id;
  }
  return std::nullopt;
}

// Numbers and e-mail addresses that lead to another customer stay that customer's.
Result<Customer> without_those_of_others(db::Transaction& tx, const TenantId& tenant,
                                         Customer heard, const CustomerId& id) {
  Customer own = heard;
  own.phones.clear();
  own.emails.clear();
  for (const PhoneNumber& phone : heard.phones) {
    TRY_ASSIGN(const auto holder, store::id_by_phone(tx, tenant, phone));
    if (!holder || *holder == id) own.phones.push_back(phone);
  }
  for (const std::string& email : heard.emails) {
    TRY_ASSIGN(const auto holder, store::id_by_email(tx, tenant, email));
    if (!holder || *holder == id) own.emails.push_back(email);
  }
  return own;
}

Customer from_facts(const CustomerFacts& facts, CustomerId id) {
  Customer heard{.id = std::move(id), .name = std::string(trimmed(facts.name))};
  if (facts.phone) heard.phones.push_back(*facts.phone);
  if (!facts.email.empty()) heard.emails.push_back(lowered(trimmed(facts.email)));
  if (!facts.address.empty()) heard.addresses.push_back(facts.address);
  return heard;
}

}  // namespace

Result<std::optional<Customer>> CustomerBook::find_by_phone(db::Transaction& tx,
                                                            const TenantId& tenant,
                                                            const PhoneNumber& phone) const {
  TRY_ASSIGN(const auto id, store::id_by_phone(tx, tenant, phone));
  if (!id) return std::nullopt;
  return store::find(tx, tenant, *id);
}

Result<std::optional<Customer>> CustomerBook::find(db::Transaction& tx, const TenantId& tenant,
                                                   const CustomerId& id) const {
  return store::find(tx, tenant, id);
}

Result<std::vector<Customer>> CustomerBook::all(db::Transaction& tx, const TenantId& tenant) const {
  return store::all(tx, tenant);
}

Result<CustomerId> CustomerBook::remember(db::Transaction& tx, const TenantId& tenant,
                                          const CustomerFacts& facts, const access::Actor& actor,
                                          const CorrelationId& correlation) const {
  const Customer heard = from_facts(facts, ids_.make<CustomerId>("cus"));
  TRY_ASSIGN(auto known, known_as(tx, tenant, heard));
  if (!known) {
    auto created = tx.attempt([&] { return create(tx, tenant, heard, actor, correlation); });
    if (created || created.error().code != ErrorCode::Conflict) return created;
    // Another conversation made this customer since we looked.
    TRY_ASSIGN(known, known_as(tx, tenant, heard));
    if (!known) return created;
  }
  TRY_ASSIGN(const auto before, store::find(tx, tenant, *known));
  ASSERT(before.has_value());
  TRY_ASSIGN(const Customer own, without_those_of_others(tx, tenant, heard, *known));
  TRY(replace(tx, tenant, *before, combined(*before, own), actor, correlation));
  return *known;
}

Result<CustomerId> CustomerBook::enter(db::Transaction& tx, const TenantId& tenant,
                                       const Customer& customer, const access::Actor& actor,
                                       const CorrelationId& correlation) const {
  TRY_ASSIGN(auto before, store::find(tx, tenant, customer.id));
  if (!before) {
    TRY_ASSIGN(const auto known, known_as(tx, tenant, customer));
    if (!known) return create(tx, tenant, customer, actor, correlation);
    TRY_ASSIGN(before, store::find(tx, tenant, *known));
    ASSERT(before.has_value());
  }
  TRY_ASSIGN(const Customer own, without_those_of_others(tx, tenant, customer, before->id));
  TRY(replace(tx, tenant, *before, corrected(*before, own), actor, correlation));
  return before->id;
}

Result<CustomerId> CustomerBook::create(db::Transaction& tx, const TenantId& tenant,
                                        const Customer& customer, const access::Actor& actor,
                                        const CorrelationId& correlation) const {
  TRY(audit_.record(tx, tenant, actor, "customer.created", customer.id.text(), nullptr,
                    to_json(customer), correlation));
  TRY(store::insert(tx, tenant, customer, clock_.now()));
  return customer.id;
}

Result<void> CustomerBook::replace(db::Transaction& tx, const TenantId& tenant,
                                   const Customer& before, const Customer& after,
                                   const access::Actor& actor,
                                   const CorrelationId& correlation) const {
  if (before == after) return {};
  TRY(audit_.record(tx, tenant, actor, "customer.changed", after.id.text(), to_json(before),
                    to_json(after), correlation));
  return store::update(tx, tenant, before, after);
}

}  // namespace callwright::customers
