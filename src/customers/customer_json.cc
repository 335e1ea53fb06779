#include "customers/customer_json.h"

namespace callwright::customers {

Json to_json(const Address& address) {
  return Json::object({{"street", address.street},
                       {"unit", address.unit},
                       {"city", address.city},
                       {"state", address.state},
                       {"zip", address.zip}});
}

Json to_json(const Customer& customer) {
  Json::Array phones;
  for (const PhoneNumber& phone : customer.phones) phones.emplace_back(phone.e164());
  Json::Array emails;
  for (const std::string& email : customer.emails) emails.emplace_back(email);
  Json::Array addresses;
  for (const Address& address : customer.addresses) addresses.push_back(to_json(address));
  return Json::object({{"id", customer.id.text()},
                       {"name", customer.name},
                       {"phones", Json(std::move(phones))},
                       {"emails", Json(std::move(emails))},
                       {"addresses", Json(std::move(addresses))},
                       {"notes", customer.notes}});
}

}  // namespace callwright::customers
