#include "platform/http/message.h"

#include <gtest/gtest.h>

namespace callwright::http {
namespace {

TEST(Headers, names_compare_without_case_and_the_first_value_wins) {
  Headers headers{{"X-One", "1"}, {"x-one", "2"}};
  EXPECT_EQ(headers.get("X-ONE"), "1");
  headers.set("x-ONE", "3");
  EXPECT_EQ(headers.entries().size(), 1U);
  EXPECT_EQ(headers.get("x-one"), "3");
  EXPECT_FALSE(headers.has("x-two"));
}

TEST(Form, is_decoded_in_the_order_it_came) {
  const auto form = parse_form("Body=1+%2B+1&From=%2B15550100199&empty=&flag&&Body=again");
  ASSERT_TRUE(form);
  const Form expected{
      {"Body", "1 + 1"}, {"From", "+15550100199"}, {"empty", ""}, {"flag", ""}, {"Body", "again"}};
  EXPECT_EQ(*form, expected);
  EXPECT_EQ(field(*form, "Body"), "1 + 1");
  EXPECT_FALSE(field(*form, "body"));
}

TEST(Form, broken_escapes_and_bytes_that_are_not_utf8_are_invalid) {
  for (const std::string_view broken : {"a=%", "a=%4", "a=%zz", "%G1=b", "a=%ff", "a=%c3%28"}) {
    const auto form = parse_form(broken);
    ASSERT_FALSE(form) << broken;
    EXPECT_EQ(form.error().code, ErrorCode::Invalid);
  }
}

TEST(Form, what_is_encoded_reads_back_the_same) {
  Form form;
  std::string every_character;
  for (char c = 1; c < 127; ++c) every_character += c;
  form.emplace_back(every_character, "ü€ 😀&=+%");
  form.emplace_back("", "");
  EXPECT_EQ(parse_form(encode_form(form)), form);
}

TEST(PercentEncoding, keeps_only_unreserved_characters) {
  EXPECT_EQ(percent_encoded("a-B_c.9~ /+%"), "a-B_c.9~%20%2F%2B%25");
  EXPECT_EQ(percent_decoded("a+b%20c"), "a+b c");
  EXPECT_FALSE(percent_decoded("%2"));
}

TEST(Request, target_splits_at_the_first_question_mark) {
  Request request{.target = "/a%20b?c=d?e"};
  EXPECT_EQ(request.path(), "/a%20b");
  EXPECT_EQ(request.query(), "c=d?e");
  request.target = "/plain";
  EXPECT_EQ(request.path(), "/plain");
  EXPECT_EQ(request.query(), "");
}

TEST(Failure, has_the_status_of_its_code) {
  const std::pair<ErrorCode, int> statuses[] = {{ErrorCode::Invalid, 400},
                                                {ErrorCode::NotFound, 404},
                                                {ErrorCode::Conflict, 409},
                                                {ErrorCode::Forbidden, 403},
                                                {ErrorCode::Unavailable, 503}};
  for (const auto& [code, status] : statuses) {
    EXPECT_EQ(failure(Error{code, "why"}).status, status);
  }
  EXPECT_EQ(failure(Error{ErrorCode::Conflict, "it \"moved\""}).body,
            R"({"error":{"code":"conflict","message":"it \"moved\""}})");
}

TEST(Failure, of_something_unavailable_keeps_its_cause_to_itself) {
  EXPECT_FALSE(failure(Error{ErrorCode::Unavailable, "db7 is down"}).body.contains("db7"));
}

}  // namespace
}  // namespace callwright::http
