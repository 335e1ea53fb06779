#include "providers/twilio/twiml.h"

#include <gtest/gtest.h>

#include "providers/sandbox/xml_document.h"

namespace callwright::providers::twilio {
namespace {

using reception::Listen;
using reception::Reply;
using sandbox::Element;

const Links links("https://calls.example.com", "key");
const std::string call_sid = "CA00000000000000000000000000000001";

Reply reply_with(reception::Next next) {
  return {.conversation = ConversationId("cnv_1"),
          .turn = 3,
          .business = *PhoneNumber::parse("+15550100100"),
          .speech = {{"ask_address", "What's the address, please?"}},
          .next = std::move(next)};
}

Element rendered(const Reply& reply) {
  return *sandbox::parse_xml(twiml::render(reply, call_sid, links));
}

TEST(Twiml, asks_inside_the_gather_so_that_the_caller_may_interrupt) {
  const Element root = rendered(reply_with(Listen{
      .asked = language::Question::Address, .keys_max = 1, .hints = {"Oak Street", "a,b", ""}}));
  ASSERT_EQ(root.children.size(), 1U);
  const Element& gather = root.children[0];
  EXPECT_EQ(gather.name, "Gather");
  EXPECT_EQ(gather.attribute("input"), "dtmf speech");
  EXPECT_EQ(gather.attribute("action"), "/twilio/turn?turn=3&asks=address");
  EXPECT_EQ(gather.attribute("actionOnEmptyResult"), "true");
  EXPECT_EQ(gather.attribute("profanityFilter"), "false");
  EXPECT_EQ(gather.attribute("bargeIn"), "true");
  EXPECT_EQ(gather.attribute("timeout"), "6");
  EXPECT_EQ(gather.attribute("numDigits"), "1");
  EXPECT_EQ(gather.attribute("finishOnKey"), "");
  EXPECT_EQ(gather.attribute("language"), "en-US");
  EXPECT_EQ(gather.attribute("speechTimeout"), "2");
  EXPECT_EQ(gather.attribute("hints"), "Oak Street,a b");
  ASSERT_EQ(gather.children.size(), 1U);
  EXPECT_EQ(gather.children[0].text, "What's the address, please?");
}

TEST(Twiml, listens_for_keys_only_while_words_cannot_be_heard) {
  const Element gather = rendered(reply_with(Listen{.words = false, .keys_max = 0})).children[0];
  EXPECT_EQ(gather.attribute("input"), "dtmf");
  EXPECT_EQ(gather.attribute("finishOnKey"), "#");
  EXPECT_FALSE(gather.has_attribute("numDigits"));
  EXPECT_FALSE(gather.has_attribute("language"));
}

TEST(Twiml, speaks_the_callers_language) {
  Reply reply = reply_with(Listen{});
  reply.language = language::Language::Spanish;
  const Element gather = rendered(reply).children[0];
  EXPECT_EQ(gather.attribute("language"), "es-US");
  EXPECT_EQ(gather.children[0].attribute("language"), "es-US");
}

TEST(Twiml, rings_a_person_as_the_business_and_whispers_first) {
  const auto person = *PhoneNumber::parse("+15550100101");
  const reception::Transfer transfer{
      .to = person, .ring_timeout = Seconds(25), .whisper = "A caller about a leak."};
  const Reply reply = reply_with(transfer);
  const Element root = rendered(reply);
  ASSERT_EQ(root.children.size(), 2U);
  const Element& dial = root.children[1];
  EXPECT_EQ(dial.attribute("action"), "/twilio/transfer?turn=3");
  EXPECT_EQ(dial.attribute("callerId"), "+15550100100");
  EXPECT_EQ(dial.attribute("timeout"), "25");
  EXPECT_EQ(dial.children[0].attribute("url"), "/twilio/whisper?turn=3");
  EXPECT_EQ(dial.children[0].text, "+15550100101");

  const Element whisper = *sandbox::parse_xml(twiml::whisper(reply, transfer, links));
  EXPECT_EQ(whisper.children[0].children[0].text, "A caller about a leak.");
  EXPECT_EQ(whisper.children[1].name, "Hangup");
}

TEST(Twiml, records_and_comes_back_even_from_silence) {
  const Element root = rendered(reply_with(reception::Record{.length_max = Seconds(90)}));
  ASSERT_EQ(root.children.size(), 3U);
  EXPECT_EQ(root.children[1].attribute("maxLength"), "90");
  EXPECT_EQ(root.children[1].attribute("action"), "/twilio/recording?turn=3");
  EXPECT_EQ(root.children[2].text, "/twilio/recording?turn=3");
}

TEST(Twiml, says_goodbye_and_hangs_up) {
  const Element root = rendered(reply_with(reception::HangUp{}));
  EXPECT_EQ(root.children.back().name, "Hangup");
}

TEST(Twiml, cuts_long_speech_between_words) {
  Reply reply = reply_with(reception::HangUp{});
  std::string text;
  for (int i = 0; i < 2'000; ++i) text += "caf\u00e9 ";
  reply.speech = {{"long", text}};
  const Element root = rendered(reply);
  ASSERT_GT(root.children.size(), 3U);
  std::string heard;
  for (const Element& say : root.children) {
    EXPECT_LE(say.text.size(), 4'096U);
    if (!say.text.empty()) heard += say.text + " ";
  }
  EXPECT_EQ(heard, text);
}

TEST(Twiml, apologises_without_knowing_anything_but_the_call) {
  const auto business = *PhoneNumber::parse("+15550100100");
  const Element root = *sandbox::parse_xml(twiml::apology(call_sid, business, links));
  EXPECT_NE(root.children[0].text.find("911"), std::string::npos);
  EXPECT_EQ(root.children[2].name, "Record");
  EXPECT_EQ(root.children[2].attribute("action"), "/twilio/fallback/recorded");
}

TEST(Links, seal_a_number_to_one_call) {
  const auto number = *PhoneNumber::parse("+15550100100");
  const std::string link = links.recording_status("CA1", number, 2);
  const std::string seal = link.substr(link.find("seal=") + 5, 32);
  EXPECT_TRUE(links.is_sealed(seal, "CA1", number));
  EXPECT_FALSE(links.is_sealed(seal, "CA2", number));
  EXPECT_FALSE(links.is_sealed(seal, "CA1", *PhoneNumber::parse("+15550100101")));
  EXPECT_FALSE(links.is_sealed("", "CA1", number));
  EXPECT_FALSE(Links("", "new").is_sealed(seal, "CA1", number));
  EXPECT_TRUE(Links("", "new", "key").is_sealed(seal, "CA1", number));
}

TEST(Links, keep_the_path_a_proxy_takes_away) {
  EXPECT_EQ(Links("https://example.com/calls", "k").transfer(2), "/calls/twilio/transfer?turn=2");
  EXPECT_EQ(Links("", "k").transfer(2), "/twilio/transfer?turn=2");
}

}  // namespace
}  // namespace callwright::providers::twilio
