#include "language/emails.h"

#include <gtest/gtest.h>

namespace callwright::language {
namespace {

std::string email(std::string_view said) {
  const auto found = read_email(Words(said), {.reference_time = from_ms(0)});
  return found ? found->value : "-";
}

struct Case {
  std::string_view said;
  std::string_view expected;
};

TEST(Emails, are_read_however_they_are_said) {
  for (const auto& [said, expected] :
       {Case{"send it to Bob@Example.com please", "bob@example.com"},
        {"john dot smith at example dot com", "john.smith@example.com"},
        {"john.smith at example.com", "john.smith@example.com"},
        {"my email is j smith twelve at example dot org", "jsmith12@example.org"},
        {"m-a-r-y underscore jones at example dot net", "mary_jones@example.net"},
        {"j as in john d as in david at example dot com", "jd@example.com"},
        {"ana guion bajo lopez arroba ejemplo punto com punto mx", "ana_lopez@ejemplo.com.mx"},
        {"info at smith hyphen sons dot co dot uk", "info@smith-sons.co.uk"},
        {"john smith all one word at example dot com", "johnsmith@example.com"},
        {"bob the builder all one word at example dot net", "bobthebuilder@example.net"},
        {"john smith with no dots at example dot com", "johnsmith@example.com"},
        {"first initial j last name smith at example dot com", "jsmith@example.com"},
        {"john smith the number 5 at example dot com", "johnsmith5@example.com"},
        {"john s m i t h at example dot com", "johnsmith@example.com"},
        {"xyz at example dot c o m", "xyz@example.com"},
        {"bob at bobs plumbing dot com", "bob@bobsplumbing.com"},
        {"john at mail dot example dot com", "john@mail.example.com"},
        {"a period b period c at example period org", "a.b.c@example.org"},
        {"no wait it's jon at example dot com", "jon@example.com"},
        {"a@example.com, sorry, b@example.com", "b@example.com"}}) {
    EXPECT_EQ(email(said), expected) << said;
  }
}

TEST(Emails, are_not_made_of_places_and_times) {
  for (const std::string_view said :
       {"I'm at home at 5", "meet me at noon", "I don't have an email",
        "look at the dot on the wall", "at example dot com", "john at example",
        "I live at one dot two miles", "at least two dot com companies", "john example dot com",
        "I'm at work until 5", ""}) {
    EXPECT_EQ(email(said), "-") << said;
  }
}

TEST(Emails, are_valid_by_the_letter_of_the_standard) {
  EXPECT_TRUE(is_email_address("a.b+c@example.co.uk"));
  EXPECT_TRUE(is_email_address(std::string(64, 'a') + "@example.com"));
  EXPECT_FALSE(is_email_address(std::string(65, 'a') + "@example.com"));
  EXPECT_FALSE(is_email_address("a..b@example.com"));
  EXPECT_FALSE(is_email_address(".a@example.com"));
  EXPECT_FALSE(is_email_address("a@-example.com"));
  EXPECT_FALSE(is_email_address("a@b@example.com"));
  EXPECT_FALSE(is_email_address("@example.com"));
  EXPECT_FALSE(is_email_address("a@"));
}

}  // namespace
}  // namespace callwright::language
