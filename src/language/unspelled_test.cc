#include "language/unspelled.h"

#include <gtest/gtest.h>

#include "language/understanding.h"

namespace callwright::language {
namespace {

TEST(Unspelled, letters_become_the_word_they_spell) {
  struct Case {
    std::string_view said;
    std::string_view plain;
  };
  for (const Case& row :
       {Case{"310 b-i-r-c-h lane", "310 birch lane"}, Case{"1204 o a k street", "1204 oak street"},
        Case{"310 birch, b i r c h, lane", "310 birch lane"},
        Case{"310 Birch Lane, Apt 3", "310 Birch Lane, Apt 3"}, Case{"", ""}}) {
    const Words words{row.said};
    EXPECT_EQ(unspelled(words).text, row.plain);
  }
}

TEST(Unspelled, streets_are_read_from_their_letters) {
  const auto reading =
      understand("310 b-i-r-c-h lane, Springfield 66101", {.asked = Question::Address});
  ASSERT_TRUE(reading.slots.address);
  EXPECT_EQ(reading.slots.address->street, "310 Birch Lane");
  EXPECT_EQ(reading.slots.address->city, "Springfield");
}

TEST(Lists, hold_a_name_beside_the_address) {
  for (const std::string_view said :
       {"it's for a clogged drain, Casey Example, 310 Birch Lane, Springfield 66101",
        "Casey Example, 310 Birch Lane, my sink is clogged"}) {
    const auto reading = understand(said, {});
    ASSERT_TRUE(reading.slots.name) << said;
    EXPECT_EQ(reading.slots.name->full, "Casey Example");
  }
  EXPECT_FALSE(understand("clogged drain, kitchen sink, 310 Birch Lane", {}).slots.name);
}

}  // namespace
}  // namespace callwright::language
