#pragma once

#include "customers/domain/customer.h"
#include "platform/json/json.h"

namespace callwright::customers {

// Parts that are not known are empty strings.
Json to_json(const Address& address);
// {"id", "name", "phones", "emails", "addresses", "notes"}
Json to_json(const Customer& customer);

}  // namespace callwright::customers
