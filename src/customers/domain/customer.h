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

// Equal for addresses that differ only in case, spaces and punctuation: "1204 Oak St." and "1204
// oak st".
std::string address_key(const Address& address);

struct Customer {
  CustomerId id;
  std::string name;
  std::vector<PhoneNumber> phones;
  std::vector<std::string> emails;
  std::vector<Address> addresses;  // The one used last comes first.
  std::string notes;

  friend bool operator==(const Customer&, const Customer&) = default;
};

// What is known of a person after hearing `heard`, which may be empty in any part. Nothing is
// forgotten: numbers, e-mail addresses and addresses are added, an address that is heard again
// becomes the one used last, and a name that is known stays. The id is that of `known`.
Customer combined(const Customer& known, const Customer& heard);

// The same for what the owner wrote down: the owner's name and notes count for more than those that
// are known, and addresses that are known keep their order.
Customer corrected(const Customer& known, const Customer& written);

}  // namespace callwright::customers
