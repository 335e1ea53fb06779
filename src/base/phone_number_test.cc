#include "base/phone_number.h"

#include <gtest/gtest.h>

#include <type_traits>

namespace callwright {
namespace {

std::string e164_of(std::string_view text) {
  const auto number = PhoneNumber::parse(text);
  return number ? number->e164() : "no number";
}

TEST(PhoneNumber, is_read_from_the_forms_people_and_carriers_write) {
  for (const char* text :
       {"+15550100120", "15550100120", "5550100120", "(555) 010-0120", "1-555-010-0120",
        "555.010.0120", " 555 010 0120 ", "+1 (555) 010-0120"}) {
    EXPECT_EQ(e164_of(text), "+15550100120") << text;
  }
  EXPECT_EQ(e164_of("+44 20 7946 0018"), "+442079460018");
}

TEST(PhoneNumber, is_nothing_a_carrier_says_in_place_of_one) {
  for (const char* text :
       {"", "+", "anonymous", "client:alice", "sip:a@example.com", "5550100", "911", "+1555010012",
        "+155501001200", "+05550100120", "1550100120", "0555010012", "+1234567890123456",
        "+15550100120;ext=4", "++15550100120", "555-0100-120x"}) {
    EXPECT_EQ(e164_of(text), "no number") << text;
  }
}

TEST(PhoneNumber, is_recognisable_but_not_callable_when_redacted) {
  EXPECT_EQ(PhoneNumber::parse("+15550100120")->redacted(), "+1555•••0120");
}

TEST(PhoneNumber, is_read_out_the_way_people_say_it) {
  EXPECT_EQ(PhoneNumber::parse("+15550100120")->national(), "555 010 0120");
  EXPECT_EQ(PhoneNumber::parse("+442079460018")->national(), "+442079460018");
}

template <class T>
concept Printable = requires(std::ostream& stream, T value) { stream << value; };

TEST(PhoneNumber, cannot_be_printed_by_accident) {
  EXPECT_FALSE(Printable<PhoneNumber>);
}

}  // namespace
}  // namespace callwright
