#include "notifications/domain/alert_text.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace callwright::notifications {
namespace {

AlertFacts gas() {
  return {.hazard = "gas.smell",
          .caller = PhoneNumber::parse("+15550100120"),
          .address = PrivateText("1204 Oak Street, Springfield"),
          .words = PrivateText("I smell gas in the kitchen")};
}

TEST(AlertText, has_the_hazard_first_and_how_to_take_it_last) {
  EXPECT_EQ(alert_sms(gas()).text(),
            "GAS SMELL at 1204 Oak Street, Springfield. Call 555 010 0120. Reply 1 to take it.");
}

TEST(AlertText, says_what_is_not_known) {
  AlertFacts facts = gas();
  facts.hazard = "caller_confirmed";
  facts.caller = std::nullopt;
  facts.address = PrivateText();
  EXPECT_EQ(alert_sms(facts).text(),
            "EMERGENCY, address not known yet. The caller's number is withheld. "
            "Reply 1 to take it.");
}

TEST(AlertText, says_what_it_is_and_not_how_it_was_said) {
  EXPECT_EQ(hazard_words("heat.out:negated"), "heat out");
}

TEST(AlertText, fits_one_segment_by_shortening_the_address_alone) {
  for (std::size_t length = 1; length < 400; ++length) {
    AlertFacts facts = gas();
    std::string address;
    while (address.size() < length) address += "Ñandú ";
    facts.address = PrivateText(address);
    const std::string text = alert_sms(facts).text();
    ASSERT_LE(text.size(), alert_text_length_max);
    ASSERT_TRUE(is_valid_utf8(text)) << text;
    ASSERT_TRUE(text.starts_with("GAS SMELL at "));
    ASSERT_TRUE(text.ends_with(". Call 555 010 0120. Reply 1 to take it."));
  }
}

TEST(AlertText, of_an_update_says_that_it_is_one_and_asks_for_nothing) {
  EXPECT_EQ(alert_update_sms(gas()).text(),
            "Update: GAS SMELL at 1204 Oak Street, Springfield. Call 555 010 0120.");
}

TEST(AlertText, of_a_copy_says_which_one_it_is) {
  EXPECT_EQ(as_copy(PrivateText("GAS SMELL."), 1).text(), "GAS SMELL.");
  EXPECT_EQ(as_copy(PrivateText("GAS SMELL."), 2).text(),
            "GAS SMELL. (alert 2 of the same emergency)");
}

TEST(AlertText, is_spoken_with_the_number_digit_by_digit_and_the_key_last) {
  EXPECT_EQ(
      alert_speech(gas(), "Prairie Plumbing").text(),
      "This is the receptionist of Prairie Plumbing with an emergency: gas smell. The address "
      "is 1204 Oak Street, Springfield. The caller's number is 5 5 5, 0 1 0, 0 1 2 0. The "
      "caller said: I smell gas in the kitchen. Press 1 to take it.");
}

TEST(AlertText, by_mail_has_everything_that_is_known) {
  const std::string mail = alert_mail(gas(), "Prairie Plumbing").text();
  for (const std::string_view part : {"GAS SMELL", "555 010 0120", "1204 Oak Street, Springfield",
                                      "I smell gas in the kitchen", "Prairie Plumbing"}) {
    EXPECT_TRUE(mail.contains(part)) << part;
  }
}

// No alert may ask for a word that carriers take for a change of consent.
TEST(AlertText, never_asks_for_a_word_that_carriers_act_upon) {
  for (const std::string_view word : {"STOP", "CANCEL", "END", "QUIT", "YES", "START"}) {
    EXPECT_FALSE(alert_sms(gas()).text().contains("Reply " + std::string(word)));
  }
}

}  // namespace
}  // namespace callwright::notifications
