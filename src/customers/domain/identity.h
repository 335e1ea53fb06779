#pragma once

#include <string_view>

#include "customers/domain/customer.h"

namespace callwright::customers {

// Whether what a caller said of themselves fits the customer on file: the family name, or the house
// number of an address with its street. A caller's number alone is no proof of who is calling.
bool is_same_person(const Customer& customer, std::string_view name, const Address& address);

}  // namespace callwright::customers
