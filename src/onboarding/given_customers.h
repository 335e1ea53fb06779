#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/id.h"
#include "customers/domain/customer.h"
#include "tenants/document_reader.h"

namespace callwright::onboarding {

// The customers of a document, found again by what visits call them.
class GivenCustomers {
 public:
  GivenCustomers(tenants::ObjectReader& document, const TenantId& tenant);

  // Who a visit is for, by id, number or name. Somebody the document does not list becomes a
  // customer with that number, or with that name and nothing else. Null when the name is that of
  // several.
  const customers::Customer* for_visit(const std::string& called);

  std::vector<customers::Customer> take() && { return std::move(customers_); }

 private:
  void add(customers::Customer customer, const tenants::ObjectReader::Item& item,
           std::vector<std::string>& mistakes);
  void index(std::size_t position);

  TenantId tenant_;
  std::vector<customers::Customer> customers_;
  std::unordered_map<std::string, std::size_t> by_id_;
  std::unordered_map<std::string, std::size_t> by_contact_;  // Number or e-mail address.
  std::unordered_map<std::string, std::vector<std::size_t>> by_name_;
};

customers::Address read_address(tenants::ObjectReader object);

}  // namespace callwright::onboarding
