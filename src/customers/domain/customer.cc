#include "customers/domain/customer.h"

#include <algorithm>

#include "base/text.h"

namespace callwright::customers {
namespace {

template <class Entry>
void add_missing(std::vector<Entry>& known, const std::vector<Entry>& heard) {
  for (const Entry& entry : heard) {
    if (std::ranges::find(known, entry) == known.end()) known.push_back(entry);
  }
}

auto find_same(std::vector<Address>& known, const Address& address) {
  return std::ranges::find(known, address_key(address), address_key);
}

}  // namespace

std::string one_line(const Address& address) {
  std::vector<std::string> parts;
  for (const std::string* part : {&address.street, &address.unit, &address.city}) {
    if (!part->empty()) parts.push_back(*part);
  }
  std::string region = address.state;
  if (!region.empty() && !address.zip.empty()) region += ' ';
  region += address.zip;
  if (!region.empty()) parts.push_back(region);
  return joined(parts, ", ");
}

std::string address_key(const Address& address) {
  std::string key;
  for (const std::string* part :
       {&address.street, &address.unit, &address.city, &address.state, &address.zip}) {
    for (const char c : lowered(*part)) {
      const bool separator = c == ' ' || c == '.' || c == ',' || c == '#' || c == '-';
      if (!separator) key += c;
    }
    key += '|';
  }
  return key;
}

Customer combined(const Customer& known, const Customer& heard) {
  Customer result = known;
  if (result.name.empty()) result.name = heard.name;
  if (result.notes.empty()) result.notes = heard.notes;
  add_missing(result.phones, heard.phones);
  add_missing(result.emails, heard.emails);
  // The first of `heard` was used last, so it is put in front last.
  for (auto address = heard.addresses.rbegin(); address != heard.addresses.rend(); ++address) {
    const auto same = find_same(result.addresses, *address);
    if (same == result.addresses.end()) {
      result.addresses.insert(result.addresses.begin(), *address);
    } else {
      std::rotate(result.addresses.begin(), same, same + 1);
    }
  }
  return result;
}

Customer corrected(const Customer& known, const Customer& written) {
  Customer result = known;
  if (!written.name.empty()) result.name = written.name;
  if (!written.notes.empty()) result.notes = written.notes;
  add_missing(result.phones, written.phones);
  add_missing(result.emails, written.emails);
  for (const Address& address : written.addresses) {
    if (find_same(result.addresses, address) == result.addresses.end()) {
      result.addresses.push_back(address);
    }
  }
  return result;
}

}  // namespace callwright::customers
