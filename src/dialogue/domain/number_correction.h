#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/phone_number.h"

namespace callwright::dialogue {

// A number that was misheard, said again on its own: "fifty, not fifteen", or only "fifty".
struct NumberCorrection {
  std::string right;
  std::string wrong;  // Empty: not said.
};

// Nothing when no number or more than such a correction needs was said.
std::optional<NumberCorrection> read_number_correction(std::string_view text);

// The street with the house number put right; nothing when the correction is not about it.
std::optional<std::string> with_house_number(std::string_view street,
                                             const NumberCorrection& correction);

// The number with the wrong digits put right; nothing unless they stand in exactly one place.
std::optional<PhoneNumber> with_digits(const PhoneNumber& phone,
                                       const NumberCorrection& correction);

}  // namespace callwright::dialogue
