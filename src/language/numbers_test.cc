#include "language/numbers.h"

#include <gtest/gtest.h>

namespace callwright::language {
namespace {

struct Case {
  std::string_view said;
  std::string_view expected;
};

std::string cardinal(std::string_view said) {
  const Words words(said);
  const auto number = read_cardinal(words, 0);
  return number && number->next == words.size() ? std::to_string(number->value) : "-";
}

std::string digits(std::string_view said, Hundreds hundreds) {
  const Words words(said);
  const auto read = read_digits(words, 0, hundreds);
  return read ? read->digits : "-";
}

TEST(Numbers, are_counted_in_english_and_spanish) {
  for (const auto& [said, expected] : {Case{"25", "25"},
                                       {"1,200", "1200"},
                                       {"twenty-five", "25"},
                                       {"fifteen hundred", "1500"},
                                       {"a hundred and five", "105"},
                                       {"two thousand four hundred and six", "2406"},
                                       {"treinta y dos", "32"},
                                       {"ciento veinte", "120"},
                                       {"dos mil quinientos", "2500"},
                                       {"zero", "0"},
                                       {"twenty first", "-"},
                                       {"hundred", "-"},
                                       {"the sink", "-"}}) {
    EXPECT_EQ(cardinal(said), expected) << said;
  }
}

TEST(Numbers, say_which_one) {
  const auto ordinal = [](std::string_view said) {
    const Words words(said);
    const auto number = read_ordinal(words, 0);
    return number ? number->value : -1;
  };
  EXPECT_EQ(ordinal("21st"), 21);
  EXPECT_EQ(ordinal("twenty first"), 21);
  EXPECT_EQ(ordinal("one hundred seventieth"), 170);
  EXPECT_EQ(ordinal("primero"), 1);
  EXPECT_EQ(ordinal("3ª"), 3);
  EXPECT_EQ(ordinal("3a"), -1);
  EXPECT_EQ(ordinal("twenty"), -1);
}

TEST(Numbers, of_houses_are_dictated_as_they_count) {
  for (const auto& [said, expected] : {Case{"twelve oh four", "1204"},
                                       {"thirty three forty eight", "3348"},
                                       {"twenty four hundred", "2400"},
                                       {"fifteen hundred twelve", "1512"},
                                       {"one two five one four", "12514"},
                                       {"doce cero cuatro", "1204"},
                                       {"12 04", "1204"},
                                       {"1065 nine", "1065"},
                                       {"twelve hundred twelfth street", "1200"},
                                       {"one sixty twenty first street", "160"}}) {
    EXPECT_EQ(digits(said, Hundreds::Count), expected) << said;
  }
}

TEST(Numbers, of_phones_are_dictated_digit_by_digit) {
  for (const auto& [said, expected] : {Case{"five five five oh one double two", "5550122"},
                                       {"triple five", "555"},
                                       {"eight hundred five five five", "800555"},
                                       {"fifty five oh one", "5501"},
                                       {"five for one too three", "54123"},
                                       {"novecientos trece", "913"},
                                       {"913-555-0120", "9135550120"},
                                       {"913, 555", "913"}}) {
    EXPECT_EQ(digits(said, Hundreds::List), expected) << said;
  }
}

TEST(Numbers, end_where_no_number_is_so_long) {
  std::string said;
  for (int i = 0; i < 1000; ++i) said += i == 0 ? "1" : ",000";
  const Words words(said);
  EXPECT_FALSE(read_cardinal(words, 0));
  EXPECT_LE(digits(said, Hundreds::List).size(), 32U);
}

}  // namespace
}  // namespace callwright::language
