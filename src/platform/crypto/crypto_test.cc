#include "platform/crypto/crypto.h"

#include <gtest/gtest.h>

#include <set>
#include <thread>

namespace callwright::crypto {
namespace {

TEST(Hmac, agrees_with_the_published_examples) {  // RFC 2202 and RFC 4231.
  const std::string data = "what do ya want for nothing?";
  EXPECT_EQ(hex(hmac_sha1("Jefe", data)), "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
  EXPECT_EQ(hex(hmac_sha256("Jefe", data)),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  EXPECT_EQ(hex(hmac_sha256(std::string(131, '\xaa'),
                            "Test Using Larger Than Block-Size Key - Hash Key First")),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST(Hmac, does_not_remember_the_previous_key) {
  const std::string of_nothing = "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad";
  hmac_sha256("a key", "some data");
  EXPECT_EQ(hex(hmac_sha256("", "")), of_nothing);
  EXPECT_EQ(hex(hmac_sha256(std::string_view(), std::string_view())), of_nothing);
}

TEST(Hmac, is_the_same_on_every_thread) {
  const std::string here = hmac_sha1("key", "data");
  std::string there;
  std::jthread([&] { there = hmac_sha1("key", "data"); }).join();
  EXPECT_EQ(there, here);
}

TEST(Sha256, agrees_with_the_published_example) {
  EXPECT_EQ(hex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(hex(sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Base64, agrees_with_rfc_4648) {
  const std::pair<std::string, std::string> cases[] = {
      {"", ""},
      {"f", "Zg=="},
      {"fo", "Zm8="},
      {"foo", "Zm9v"},
      {"foob", "Zm9vYg=="},
      {"fooba", "Zm9vYmE="},
      {"foobar", "Zm9vYmFy"},
  };
  for (const auto& [bytes, text] : cases) {
    EXPECT_EQ(base64(bytes), text);
    EXPECT_EQ(decode_base64(text), bytes);
  }
  EXPECT_EQ(base64("\xfb\xff"), "+/8=");
  EXPECT_EQ(base64url("\xfb\xff"), "-_8");
}

TEST(Base64, refuses_every_other_way_to_write_the_same_bytes) {
  for (const char* text : {"Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Zm 9v", "Zm9v\n", "=",
                           "====", "Z===", "-_8=", "Zg==Zg=="}) {
    EXPECT_EQ(decode_base64(text), std::nullopt) << text;
  }
}

TEST(Base64, brings_every_byte_back) {
  std::string bytes;
  for (int i = 0; i < 256; ++i) {
    bytes += static_cast<char>(i);
    EXPECT_EQ(decode_base64(base64(bytes)), bytes);
    EXPECT_EQ(decode_hex(hex(bytes)), bytes);
  }
}

TEST(Hex, reads_both_cases_and_nothing_else) {
  EXPECT_EQ(decode_hex("00fFAb"), std::string("\x00\xff\xab", 3));
  EXPECT_EQ(decode_hex("0"), std::nullopt);
  EXPECT_EQ(decode_hex("0g"), std::nullopt);
  EXPECT_EQ(decode_hex("0x"), std::nullopt);
}

TEST(Token, holds_256_bits_and_is_never_the_same) {
  SystemRandom random;
  std::set<std::string> tokens;
  for (int i = 0; i < 1'000; ++i) {
    const std::string token = make_token(random);
    EXPECT_EQ(token.size(), 43U);
    EXPECT_EQ(token.find_first_of("+/="), std::string::npos);
    tokens.insert(token);
  }
  EXPECT_EQ(tokens.size(), 1'000U);
}

}  // namespace
}  // namespace callwright::crypto
