#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/phone_number.h"
#include "base/private_text.h"

namespace callwright::customers {

struct Address {
  std::string street;
  std::string unit;
  std::string city;
  std::string state;
  std::string zip;

  bool empty() const { return street.empty(); }
  friend bool operator==(const Address&, const Address&) = default;
};

// "1204 Oak Street, Apt 3, Springfield, KS 66101": what was given, in the order it is written.
std::string one_line(const Address& address);

struct Customer {
  CustomerId id;
  std::string name;
  std::vector<PhoneNumber> phones;
  std::vector<std::string> emails;
  std::vector<Address> addresses;  // The one used last comes first.
  std::string notes;
};

}  // namespace callwright::customers
