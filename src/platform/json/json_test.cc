#include "platform/json/json.h"

#include <gtest/gtest.h>

#include <limits>

#include "platform/crypto/crypto.h"
#include "platform/json/json_fault.h"
#include "support/shared_data.h"

namespace callwright {
namespace {

Json parsed(std::string_view text) {
  const auto json = Json::parse(text);
  EXPECT_TRUE(json.has_value()) << text << ": " << (json ? "" : json.error().message);
  return json.value_or(Json());
}

std::string refusal(std::string_view text) {
  const auto json = Json::parse(text);
  return json ? "accepted" : json.error().message;
}

std::string nested(std::size_t depth) {
  return std::string(depth, '[') + std::string(depth, ']');
}

TEST(Json, reads_what_it_wrote) {
  const std::string text = R"({"id":7,"name":"Ana \"María\"\n","rate":0.1,"whole":2.0,)"
                           R"("tags":[],"nested":{"a":[null,true,-1]}})";
  EXPECT_EQ(parsed(text).dump(), text);
  EXPECT_EQ(parsed(parsed(text).pretty()), parsed(text));
}

TEST(Json, tells_integers_from_other_numbers) {
  EXPECT_EQ(parsed("9223372036854775807").as_integer(), std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ(parsed("-9223372036854775808").as_integer(), std::numeric_limits<std::int64_t>::min());
  EXPECT_EQ(parsed("1.0").as_integer(), std::nullopt);
  EXPECT_EQ(parsed("1.0").as_number(), 1.0);
  EXPECT_EQ(parsed("1").as_number(), 1.0);
  EXPECT_EQ(parsed("1e-999").as_number(), 0.0);
}

TEST(Json, refuses_numbers_it_cannot_keep) {
  for (const char* number : {"9223372036854775808", "-9223372036854775809", "18446744073709551616",
                             "100000000000000000000000", "1e400", "-1e400"}) {
    EXPECT_EQ(refusal(number), "not JSON: line 1, column 1: the number is too large") << number;
  }
}

TEST(Json, says_where_a_text_goes_wrong) {
  const std::pair<std::string, std::string> cases[] = {
      {"", "line 1, column 1: the document ends too early"},
      {"{\n  \"a\": 1,\n  \"b\" 2\n}", "line 3, column 7: expected ':'"},
      {"[1, 2,]", "line 1, column 7: expected a value"},
      {"[1 2]", "line 1, column 4: expected ',' or ']'"},
      {"{\"a\":1 \"b\":2}", "line 1, column 8: expected ',' or '}'"},
      {"{a:1}", "line 1, column 2: expected a member name in quotes"},
      {"[\"é\", x]", "line 1, column 7: expected a value"},
      {"\"a\tb\"", "line 1, column 3: a control character must be escaped"},
      {"\"a\\xb\"", "line 1, column 3: no such escape"},
      {"\"\\ud800\"", "line 1, column 2: half of a surrogate pair"},
      {"\"\\udc00\"", "line 1, column 2: half of a surrogate pair"},
      {"\"a\xff\"", "line 1, column 3: not UTF-8"},
      {"\"abc", "line 1, column 5: the string has no end"},
      {"01", "line 1, column 2: a number has no leading zero"},
      {"1.", "line 1, column 3: expected a digit"},
      {"{} {}", "line 1, column 4: nothing may follow the document"},
  };
  for (const auto& [text, where] : cases) EXPECT_EQ(refusal(text), "not JSON: " + where) << text;
}

TEST(Json, refuses_a_member_that_is_there_twice) {
  EXPECT_EQ(refusal(R"({"a":{"b":1,"b":1}})"),
            "not JSON: line 1, column 13: the member is there twice");
  EXPECT_EQ(refusal(R"({"a":1,"\u0061":2})"),
            "not JSON: line 1, column 8: the member is there twice");
  std::string many = "{";
  for (int i = 0; i < 100; ++i) many += "\"k" + std::to_string(i) + "\":0,";
  EXPECT_NE(refusal(many + "\"k42\":0}").find("twice"), std::string::npos);
  EXPECT_EQ(parsed(many + "\"k\":0}").as_object()->size(), 101U);
}

TEST(Json, is_nested_64_deep_at_most) {
  EXPECT_TRUE(parsed(nested(64)).is_array());
  EXPECT_EQ(refusal(nested(65)), "not JSON: line 1, column 65: nested too deeply");
  EXPECT_NE(refusal(nested(100'000)).find("nested too deeply"), std::string::npos);
}

TEST(Json, reads_documents_larger_than_the_shared_parser_keeps) {
  const std::string long_text(1'000'000, 'x');
  EXPECT_EQ(*parsed("\"" + long_text + "\"").as_string(), long_text);
}

TEST(Json, writes_strings_that_every_reader_takes) {
  const auto literal = [](std::string_view text) {
    std::string out;
    append_json_string(out, text);
    return out;
  };
  EXPECT_EQ(literal("a\"b\\c/\b\f\n\r\t\x01\x7f"), "\"a\\\"b\\\\c/\\b\\f\\n\\r\\t\\u0001\x7f\"");
  EXPECT_EQ(literal("señor 🔧"), "\"señor 🔧\"");
  EXPECT_EQ(literal("a\xff\xc3(\xe2\x82"), "\"a\uFFFD\uFFFD(\uFFFD\uFFFD\"");
  EXPECT_EQ(literal(std::string_view("a\0b", 3)), "\"a\\u0000b\"");
}

TEST(Json, writes_numbers_that_read_back_the_same) {
  for (const double value : {0.1, 1.0, -0.0, 1e22, 1e-7, 123456789.125, 5e-324}) {
    const Json written = parsed(Json(value).dump());
    EXPECT_FALSE(written.is_integer()) << value;
    EXPECT_EQ(written.as_number(), value);
  }
  EXPECT_EQ(Json(std::numeric_limits<double>::infinity()).dump(), "null");
  EXPECT_EQ(Json(std::numeric_limits<std::int64_t>::min()).dump(), "-9223372036854775808");
}

TEST(Json, is_laid_out_for_people) {
  EXPECT_EQ(
      Json::object({{"a", 1}, {"b", Json::array({true, nullptr})}, {"c", Json::object()}}).pretty(),
      "{\n  \"a\": 1,\n  \"b\": [\n    true,\n    null\n  ],\n  \"c\": {}\n}");
}

TEST(Json, looks_members_up_without_fuss) {
  const Json json = parsed(R"({"a":{"b":"x"},"n":3,"t":true})");
  EXPECT_EQ(*json["a"]["b"].as_string(), "x");
  EXPECT_TRUE(json["missing"]["deeper"].is_null());
  EXPECT_EQ(json.find("missing"), nullptr);
  EXPECT_EQ(json.string_or("n", "fallback"), "fallback");
  EXPECT_EQ(json.integer_or("n", 0), 3);
  EXPECT_TRUE(json.bool_or("t", false));
  EXPECT_EQ(Json(7).find("a"), nullptr);
}

TEST(Json, is_built_piece_by_piece) {
  Json json;
  json.set("b", 1);
  json.set("a", "x");
  json.set("b", std::optional<int>());
  Json list;
  list.push_back(1);
  list.push_back(std::optional<int>(2));
  json.set("list", std::move(list));
  EXPECT_EQ(json.dump(), R"({"b":null,"a":"x","list":[1,2]})");
}

// Every text the public suite has, accepted or refused as RFC 8259 says, and every refusal located.
TEST(Json, agrees_with_the_public_suite) {
  const auto rows = tests::shared_rows("json_parse/jsontestsuite.jsonl");
  if (!rows) GTEST_SKIP() << tests::no_shared_data;
  for (const Json& row : *rows) {
    const std::string id = row.string_or("id", "?");
    const Json& generate = row["generate"];
    std::string text = crypto::decode_base64(row.string_or("b64", "")).value();
    for (std::int64_t i = 0; i < generate.integer_or("times", 0); ++i) {
      text += crypto::decode_base64(generate.string_or("repeat_b64", "")).value();
    }
    const auto json = Json::parse(text);
    const std::string expected = row.string_or("expected", "?");
    const bool holds_a_member_twice = id.find("duplicated_key") != std::string::npos;
    if (expected == "accept" && !holds_a_member_twice) EXPECT_TRUE(json.has_value()) << id;
    if (expected == "reject" || holds_a_member_twice) EXPECT_FALSE(json.has_value()) << id;
    // The parser and whoever explains its refusals know the same grammar.
    EXPECT_EQ(json.has_value(), json::describe_fault(text).empty()) << id;
    if (json) EXPECT_EQ(Json::parse(json->dump()), *json) << id;
  }
  EXPECT_EQ(rows->size(), 340U);
}

}  // namespace
}  // namespace callwright
