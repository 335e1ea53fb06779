#include "providers/twilio/signature.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "platform/http/message.h"
#include "providers/twilio/url_spellings.h"
#include "support/shared_data.h"

namespace callwright::providers::twilio {
namespace {

const std::vector<std::string> tokens = {"12345"};
const http::Form call_form = {{"CallSid", "CA1234567890ABCDE"},
                              {"Caller", "+14158675309"},
                              {"Digits", "1234"},
                              {"From", "+14158675309"},
                              {"To", "+18005551212"}};

struct Vector {
  std::string_view url;
  http::Form params;
  std::string_view signature;
};

// Computed with the carrier's own library.
TEST(Signature, agrees_with_the_published_vectors) {
  const std::vector<Vector> vectors = {
      {"https://mycompany.com/myapp.php?foo=1&bar=2", call_form, "RSOYDt4T1cUTdK1PDd93/VVr8B8="},
      {"https://example.com/sms",
       {{"Body", "caf\u00e9 & tea"},
        {"From", "+14158675309"},
        {"MediaUrl", "b"},
        {"MediaUrl", "a"},
        {"MediaUrl", "a"},
        {"NumMedia", "0"},
        {"empty", ""}},
       "VIRKilXrVrGfJ+5kC9DJlkXXHes="},
      {"https://example.com/x",
       {{"b", "2"}, {"B", "1"}, {"a", "0"}, {"_z", "9"}},
       "1OQEFD7d2ylz8MbzpUhhaSVaQvM="},
      {"wss://example.com/media", {}, "7PR3qMkpDyEJtMrVOY/LDyNq8J8="},
      {"wss://example.com/media/", {}, "T+WBXwUXC0/CyoZ1DA+p9ilZORs="},
      {"https://example.com/v?Name=O'Brien&x=a%20b", {}, "06YVYFujZTaQ4m2hJ3agh3sofJI="},
  };
  for (const Vector& vector : vectors) {
    EXPECT_EQ(sign("12345", vector.url, vector.params), vector.signature) << vector.url;
    EXPECT_TRUE(is_signed(vector.signature, tokens, vector.url, vector.params)) << vector.url;
  }
}

TEST(Signature, holds_with_and_without_the_port) {
  const std::string url = "https://mycompany.com/myapp.php?foo=1&bar=2";
  EXPECT_TRUE(is_signed("kvajT1Ptam85bY51eRf/AJRuM3w=", tokens, url, call_form));  // With :443.
  EXPECT_TRUE(is_signed("RSOYDt4T1cUTdK1PDd93/VVr8B8=", tokens,
                        "https://mycompany.com:8443/myapp.php?foo=1&bar=2", call_form));
}

TEST(Signature, holds_for_the_token_that_is_being_retired_too) {
  const std::array<std::string, 2> both = {"new", "12345"};
  const std::string url = "https://example.com/x";
  EXPECT_TRUE(is_signed(sign("12345", url, call_form), both, url, call_form));
  EXPECT_TRUE(is_signed(sign("new", url, call_form), both, url, call_form));
  EXPECT_FALSE(is_signed(sign("old", url, call_form), both, url, call_form));
}

TEST(Signature, with_an_empty_token_is_worth_nothing) {
  const std::vector<std::string> none = {""};
  const std::string url = "https://example.com/x";
  EXPECT_FALSE(is_signed(sign("", url, call_form), none, url, call_form));
}

TEST(Signature, of_a_body_needs_the_hash_that_the_url_names) {
  const std::string url =
      "https://mycompany.com/myapp.php?bodySHA256="
      "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
  const std::string body = R"({"property": "value", "boolean": true})";
  EXPECT_TRUE(is_signed_with_body("y77kIzt2vzLz71DgmJGsen2scGs=", tokens, url, body));
  EXPECT_FALSE(is_signed_with_body("y77kIzt2vzLz71DgmJGsen2scGs=", tokens, url, body + " "));
}

TEST(UrlSpellings, normalise_as_browsers_do) {
  EXPECT_EQ(normalised_url("HTTPS://Example.com:443"), "https://example.com/");
  EXPECT_EQ(normalised_url("https://example.com/a/../b?q='"), "https://example.com/b?q=%27");
  EXPECT_EQ(normalised_url("https://example.com:099/\xC3\xA9"), "https://example.com:99/%C3%A9");
  EXPECT_EQ(normalised_url("https://example.com:70000/"), std::nullopt);
  EXPECT_EQ(normalised_url("/no/host"), std::nullopt);
  EXPECT_EQ(with_reencoded_query("https://e.com/?b=1+2&a=%27&b=3&7=x"),
            "https://e.com/?7=x&b=1%202&b=3&a='");
}

TEST(Signature, agrees_with_the_carriers_library_on_every_shared_row) {
  const auto rows = tests::shared_rows("webhooks/twilio.jsonl");
  if (!rows) GTEST_SKIP() << tests::no_shared_data;
  int accepted = 0;
  for (const Json& row : *rows) {
    const std::string url = row.string_or("url", "");
    const std::string signature = row.string_or("signature", "");
    const std::vector<std::string> token = {row.string_or("auth_token", "")};
    bool valid = false;
    if (const Json* body = row.find("json_body")) {
      valid = is_signed_with_body(signature, token, url, *body->as_string());
    } else {
      http::Form params;
      for (const auto& [name, value] : *row["params"].as_object()) {
        if (value.is_array()) {
          for (const Json& item : *value.as_array()) params.emplace_back(name, *item.as_string());
        } else {
          params.emplace_back(name, *value.as_string());
        }
      }
      valid = is_signed(signature, token, url, params);
    }
    EXPECT_EQ(valid, row.bool_or("valid", false)) << row.string_or("id", "");
    accepted += valid ? 1 : 0;
  }
  EXPECT_GT(accepted, 0);
  RecordProperty("rows", static_cast<int>(rows->size()));
}

}  // namespace
}  // namespace callwright::providers::twilio
