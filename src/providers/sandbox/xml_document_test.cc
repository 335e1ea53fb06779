#include "providers/sandbox/xml_document.h"

#include <gtest/gtest.h>

#include <string>

#include "base/text.h"
#include "platform/clock/random.h"
#include "providers/twilio/xml.h"

namespace callwright::providers::sandbox {
namespace {

TEST(XmlDocument, is_read_with_attributes_entities_and_children) {
  const auto root = parse_xml(
      "<?xml version=\"1.0\"?><!-- why --><R a='1' b=\"x &amp; &#233;\"> <S>a<![CDATA[<b>]]>&#x41;"
      "</S><E/></R>");
  ASSERT_TRUE(root);
  EXPECT_EQ(root->name, "R");
  EXPECT_EQ(root->attribute("b"), "x & \u00e9");
  EXPECT_FALSE(root->has_attribute("c"));
  ASSERT_EQ(root->children.size(), 2U);
  EXPECT_EQ(root->children[0].text, "a<b>A");
  EXPECT_EQ(root->children[1].name, "E");
}

TEST(XmlDocument, that_is_not_well_formed_is_refused) {
  for (const char* text :
       {"", "R", "<R>", "<R></S>", "<R/><R/>", "<R a=1/>", "<R a='1' a='2'/>", "<R a='1'b='2'/>",
        "<R>&nbsp;</R>", "<R>&</R>", "<R>&#0;</R>", "<R>&#xD800;</R>", "<R a='<'/>",
        "<!DOCTYPE R [<!ENTITY x 'y'>]><R/>", "<R>\xFF</R>", "<R><!-- </R>", "text<R/>"}) {
    EXPECT_FALSE(parse_xml(text)) << text;
  }
}

TEST(XmlDocument, of_great_depth_is_refused) {
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += "<R>";
  for (int i = 0; i < 100; ++i) deep += "</R>";
  EXPECT_FALSE(parse_xml(deep));
}

// Every byte string, also one no XML can hold, comes back as the characters XML can hold.
TEST(XmlDocument, gives_back_what_the_writer_wrote) {
  SeededRandom random(7);
  const std::string_view alphabet =
      "ab<>&\"' \t\n\r\x01\x7F\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\xFF\xC0;#";
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::uint64_t length = random.below(24); length > 0; --length) {
      text += alphabet[random.below(alphabet.size())];
    }
    twilio::XmlWriter writer("R");
    writer.open("S").attribute("a", text).text(text);
    const auto root = parse_xml(writer.finish());
    ASSERT_TRUE(root) << round;

    std::string expected;
    for (std::string_view rest = text; !rest.empty();) {
      const std::size_t length = utf8_sequence_length(rest);
      if (length > 1 || (length == 1 && (rest[0] >= ' ' || rest[0] == '\t' || rest[0] == '\n' ||
                                         rest[0] == '\r'))) {
        expected += rest.substr(0, length);
      }
      rest.remove_prefix(length == 0 ? 1 : length);
    }
    ASSERT_EQ(root->children[0].text, expected);
    ASSERT_EQ(root->children[0].attribute("a"), expected);
  }
}

// Whatever arrives, the reader ends and says yes or no.
TEST(XmlDocument, survives_broken_documents) {
  SeededRandom random(11);
  const std::string whole =
      "<Response><Gather input=\"dtmf speech\" action=\"/t?a=1&amp;b=2\"><Say>Hi "
      "&#233;</Say></Gather>"
      "<!-- c --><![CDATA[x]]></Response>";
  for (int round = 0; round < 50'000; ++round) {
    std::string broken = whole;
    for (std::uint64_t edits = 1 + random.below(4); edits > 0; --edits) {
      const std::size_t at = random.below(broken.size());
      if (random.below(2) == 0) {
        broken.erase(at, 1 + random.below(5));
      } else {
        broken[at] = static_cast<char>(random.below(256));
      }
      if (broken.empty()) break;
    }
    const auto root = parse_xml(broken);
    if (root) EXPECT_FALSE(root->name.empty());
  }
}

}  // namespace
}  // namespace callwright::providers::sandbox
