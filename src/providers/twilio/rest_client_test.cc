#include "providers/twilio/rest_client.h"

#include <gtest/gtest.h>

#include <deque>
#include <vector>

namespace callwright::providers::twilio {
namespace {

using notifications::AcceptedByProvider;
using notifications::HandOver;
using notifications::NotHandedOver;
using notifications::PerhapsHandedOver;
using notifications::RefusedByProvider;

// Answers what it was told to, in order, and remembers what it was asked.
class ScriptedClient final : public http::Client {
 public:
  Task<http::ClientResult> send(http::ClientRequest request) override {
    asked.push_back(std::move(request));
    http::ClientResult answer = std::move(answers.front());
    answers.pop_front();
    co_return answer;
  }
  std::vector<http::ClientRequest> asked;
  std::deque<http::ClientResult> answers;
};

http::Response answer(int status, std::string body) {
  return http::json(status, std::move(body));
}

struct RestClientTest : testing::Test {
  ScriptedClient http;
  Links links{"https://calls.example.com", "key"};
  RestClient client{{.api_base_url = "https://api.example.com",
                     .account_sid = "AC1",
                     .user = "AC1",
                     .password = "hush"},
                    links,
                    http};
  notifications::OutboundSms sms{MessageId("msg_1"), *PhoneNumber::parse("+15550100100"),
                                 *PhoneNumber::parse("+15550100120"),
                                 PrivateText("caf\u00e9 & tea")};
};

TEST_F(RestClientTest, sends_a_text_with_the_place_for_its_news) {
  http.answers = {answer(201, R"({"sid":"SM1","status":"queued"})")};
  const HandOver result = wait_for(client.send(sms));
  EXPECT_EQ(std::get<AcceptedByProvider>(result).provider_id, "SM1");
  const http::ClientRequest& asked = http.asked[0];
  EXPECT_EQ(asked.url, "https://api.example.com/2010-04-01/Accounts/AC1/Messages.json");
  EXPECT_EQ(asked.headers.get("Authorization"), "Basic QUMxOmh1c2g=");
  const auto form = *http::parse_form(asked.body);
  EXPECT_EQ(http::field(form, "To"), "+15550100120");
  EXPECT_EQ(http::field(form, "Body"), "caf\u00e9 & tea");
  EXPECT_TRUE(http::field(form, "StatusCallback")
                  ->starts_with("https://calls.example.com/twilio/sms-status"));
}

TEST_F(RestClientTest, places_a_call_that_speaks_its_alert) {
  http.answers = {answer(201, R"({"sid":"CA1"})")};
  const HandOver result = wait_for(client.place({MessageId("msg_2"), sms.from, sms.to}));
  EXPECT_EQ(std::get<AcceptedByProvider>(result).provider_id, "CA1");
  const auto form = *http::parse_form(http.asked[0].body);
  EXPECT_TRUE(http::field(form, "Url")
                  ->starts_with("https://calls.example.com/twilio/alert?message=msg_2"));
}

TEST(HandOver, is_what_the_answer_says_about_the_message) {
  const auto refused = read_hand_over(answer(400, R"({"code":21610,"status":400})"));
  EXPECT_EQ(std::get<RefusedByProvider>(refused).code, "21610");
  EXPECT_EQ(std::get<RefusedByProvider>(read_hand_over(answer(404, "not json"))).code, "404");

  http::Response wait = answer(429, R"({"code":20429})");
  wait.headers.add("Retry-After", "7");
  EXPECT_EQ(std::get<NotHandedOver>(read_hand_over(wait)).retry_after, Seconds(7));
  EXPECT_TRUE(
      std::holds_alternative<NotHandedOver>(read_hand_over(answer(400, R"({"code":21611})"))));
  EXPECT_TRUE(std::holds_alternative<NotHandedOver>(read_hand_over(answer(503, ""))));
  EXPECT_TRUE(
      std::holds_alternative<NotHandedOver>(read_hand_over(answer(401, R"({"code":20003})"))));
  EXPECT_TRUE(std::holds_alternative<NotHandedOver>(read_hand_over(
      std::unexpected(http::ClientError{http::SendFailure::NotSent, "no connection"}))));
}

TEST(HandOver, is_in_doubt_when_the_answer_is_lost) {
  EXPECT_TRUE(std::holds_alternative<PerhapsHandedOver>(read_hand_over(
      std::unexpected(http::ClientError{http::SendFailure::Ambiguous, "timed out"}))));
  EXPECT_TRUE(std::holds_alternative<PerhapsHandedOver>(read_hand_over(answer(504, ""))));
  EXPECT_TRUE(std::holds_alternative<PerhapsHandedOver>(read_hand_over(answer(201, "<html>"))));
}

struct LookUp : RestClientTest {
  Result<std::optional<std::string>> find() {
    return wait_for(client.look_up(sms, *parse_iso8601("2026-03-10T15:05:00Z")));
  }
};

TEST_F(LookUp, finds_the_text_with_the_same_words_since_then) {
  http.answers = {answer(200,
                         "{\"messages\":["
                         "{\"sid\":\"SM0\",\"body\":\"caf\u00e9 & tea\",\"date_created\":"
                         "\"Tue, 10 Mar 2026 15:04:00 +0000\"},"
                         "{\"sid\":\"SM1\",\"body\":\"other\",\"date_created\":"
                         "\"Tue, 10 Mar 2026 15:06:00 +0000\"}],"
                         "\"next_page_uri\":\"/2010-04-01/Accounts/AC1/Messages.json?Page=1\"}"),
                  answer(200,
                         "{\"messages\":[{\"sid\":\"SM2\",\"body\":\"caf\u00e9 & tea\","
                         "\"date_created\":\"Tue, 10 Mar 2026 15:05:00 +0000\"}],"
                         "\"next_page_uri\":null}")};
  EXPECT_EQ(*find(), "SM2");
  EXPECT_NE(http.asked[0].url.find("DateSent%3E=2026-03-10"), std::string::npos);
  EXPECT_EQ(http.asked[1].url,
            "https://api.example.com/2010-04-01/Accounts/AC1/Messages.json?Page=1");
}

TEST_F(LookUp, does_not_ask_for_what_is_older) {
  http.answers = {answer(200,
                         "{\"messages\":["
                         "{\"sid\":\"SM0\",\"body\":\"other\",\"date_created\":"
                         "\"Tue, 10 Mar 2026 14:59:59 +0000\"}],"
                         "\"next_page_uri\":\"/2010-04-01/Accounts/AC1/Messages.json?Page=1\"}")};
  EXPECT_EQ(*find(), std::nullopt);
  EXPECT_EQ(http.asked.size(), 1u);
}

TEST_F(LookUp, says_that_there_is_none) {
  http.answers = {answer(200, R"({"messages":[]})")};
  EXPECT_EQ(*find(), std::nullopt);
}

TEST_F(LookUp, says_that_it_cannot_say) {
  http.answers = {answer(503, "")};
  EXPECT_EQ(find().error().code, ErrorCode::Unavailable);
  http.answers = {answer(200, "<html>")};
  EXPECT_EQ(find().error().code, ErrorCode::Unavailable);
  http.answers = {std::unexpected(http::ClientError{http::SendFailure::Ambiguous, "timed out"})};
  EXPECT_EQ(find().error().code, ErrorCode::Unavailable);
}

}  // namespace
}  // namespace callwright::providers::twilio
