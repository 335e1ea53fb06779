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
        {"77 Cedar Ave, Kansas City, MO 64105", "77 Cedar Ave||Kansas City|MO|64105"},
        {"400 Ocean Blvd, Virginia Beach", "400 Ocean Blvd||Virginia Beach||"},
        {"18 Colorado Street, Colorado Springs, CO", "18 Colorado Street||Colorado Springs|CO|"},
        {"5 Oak Lane, Nevada, Missouri", "5 Oak Lane||Nevada|MO|"},
        {"7 City Road, Kansas", "7 City Road|||KS|"},
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
        {"three hundred and five east twenty second street unit four c",
         "305 East 22nd Street|Unit 4C|||"},
        {"5 1 0 elm street", "510 Elm Street||||"},
        {"4 0 0 park ave apt # 12", "400 Park Ave|Apt 12|||"},
        {"double seven seven lucky lane", "777 Lucky Lane||||"},
        {"thirty three thirty three thirty third street", "3333 33rd Street||||"},
        {"twenty one twenty one twenty first avenue south", "2121 21st Avenue South||||"},
        {"eleven twenty county road forty two", "1120 County Road 42||||"},
        {"4500 farm to market road 1960 west houston texas 77069",
         "4500 Farm To Market Road 1960 West||Houston|TX|77069"},
        {"six sixty six interstate 35 frontage road", "666 Interstate 35 Frontage Road||||"},
        {"two twenty two baker street number two b zip seven eight seven zero four",
         "222 Baker Street|#2B|||78704"},
        {"400 park avenue apartment twelve d as in david", "400 Park Avenue|Apt 12D|||"},
        {"we live at 15 Sunset, that's 15 Sunset Boulevard", "15 Sunset Boulevard||||"},
        {"vivo en la calle Pino número 45, apartamento 2", "45 Calle Pino|Apt 2|||"},
        {"seventy seven cedar avenue kansas city kansas six six one oh one",
         "77 Cedar Avenue||Kansas City|KS|66101"},
        {"calle Roble mil doscientos cuatro, Kansas City, seis seis uno cero uno",
         "1204 Calle Roble||Kansas City||66101"},
        {"es el 1204 de Oak Street en Kansas City", "1204 Oak Street||Kansas City||"},
        {"es el 1204 de la calle Roble en Springfield", "1204 Calle Roble||Springfield||"},
        {"calle ocho 2301", "2301 Calle Ocho||||"},
        {"vivo en el 1204 de la calle Roble", "1204 Calle Roble||||"},
        {"avenida Juárez número 12 apartamento 3", "12 Avenida Juárez|Apt 3|||"}}) {
    EXPECT_EQ(address(said), expected) << said;
  }
}

TEST(Addresses, are_put_right_by_the_speaker) {
  EXPECT_EQ(address("1415 Elm Avenue, no wait, fifty not fifteen"), "1450 Elm Avenue||||");
  EXPECT_EQ(address("1240 no 1420 Oak Street"), "1420 Oak Street||||");
  EXPECT_EQ(address("it's 5 0 1 no sorry 5 1 0 elm street"), "510 Elm Street||||");
  EXPECT_EQ(address("510 elm street, sorry, elm avenue"), "510 Elm Avenue||||");
  EXPECT_EQ(address("510 elm street, I meant 520"), "520 Elm Street||||");
  EXPECT_EQ(address("it's not 510, it's 520 elm street"), "520 Elm Street||||");
  EXPECT_EQ(address("1204 Oak Street, sorry, 1206 Oak Street"), "1206 Oak Street||||");
  EXPECT_EQ(address("1204 Oak Street apartment 3, I mean apartment 4"), "1204 Oak Street|Apt 4|||");
}

TEST(Addresses, may_be_answered_in_part) {
  EXPECT_EQ(address("the zip is six six oh four four", Question::Address), "||||66044");
  EXPECT_EQ(address("Springfield, Kansas", Question::Address), "||Springfield|KS|");
  EXPECT_EQ(address("1204 oak", Question::Address), "1204 Oak||||");
  EXPECT_EQ(address("1204 oak"), "-");
  EXPECT_EQ(address("my zip code's nine oh two one oh", Question::Address), "||||90210");
  EXPECT_EQ(address("zip code seven seven triple oh", Question::Address), "||||77000");
  EXPECT_EQ(address("the house number is 1204 and the street is oak street", Question::Address),
            "1204 Oak Street||||");
}

TEST(Addresses, are_not_made_of_other_numbers) {
  for (const std::string_view said :
       {"my 2015 furnace needs a new drive", "I have 2 water heaters on Main Street",
        "there's a 20 minute drive", "at 3 on Friday", "it costs 500 a month", "24 hour service",
        "the corner of 5th and Main", "I live in a 2 story house on a lane",
        "there are 12 units on Main Street and 3 are leaking", "it's been 20 minutes away drive",
        "I'm over on Elm Street near the 7 eleven", "take exit 12 off Highway 290",
        "call me at 555 010 0120", "P.O. Box 123", "3 bedroom house on Maple Lane", ""}) {
    EXPECT_EQ(address(said), "-") << said;
  }
}

}  // namespace
}  // namespace callwright::language
