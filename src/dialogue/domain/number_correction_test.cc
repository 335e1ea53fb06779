#include "dialogue/domain/number_correction.h"

#include <gtest/gtest.h>

namespace callwright::dialogue {
namespace {

struct StreetCase {
  std::string_view said;
  std::string_view street;
  std::string_view corrected;  // Empty: not a correction of it.
};

TEST(NumberCorrection, the_house_number_is_put_right) {
  for (const StreetCase& row : {
           StreetCase{"no, fifty not fifteen", "15 Maple Street", "50 Maple Street"},
           StreetCase{"not fifteen, fifty", "15 Maple Street", "50 Maple Street"},
           StreetCase{"it's twelve oh four", "1240 Oak Avenue", "1204 Oak Avenue"},
           StreetCase{"no 812", "821 Elm", "812 Elm"},
           StreetCase{"cincuenta, no quince", "15 Maple Street", "50 Maple Street"},
           StreetCase{"not sixty but seventy", "15 Maple Street", ""},
           StreetCase{"that is wrong", "15 Maple Street", ""},
           StreetCase{"fifty or sixty", "15 Maple Street", ""},
           StreetCase{"no, fifty", "Maple Street", ""},
       }) {
    const auto correction = read_number_correction(row.said);
    const auto street = correction ? with_house_number(row.street, *correction) : std::nullopt;
    EXPECT_EQ(street.value_or(""), row.corrected) << row.said;
  }
}

TEST(NumberCorrection, digits_of_a_number_are_put_right_where_they_can_be_meant_once_only) {
  const PhoneNumber phone = *PhoneNumber::parse("+15550100143");
  const auto corrected = [&](std::string_view said) {
    const auto number = with_digits(phone, *read_number_correction(said));
    return number ? number->e164() : "";
  };
  EXPECT_EQ(corrected("34 not 43"), "+15550100134");
  EXPECT_EQ(corrected("six not five"), "");
  EXPECT_EQ(corrected("99 not 88"), "");
}

}  // namespace
}  // namespace callwright::dialogue
