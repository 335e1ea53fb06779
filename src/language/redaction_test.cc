#include "language/redaction.h"

#include <gtest/gtest.h>

#include <string>

namespace callwright::language {
namespace {

struct Case {
  const char* text;
  const char* blanked;
};

class Redacted : public testing::TestWithParam<Case> {};
class LeftAlone : public testing::TestWithParam<const char*> {};

TEST_P(Redacted, hides_what_must_not_be_kept) {
  EXPECT_EQ(redact(GetParam().text).text, GetParam().blanked);
}
TEST_P(LeftAlone, is_what_may_be_kept) {
  EXPECT_EQ(redact(GetParam()).text, GetParam());
}

constexpr Case cards[] = {
    {"my card is 4111 1111 1111 1111", "my card is [CARD_NUMBER]"},
    {"4111111111111111", "[CARD_NUMBER]"},
    {"it's 4111-1111-1111-1111 thanks", "it's [CARD_NUMBER] thanks"},
    {"4111. 1111. 1111. 1111.", "[CARD_NUMBER]."},
    {"amex 3782 822463 10005 okay", "amex [CARD_NUMBER] okay"},
    {"\uFF14\uFF11\uFF11\uFF11 1111 1111 1111", "[CARD_NUMBER]"},
    {"card number is four one one one, one one one one, one one one one, one one one one",
     "card number is [CARD_NUMBER]"},
    {"four one double one uh one one one one then eleven eleven and eleven eleven",
     "[CARD_NUMBER]"},
    {"my card is fifty four hundred sixty seven oh eight one nine three two two five one two three",
     "my card is [CARD_NUMBER]"},
    {"mi tarjeta es cuatro uno uno uno uno uno uno uno uno uno uno uno uno uno uno uno",
     "mi tarjeta es [CARD_NUMBER]"},
    {"tarjeta cuarenta y uno once once once once once once once", "tarjeta [CARD_NUMBER]"},
    {"card 4111 1111 1111 1112", "card [CARD_NUMBER]"},  // A digit misheard.
    {"the number is 4111 1111 1111 1111 and my zip is 90210",
     "the number is [CARD_NUMBER] and my zip is 90210"},
    {"charge 4111 1111 1111 1111 for 250 dollars", "charge [CARD_NUMBER] for 250 dollars"},
    {"card 4111111111111111 exp 04/27 cvv 123", "card [CARD_NUMBER] exp [CARD_EXPIRY] cvv [CVV]"},
    {"visa ending soon, expires oh four twenty seven, security code is one two three",
     "visa ending soon, expires [CARD_EXPIRY], security code is [CVV]"},
    {"card expires april twenty twenty seven", "card expires [CARD_EXPIRY]"},
    {"mastercard 5555 5555 5555 4444 12/26 123", "mastercard [CARD_NUMBER] [CARD_EXPIRY] [CVV]"},
    {"it's a visa 4111111111111111 and the three digit code is one two three",
     "it's a visa [CARD_NUMBER] and the three digit code is [CVV]"},
    {"tarjeta cuatro mil ciento once once once once once once once", "tarjeta [CARD_NUMBER]"},
    {"the three digits on the back are 482", "the three digits on the back are [CVV]"},
    {"el codigo de seguridad de la tarjeta es 482",
     "el codigo de seguridad de la tarjeta es [CVV]"},
    {"four one one one let me see one one one one hold on one one one one okay one one one one",
     "[CARD_NUMBER]"},
    {"okay so it's 4111 and then 1111 then 1111 and the last four are 1111",
     "okay so it's [CARD_NUMBER]"},
    {"4111/1111/1111/1111", "[CARD_NUMBER]"},
    {"4111_1111_1111_1111", "[CARD_NUMBER]"},
    {"please note visa4242424242424242", "please note visa[CARD_NUMBER]"},
    {"my visa is five four zero zero, sorry, four one one one one one one one one one "
     "one one one one one one",
     "my visa is [CARD_NUMBER]"},
    {"twelve oh four oak, okay, twelve oh four, okay, four two four two four two four two four two "
     "four two four two four two",
     "twelve oh four oak, okay, twelve oh four, okay, [CARD_NUMBER]"},
    {"the number is 5105 1051 0510 5100 and uh exp is 09/29",
     "the number is [CARD_NUMBER] and uh exp is [CARD_EXPIRY]"},
    {"4242 4242 4242 4242 09/29 111 zip 78704", "[CARD_NUMBER] [CARD_EXPIRY] [CVV] zip 78704"},
    {"expiration date is oh five twenty eight", "expiration date is [CARD_EXPIRY]"},
    {"fecha de vencimiento: 09/29", "fecha de vencimiento: [CARD_EXPIRY]"},
    {"it expires in March of twenty nine", "it expires in [CARD_EXPIRY]"},
    {"expiration oh six thirty", "expiration [CARD_EXPIRY]"},
    {"and it expires 04/28", "and it expires [CARD_EXPIRY]"},
    {"vence en marzo de 2029", "vence en [CARD_EXPIRY]"},
    {"my card expires in May of 2028", "my card expires in [CARD_EXPIRY]"},
    {"la tarjeta vence en mayo del 2028", "la tarjeta vence en [CARD_EXPIRY]"},
    {"c v v one two three", "c v v [CVV]"},
    {"back of the card says 902", "back of the card says [CVV]"},
    {"la clave de la tarjeta es 123", "la clave de la tarjeta es [CVV]"},
    {"the pin for my debit card is 4321", "the pin for my debit card is [CVV]"},
};
INSTANTIATE_TEST_SUITE_P(Cards, Redacted, testing::ValuesIn(cards));

constexpr Case others[] = {
    {"my social is 123-45-6789", "my social is [SSN]"},
    {"ssn 123456789", "ssn [SSN]"},
    {"123 45 6789", "[SSN]"},
    {"social security number one two three four five six seven eight nine",
     "social security number [SSN]"},
    {"it's one twenty three forty five sixty seven eighty nine that's my social",
     "it's [SSN] that's my social"},
    {"mi seguro social es uno dos tres cuatro cinco seis siete ocho nueve",
     "mi seguro social es [SSN]"},
    {"my itin is 912-78-1234", "my itin is [SSN]"},
    {"routing number 021000021", "routing number [ROUTING_NUMBER]"},
    {"routing oh two one oh oh oh oh two one and account 000123456789",
     "routing [ROUTING_NUMBER] and account [BANK_ACCOUNT]"},
    {"my checking account number is 12345678", "my checking account number is [BANK_ACCOUNT]"},
    {"my checking account is one two three four five six seven eight nine",
     "my checking account is [BANK_ACCOUNT]"},
    {"numero de cuenta bancaria 0012345678", "numero de cuenta bancaria [BANK_ACCOUNT]"},
    {"my routing number's zero two one triple zero zero two one",
     "my routing number's [ROUTING_NUMBER]"},
    {"iban GB29 NWBK 6016 1331 9268 19", "iban [BANK_ACCOUNT]"},
};
INSTANTIATE_TEST_SUITE_P(Others, Redacted, testing::ValuesIn(others));

constexpr const char* kept[] = {
    "the warranty expires in March of 2029",
    "the coupon expires 04/28",
    "it expires March 29th",
    "it expires at four thirty",
    "the offer expires in twenty minutes",
    "",
    "1204 Oak Street, apartment 3, zip 78704",
    "call me at 206-555-0148",
    "two oh six five five five oh one four eight is my cell",
    "my number is (206) 555-0148 or 206 555 0149",
    "invoice 4471 from March 3rd, 2026",
    "order number 4111111111111111",
    "the model number is XE50M06ST45U1",
    "serial number 9444885623710",
    "permit twenty one twenty three eighty eight twenty six thirty nine sixty seven",
    "they charged me 1,250 dollars last time",
    "it was $4,250.75",
    "Tuesday the 14th at 2:30 pm",
    "between 10 and 12 on 3/14/2026",
    "gate code is 4821#",
    "the alarm code is 4821",
    "my card ends in 4242",
    "the filter is 20x25x4",
    "it is at 17151 2450 Crown Street",
    "we are 3 adults and 2 kids",
    "I need 2 outlets and 1 switch for 4 rooms",
    "2026-03-10T15:05:00Z",
    "the warranty expires 04/27",
    "my account with you is under Smith",
    "one of the two toilets",
    "nos vemos a las tres y media",
    "unit 12 building 4 floor 3",
    "confirmation 883412",
    "call me back at 512 555 0142",
    "the drain is in the back, 123 feet from the road",
    "go around back to number 123",
    "I'll pay by card, call me back at 512 555 0142",
    "my account with you is under 512 555 0142",
    "the security system code is 4821",
    "the back door code is 1234",
    "it may be 4 or 5 of them, the card reader says so",
    "the last four visits",
    "233 S Wacker Dr 60606-6306",
    "checking in on the 18th, for 8 nights",
    "interest on my savings account from 2009 to 2018",
    "policy number 123456789, expiration date 04/27",
};
INSTANTIATE_TEST_SUITE_P(Kept, LeftAlone, testing::ValuesIn(kept));

TEST(Redaction, follows_the_tenants_policy_for_the_rest) {
  EXPECT_EQ(redact("I was born on March 3rd 1980", {.dob = true}).text, "I was born on [DOB]");
  EXPECT_EQ(redact("date of birth 03/03/1980", {.dob = true}).text, "date of birth [DOB]");
  EXPECT_EQ(redact("nací el 3 de marzo de 1980", {.dob = true}).text, "nací el [DOB]");
  EXPECT_EQ(redact("write to ana.lee@example.com please", {.email = true}).text,
            "write to [EMAIL] please");
  EXPECT_EQ(redact("it is john dot smith at example dot com", {.email = true}).text,
            "it is [EMAIL]");
  EXPECT_EQ(redact("call me at 206-555-0148", {.phone = true}).text, "call me at [PHONE]");
  EXPECT_EQ(redact("two oh six five five five oh one four eight", {.phone = true}).text, "[PHONE]");
}

TEST(Redaction, changes_nothing_the_second_time) {
  for (const Case& row : cards) EXPECT_EQ(redact(row.blanked).text, row.blanked);
  for (const Case& row : others) EXPECT_EQ(redact(row.blanked).text, row.blanked);
}

TEST(Redaction, counts_positions_in_code_points) {
  const Redaction redaction = redact("señor, 4111111111111111");
  ASSERT_EQ(redaction.spans.size(), 1U);
  EXPECT_EQ(redaction.spans[0],
            (SensitiveSpan{.begin = 7, .end = 23, .kind = SensitiveKind::CardNumber}));
}

TEST(Redaction, survives_broken_and_hostile_text) {
  EXPECT_EQ(redact("\xff\xfe 4111111111111111 \xc3").text, "\xff\xfe [CARD_NUMBER] \xc3");
  EXPECT_EQ(redact("\xEF\xBC").text, "\xEF\xBC");
  std::string ones;
  for (int i = 0; i < 20000; ++i) ones += "one ";
  EXPECT_LE(redact(ones).text.size(), ones.size());
}

}  // namespace
}  // namespace callwright::language
