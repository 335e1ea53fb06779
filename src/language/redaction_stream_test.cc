#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>

#include "language/redaction.h"

namespace callwright::language {
namespace {

constexpr auto texts = std::to_array<std::string_view>({
    "",
    "hi",
    "my card is 4111 1111 1111 1111 and it expires 04/27, the code on the back is 123, thank you",
    "4111111111111111",
    "four one one one one one one one um one one one one one one one one that's the card",
    "it's one twenty three forty five sixty seven eighty nine that's my social",
    "it expires in april twenty twenty seven, hold on, let me look for the right one, yes, I have "
    "it "
    "here in front of me, so it is the visa that ends in 4242 which we used for you before",
    "routing oh two one oh oh oh oh two one and account 000123456789",
    "iban GB29 NWBK 6016 1331 9268 19 please",
    "se\u00f1or, mi tarjeta es cuatro uno uno uno uno uno uno uno uno uno uno uno uno uno uno uno",
    "write to john dot smith at example dot com or call 206-555-0148, I was born on March 3rd 1980",
    "charge 4111 1111 1111 1111 for 250 dollars",
    "123-45-6789\nor 123456789 or 1204 Oak Street\n\n",
    "\uFF14\uFF11\uFF11\uFF11 1111 1111 1111 \xff\xfe broken",
    "[CARD_NUMBER] and 4111 1111 1111 1111",
});

Redaction in_chunks(std::string_view text, std::size_t size, const RedactionPolicy& policy) {
  RedactionStream stream(policy);
  Redaction all;
  const auto add = [&](const Redaction& part) {
    all.text += part.text;
    all.spans.insert(all.spans.end(), part.spans.begin(), part.spans.end());
  };
  for (; !text.empty(); text.remove_prefix(std::min(size, text.size())))
    add(stream.feed(text.substr(0, size)));
  add(stream.finish());
  return all;
}

constexpr RedactionPolicy everything{.dob = true, .email = true, .phone = true};

TEST(RedactionStream, says_the_same_wherever_the_text_is_cut) {
  for (const std::string_view text : texts) {
    for (const RedactionPolicy& policy : {RedactionPolicy{}, everything}) {
      const Redaction whole = redact(text, policy);
      for (std::size_t size = 1; size <= text.size(); ++size) {
        const Redaction chunked = in_chunks(text, size, policy);
        EXPECT_EQ(chunked.text, whole.text) << size;
        EXPECT_EQ(chunked.spans, whole.spans) << size << " " << text;
      }
    }
  }
}

TEST(RedactionStream, says_the_same_of_long_texts) {
  for (const std::string_view joint : {"\n", " and then, ", ". "}) {
    std::string text;
    while (text.size() < 40'000) {
      for (const std::string_view piece : texts) text.append(piece).append(joint);
    }
    const Redaction whole = redact(text, everything);
    for (const std::size_t size : {101U, 4096U, 10'007U}) {
      const Redaction chunked = in_chunks(text, size, everything);
      EXPECT_EQ(chunked.text, whole.text) << size;
      EXPECT_EQ(chunked.spans, whole.spans) << size;
    }
  }
}

TEST(RedactionStream, holds_back_only_what_may_still_change) {
  RedactionStream stream;
  EXPECT_EQ(stream.feed("the kitchen sink leaks and my card is ").text,
            "the kitchen sink leaks and my card is ");
  EXPECT_EQ(stream.feed("4111 1111 ").text, "");
  EXPECT_EQ(stream.feed("1111 1111 so that should do for the deposit ").text, "");
  EXPECT_EQ(stream.feed("and nothing else is needed from me is it ").text,
            "[CARD_NUMBER] so that should do for the deposit and nothing else is needed from me is "
            "it ");
  EXPECT_EQ(stream.finish().text, "");
}

TEST(RedactionStream, never_lets_a_part_of_a_number_out) {
  for (std::size_t cut = 0; cut < 19; ++cut) {
    RedactionStream stream;
    const std::string number = "4111 1111 1111 1111";
    EXPECT_EQ(stream.feed("pay with " + number.substr(0, cut)).text, "pay with ") << cut;
  }
}

}  // namespace
}  // namespace callwright::language
