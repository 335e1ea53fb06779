#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace callwright {

// An amount in the currency's smallest unit, so that sums are exact.
struct Money {
  std::int64_t cents = 0;
  std::string currency = "USD";  // ISO 4217.

  friend bool operator==(const Money&, const Money&) = default;
};

}  // namespace callwright
