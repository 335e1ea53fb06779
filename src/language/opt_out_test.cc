#include "language/opt_out.h"

#include <gtest/gtest.h>

#include "support/language_sets.h"

namespace callwright::language {
namespace {

class Said : public testing::TestWithParam<const char*> {};
using Stop = Said;
using NoConsentWord = Said;
using SpokenStop = Said;
using SpokenNothing = Said;

TEST_P(Stop, is_heard_in_a_text_message) {
  EXPECT_EQ(read_opt_out(GetParam(), Channel::Sms), OptOut::Stop);
}
TEST_P(NoConsentWord, leaves_consent_as_it_is) {
  EXPECT_EQ(read_opt_out(GetParam(), Channel::Sms), OptOut::None);
}
TEST_P(SpokenStop, is_heard_on_a_call) {
  EXPECT_EQ(read_opt_out(GetParam(), Channel::Voice), OptOut::Stop);
}
TEST_P(SpokenNothing, leaves_consent_as_it_is_on_a_call) {
  EXPECT_EQ(read_opt_out(GetParam(), Channel::Voice), OptOut::None);
}

constexpr const char* stops[] = {
    "STOP",
    "stop",
    " Stop. ",
    "\"stop\"",
    "S.T.O.P.",
    "s t o p",
    "\uFF33\uFF34\uFF2F\uFF30",
    "S\u200BTOP",
    "ST\u00ADOP",
    "stop stop stop",
    "Stop. Thank you",
    "please stop, thanks",
    "STOP ALL",
    "Stop now!!!",
    "CANCEL",
    "END",
    "Quit",
    "opt out please",
    "Opt-Out",
    "i want to opt out",
    "unsubscribe me from this",
    "Please quit texting me",
    "stop sending me messages",
    "don't text me anymore",
    "Do not contact me again",
    "no more texts please",
    "I don't want these messages",
    "take me off your list",
    "remove me from your contact list",
    "remove my number",
    "please lose my number",
    "leave me alone",
    "I revoke my consent",
    "ALTO",
    "Parar",
    "Baja",
    "dejen de mandarme mensajes",
    "ya no me manden mensajes",
    "no quiero recibir más mensajes",
    "no me escriban",
    "quítenme de la lista",
    "por favor no me llamen",
    "remove me",
    "Stop texting this number",
    "STOP\n\nSent from my phone",
    "\u0455t\u043Ep",
    "st0p",
    "I said stop",
    "cease and desist",
    "wrong number, please stop",
    "enough with the texts",
    "I don't want texts from you",
    "I no longer wish to receive these messages",
    "not interested, take me off",
    "take my number off",
    "ya no quiero mensajes",
};
INSTANTIATE_TEST_SUITE_P(Sms, Stop, testing::ValuesIn(stops));

constexpr const char* others[] = {
    "can you stop by tomorrow and text me first",
    "the leak won't stop",
    "it stopped working",
    "cancel my appointment on Friday",
    "please cancel tomorrow's visit, something came up",
    "don't call me before 9",
    "don't call, text me instead",
    "don't text while you drive lol",
    "end of the driveway on the left",
    "yes",
    "ok",
    "take me off the schedule for Tuesday",
    "remove my old toilet please",
    "no, let me leave a message",
    "the bus stop near the house",
    "stop the water please",
    "I need help with my sink",
    "start at 8 am if you can",
    "we start work at nine",
    "please send more information about water heaters",
    "can you call me",
    "no me manden al mismo plomero",
    "I ended up fixing it",
    "quit working last night",
    "remove the old unit",
    "don't send anyone, we fixed it",
    "",
};
INSTANTIATE_TEST_SUITE_P(Sms, NoConsentWord, testing::ValuesIn(others));

constexpr const char* spoken_stops[] = {
    "please stop calling me",
    "quit texting me",
    "take me off your calling list",
    "I want to opt out of the text messages",
    "don't ever call this number again",
    "dejen de llamarme",
};
INSTANTIATE_TEST_SUITE_P(Voice, SpokenStop, testing::ValuesIn(spoken_stops));

constexpr const char* spoken_others[] = {
    "stop", "cancel", "end the call", "start over", "help", "I'd like to cancel", "quit",
};
INSTANTIATE_TEST_SUITE_P(Voice, SpokenNothing, testing::ValuesIn(spoken_others));

TEST(OptOut, start_and_help_are_words_of_their_own) {
  EXPECT_EQ(read_opt_out("START", Channel::Sms), OptOut::Start);
  EXPECT_EQ(read_opt_out("unstop please", Channel::Sms), OptOut::Start);
  EXPECT_EQ(read_opt_out("please start texting me again", Channel::Sms), OptOut::Start);
  EXPECT_EQ(read_opt_out("Help!", Channel::Sms), OptOut::Help);
  EXPECT_EQ(read_opt_out("AYUDA", Channel::Sms), OptOut::Help);
  EXPECT_EQ(read_opt_out("help me, my basement is flooding", Channel::Sms), OptOut::None);
}

TEST(OptOut, of_the_projects_own_messages_is_never_missed) {
  const auto rows = tests::set_rows("opt_out.tsv");
  EXPECT_FALSE(rows.empty());
  for (const tests::SetRow& row : rows) {
    EXPECT_EQ(tests::opt_out_as_read(row.said), row.expected) << row.said;
  }
}

}  // namespace
}  // namespace callwright::language
