#include "base/text.h"

#include <gtest/gtest.h>

namespace callwright {
namespace {

TEST(Text, is_trimmed_of_white_space_only) {
  EXPECT_EQ(trimmed(" \t a b \r\n"), "a b");
  EXPECT_EQ(trimmed(" \n "), "");
  EXPECT_EQ(trimmed("\u00a0a"), "\u00a0a");
}

TEST(Text, is_lowered_without_touching_utf8) {
  EXPECT_EQ(lowered("ÀB Zz09[@"), "Àb zz09[@");
}

TEST(Text, is_split_with_the_empty_pieces) {
  using Pieces = std::vector<std::string_view>;
  EXPECT_EQ(split("a,,b", ','), (Pieces{"a", "", "b"}));
  EXPECT_EQ(split("a,", ','), (Pieces{"a", ""}));
  EXPECT_EQ(split("", ','), (Pieces{""}));
}

TEST(Text, is_joined_between_pieces_only) {
  EXPECT_EQ(joined({}, ", "), "");
  EXPECT_EQ(joined({"a"}, ", "), "a");
  EXPECT_EQ(joined({"a", "", "b"}, ", "), "a, , b");
}

TEST(Text, is_replaced_everywhere_but_never_in_the_replacement) {
  EXPECT_EQ(replaced("aXbX", "X", "XX"), "aXXbXX");
  EXPECT_EQ(replaced("aaa", "aa", "b"), "ba");
  EXPECT_EQ(replaced("abc", "", "x"), "abc");
}

TEST(Text, is_utf8_only_when_well_formed) {
  for (const char* good :
       {"", "plain", "é", "€", "🔧", "\u0080", "\uD7FF", "\uE000", "\U0010FFFF"}) {
    EXPECT_TRUE(is_valid_utf8(good)) << good;
    EXPECT_TRUE(is_valid_utf8("a long run of ASCII before " + std::string(good))) << good;
  }
  for (const char* bad :
       {"\x80", "\xc3", "\xc0\xaf", "\xc1\xbf", "\xe0\x9f\xbf", "\xe2\x82", "\xed\xa0\x80",
        "\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xff", "a\xe2\x82z"}) {
    EXPECT_FALSE(is_valid_utf8(bad)) << bad;
    EXPECT_FALSE(is_valid_utf8("eight or more ASCII" + std::string(bad) + "and after")) << bad;
  }
}

TEST(Text, is_compared_in_whole_even_in_constant_time) {
  EXPECT_TRUE(equal_in_constant_time("", ""));
  EXPECT_TRUE(equal_in_constant_time("secret", "secret"));
  EXPECT_FALSE(equal_in_constant_time("secret", "secreT"));
  EXPECT_FALSE(equal_in_constant_time("Secret", "secret"));
  EXPECT_FALSE(equal_in_constant_time("secret", "secre"));
}

}  // namespace
}  // namespace callwright
