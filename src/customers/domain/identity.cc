#include "customers/domain/identity.h"

#include <algorithm>
#include <string>

#include "base/text.h"

namespace callwright::customers {
namespace {

std::string last_word(std::string_view text) {
  text = trimmed(text);
  const std::size_t space = text.find_last_of(' ');
  return lowered(space == std::string_view::npos ? text : text.substr(space + 1));
}

std::string first_word(std::string_view text) {
  text = trimmed(text);
  return lowered(text.substr(0, text.find(' ')));
}

// "1204 Oak Street" and "1204 oak" are the same door.
bool same_door(const Address& on_file, const Address& said) {
  if (said.street.empty() || on_file.street.empty()) return false;
  const std::string house = first_word(said.street);
  const bool numbered = !house.empty() && house[0] >= '0' && house[0] <= '9';
  return numbered && house == first_word(on_file.street);
}

}  // namespace

bool is_same_person(const Customer& customer, std::string_view name, const Address& address) {
  if (!trimmed(name).empty() && last_word(name) == last_word(customer.name)) return true;
  return std::ranges::any_of(customer.addresses,
                             [&](const Address& on_file) { return same_door(on_file, address); });
}

}  // namespace callwright::customers
