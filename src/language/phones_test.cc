#include "language/phones.h"

#include <gtest/gtest.h>

namespace callwright::language {
namespace {

std::string phone(std::string_view said) {
  const auto found = read_phone(Words(said), {.reference_time = from_ms(0)});
  return found ? found->value.e164() : "-";
}

struct Case {
  std::string_view said;
  std::string_view expected;
};

TEST(Phones, are_read_however_they_are_dictated) {
  for (const auto& [said, expected] :
       {Case{"(555) 010-0120", "+15550100120"},
        {"1-555-010-0120", "+15550100120"},
        {"it's five five five oh one oh oh one two oh", "+15550100120"},
        {"double five five zero one zero, zero one two zero", "+15550100120"},
        {"fifty five fifty ten oh one twenty", "+15550100120"},
        {"area code 555 then 010 dash 0120", "+15550100120"},
        {"plus one 555 010 0120", "+15550100120"},
        {"010 0120, area code 555", "+15550100120"},
        {"the area code is 555 and the number is 010 0120", "+15550100120"},
        {"my number's 5 5 5 0 1 0 0 1 2 0", "+15550100120"},
        {"five fifty five, oh ten, oh one twenty", "+15550100120"},
        {"555 010 0120 extension 12", "+15550100120"},
        {"555 five five five 0142", "+15555550142"},
        {"one eight hundred five five five oh one four two", "+18005550142"},
        {"you can reach me at five five five, uh, zero one zero, zero one, two zero",
         "+15550100120"},
        {"cinco cincuenta y cinco, cero diez, cero uno veinte", "+15550100120"},
        {"cinco cinco cinco cero uno cero cero uno dos cero", "+15550100120"},
        {"apartment 12, 555 010 0120", "+15550100120"},
        {"+44 20 7946 0958", "+442079460958"}}) {
    EXPECT_EQ(phone(said), expected) << said;
  }
}

TEST(Phones, are_put_right_by_the_speaker) {
  EXPECT_EQ(phone("555 010 0120, no wait, 0121"), "+15550100121");
  EXPECT_EQ(phone("555 010 0120, sorry, 555 010 0199"), "+15550100199");
}

TEST(Phones, are_not_guessed_from_other_numbers) {
  for (const std::string_view said :
       {"010 0120", "my card is 4111 1111 1111 1111", "account number 5550100120",
        "my social is 123 45 6789", "it cost 1200 dollars in 2015", "order 5550100120 please",
        "one two three", "call 911", "the area code is 555", "at 5 12 on the 5th",
        "1204 oak street 78704", "use the number I'm calling from", ""}) {
    EXPECT_EQ(phone(said), "-") << said;
  }
}

}  // namespace
}  // namespace callwright::language
