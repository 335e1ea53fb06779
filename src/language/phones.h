#pragma once

#include <optional>

#include "base/phone_number.h"
#include "language/understanding.h"
#include "language/words.h"

namespace callwright::language {

// A telephone number, written or dictated. Numbers of cards, accounts and orders are none, and a
// number without its area code is not completed by guessing.
std::optional<Found<PhoneNumber>> read_phone(const Words& words, const Context& context);

}  // namespace callwright::language
