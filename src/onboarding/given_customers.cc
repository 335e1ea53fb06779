#include "onboarding/given_customers.h"

#include "base/text.h"
#include "onboarding/content_id.h"

namespace callwright::onboarding {
namespace {

using customers::Address;
using customers::Customer;
using tenants::ObjectReader;

constexpr std::size_t customers_max = 100'000;
constexpr std::size_t contacts_max = 20;
constexpr std::size_t id_bytes_max = 60;
constexpr std::size_t name_bytes_max = 120;
constexpr std::size_t address_part_bytes_max = 120;
constexpr std::size_t notes_bytes_max = 4000;

std::string folded(std::string_view name) {
  return lowered(trimmed(name));
}

std::string id_from_content(const TenantId& tenant, const Customer& customer) {
  const std::string content = !customer.phones.empty()   ? customer.phones.front().e164()
                              : !customer.emails.empty() ? customer.emails.front()
                                                         : "name " + folded(customer.name);
  return content_id("cus", tenant, "customer " + content);
}

Customer read_customer(ObjectReader& object, const TenantId& tenant) {
  const std::string id = object.line("id", id_bytes_max);
  Customer customer{.id = CustomerId(id.empty() ? "unnamed" : id),
                    .name = object.line("name", name_bytes_max)};
  for (const auto& item : object.items("phones", contacts_max)) {
    if (auto phone = read_phone(item, object.mistakes())) customer.phones.push_back(*phone);
  }
  for (const auto& item : object.items("emails", contacts_max)) {
    if (auto email = read_email(item, object.mistakes())) customer.emails.push_back(*email);
  }
  for (const auto& item : object.items("addresses", contacts_max)) {
    customer.addresses.push_back(read_address({item.json, item.path, object.mistakes()}));
  }
  customer.notes = object.text("notes", notes_bytes_max);
  object.refuse_unknown();
  if (id.empty()) customer.id = CustomerId(id_from_content(tenant, customer));
  return customer;
}

}  // namespace

GivenCustomers::GivenCustomers(ObjectReader& document, const TenantId& tenant) : tenant_(tenant) {
  for (const auto& item : document.items("customers", customers_max)) {
    ObjectReader object(item.json, item.path, document.mistakes());
    Customer customer = read_customer(object, tenant);
    if (customer.name.empty() && customer.phones.empty() && customer.emails.empty()) {
      tenants::add_mistake(document.mistakes(), item.path, "needs a name, a phone or an email");
      continue;
    }
    add(std::move(customer), item, document.mistakes());
  }
}

void GivenCustomers::add(Customer customer, const ObjectReader::Item& item,
                         std::vector<std::string>& mistakes) {
  if (by_id_.contains(customer.id.text())) {
    tenants::add_mistake(mistakes, item.path, "is the same customer as an earlier one");
    return;
  }
  for (std::size_t i = 0; i < customer.phones.size(); ++i) {
    if (by_contact_.contains(customer.phones[i].e164())) {
      tenants::add_mistake(mistakes, item.path + ".phones[" + std::to_string(i) + "]",
                           "belongs to an earlier customer");
    }
  }
  for (std::size_t i = 0; i < customer.emails.size(); ++i) {
    if (by_contact_.contains(customer.emails[i])) {
      tenants::add_mistake(mistakes, item.path + ".emails[" + std::to_string(i) + "]",
                           "belongs to an earlier customer");
    }
  }
  customers_.push_back(std::move(customer));
  index(customers_.size() - 1);
}

const Customer* GivenCustomers::for_visit(const std::string& called) {
  if (const auto found = by_id_.find(called); found != by_id_.end()) {
    return &customers_[found->second];
  }
  const auto phone = PhoneNumber::parse(called);
  if (phone) {
    const auto found = by_contact_.find(phone->e164());
    if (found != by_contact_.end()) return &customers_[found->second];
  } else if (const auto found = by_name_.find(folded(called)); found != by_name_.end()) {
    return found->second.size() == 1 ? &customers_[found->second.front()] : nullptr;
  }

  Customer customer{.id = CustomerId("unnamed"), .name = phone ? "" : called};
  if (phone) customer.phones.push_back(*phone);
  customer.id = CustomerId(id_from_content(tenant_, customer));
  customers_.push_back(std::move(customer));
  index(customers_.size() - 1);
  return &customers_.back();
}

void GivenCustomers::index(std::size_t position) {
  const Customer& customer = customers_[position];
  by_id_.emplace(customer.id.text(), position);
  for (const PhoneNumber& phone : customer.phones) by_contact_.emplace(phone.e164(), position);
  for (const std::string& email : customer.emails) by_contact_.emplace(email, position);
  if (!customer.name.empty()) by_name_[folded(customer.name)].push_back(position);
}

Address read_address(ObjectReader object) {
  Address address{
      .street = object.line("street", address_part_bytes_max, ObjectReader::Need::Required),
      .unit = object.line("unit", address_part_bytes_max),
      .city = object.line("city", address_part_bytes_max),
      .state = object.line("state", address_part_bytes_max),
      .zip = object.line("zip", address_part_bytes_max)};
  object.refuse_unknown();
  return address;
}

}  // namespace callwright::onboarding
