#include "language/addresses.h"

#include <gtest/gtest.h>

namespace callwright::language {
namespace {

std::string address(std::string_view said, Question asked = Question::None) {
  const auto found = read_address(Words(said), {.reference_time = from_ms(0), .asked = asked});
  if (!found) return "-";
  const AddressReading& read = found->value;
  return read.street + "|" + read.unit + "|" + read.city + "|" + read.state + "|" + read.zip;
}

struct Case {
  std::string_view said;
  std::string_view expected;
};

TEST(Addresses, are_read_as_they_are_written) {
  for (const auto& [said, expected] :
       {Case{"1204 Oak Street, Apt 3B, Springfield, KS 66044-1234",
             "1204 Oak Street|Apt 3B|Springfield|KS|66044-1234"},
        {"300 n main st springfield il 62701", "300 N Main St||Springfield|IL|62701"},
        {"12345 State Highway 71 Bee Creek TX", "12345 State Highway 71||Bee Creek|TX|"},
        {"55 West 21st Street suite 400 New York New York 10010",
         "55 West 21st Street|Suite 400|New York|NY|10010"},
        {"1915 12th Ave NW #204", "1915 12th Ave NW|#204|||"},
        {"15 Ocean Boulevard West Palm Beach FL 33401",
         "15 Ocean Boulevard||West Palm Beach|FL|33401"},
        {"4108 Marsh St St Louis MO 63129", "4108 Marsh St||St Louis|MO|63129"},
        {"35-20 24th St", "35-20 24th St||||"}}) {
    EXPECT_EQ(address(said), expected) << said;
  }
}

TEST(Addresses, are_read_as_they_are_spoken) {
  for (const auto& [said, expected] :
       {Case{"my address is twelve oh four oak street apartment three b springfield kansas six six "
             "oh four four",
             "1204 Oak Street|Apt 3B|Springfield|KS|66044"},
        {"it's 22 Baker Lane, unit b as in boy", "22 Baker Lane|Unit B|||"},
        {"one twenty three and a half maple court", "123 1/2 Maple Court||||"},
        {"fifteen hundred south lamar austin texas seven eight seven oh four",
         "1500 South Lamar||Austin|TX|78704"},
        {"17 Summer Street on the second floor", "17 Summer Street|Floor 2|||"},
        {"vivo en el 1204 de la calle Roble", "1204 Calle Roble||||"},
        {"avenida Juárez número 12 apartamento 3", "12 Avenida Juárez|Apt 3|||"}}) {
    EXPECT_EQ(address(said), expected) << said;
  }
}

TEST(Addresses, are_put_right_by_the_speaker) {
  EXPECT_EQ(address("1415 Elm Avenue, no wait, fifty not fifteen"), "1450 Elm Avenue||||");
  EXPECT_EQ(address("1240 no 1420 Oak Street"), "1420 Oak Street||||");
  EXPECT_EQ(address("1204 Oak Street, sorry, 1206 Oak Street"), "1206 Oak Street||||");
  EXPECT_EQ(address("1204 Oak Street apartment 3, I mean apartment 4"), "1204 Oak Street|Apt 4|||");
}

TEST(Addresses, may_be_answered_in_part) {
  EXPECT_EQ(address("the zip is six six oh four four", Question::Address), "||||66044");
  EXPECT_EQ(address("Springfield, Kansas", Question::Address), "||Springfield|KS|");
  EXPECT_EQ(address("1204 oak", Question::Address), "1204 Oak||||");
  EXPECT_EQ(address("1204 oak"), "-");
}

TEST(Addresses, are_not_made_of_other_numbers) {
  for (const std::string_view said :
       {"my 2015 furnace needs a new drive", "I have 2 water heaters on Main Street",
        "there's a 20 minute drive", "at 3 on Friday", "it costs 500 a month", "24 hour service",
        "the corner of 5th and Main", "P.O. Box 123", "3 bedroom house on Maple Lane", ""}) {
    EXPECT_EQ(address(said), "-") << said;
  }
}

}  // namespace
}  // namespace callwright::language
