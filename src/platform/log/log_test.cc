#include "platform/log/log.h"

#include <gtest/gtest.h>

#include <thread>

#include "platform/json/json.h"

namespace callwright::log {
namespace {

class Log : public ::testing::Test {
 protected:
  Log() { listen(Level::Info); }
  ~Log() override { configure({}); }

  void listen(Level level) {
    configure({.level = level, .clock = &clock_, .sink = [this](std::string_view line) {
                 lines_.emplace_back(line);
               }});
  }

  ManualClock clock_{*parse_iso8601("2026-03-10T15:05:00.042Z")};
  std::vector<std::string> lines_;
};

TEST_F(Log, is_one_json_object_a_line) {
  info("webhook.received",
       {{"source", "twilio"}, {"bytes", 512}, {"fresh", true}, {"seconds", 0.5}});
  EXPECT_EQ(lines_,
            std::vector<std::string>{
                R"({"time":"2026-03-10T15:05:00.042Z","level":"info","event":"webhook.received",)"
                R"("source":"twilio","bytes":512,"fresh":true,"seconds":0.5})"});
}

TEST_F(Log, cannot_be_broken_by_what_it_is_told) {
  warning("odd", {{"reason", "a\"}\n{\"level\":\"info\xff"}});
  ASSERT_EQ(lines_.size(), 1U);
  EXPECT_EQ(lines_[0].find('\n'), std::string::npos);
  EXPECT_EQ(Json::parse(lines_[0])->string_or("reason", ""), "a\"}\n{\"level\":\"info\uFFFD");
}

TEST_F(Log, shows_neither_whole_numbers_nor_words_of_a_person) {
  info("call.received", {{"from", *PhoneNumber::parse("+15550100120")}});
  EXPECT_EQ(Json::parse(lines_.at(0))->string_or("from", ""), "+1555•••0120");
  static_assert(!std::is_constructible_v<Field, std::string_view, PrivateText>);
}

TEST_F(Log, leaves_out_what_is_below_its_level) {
  debug("quiet");
  EXPECT_TRUE(lines_.empty());
  listen(Level::Debug);
  debug("quiet");
  EXPECT_EQ(lines_.size(), 1U);
}

TEST_F(Log, says_what_kind_of_error_it_was) {
  error("send.failed", Error{ErrorCode::Unavailable, "connection refused"}, {{"attempt", 3}});
  const Json line = *Json::parse(lines_.at(0));
  EXPECT_EQ(line.string_or("level", ""), "error");
  EXPECT_EQ(line.string_or("code", ""), "unavailable");
  EXPECT_EQ(line.string_or("message", ""), "connection refused");
  EXPECT_EQ(line.integer_or("attempt", 0), 3);
}

TEST_F(Log, carries_the_correlation_while_its_scope_lives) {
  {
    const Correlation outer(CorrelationId("cor_1"));
    {
      const Correlation inner(CorrelationId("cor_2"));
      info("inner");
    }
    info("outer");
    std::jthread([] { info("other_thread"); }).join();
  }
  info("after");
  std::vector<std::string> correlations;
  for (const std::string& line : lines_) {
    correlations.push_back(Json::parse(line)->string_or("correlation", "-"));
  }
  EXPECT_EQ(correlations, (std::vector<std::string>{"cor_2", "cor_1", "-", "-"}));
}

TEST_F(Log, gets_whole_lines_from_many_threads) {
  {
    std::vector<std::jthread> threads;
    for (int t = 0; t < 4; ++t) {
      threads.emplace_back([] {
        for (int i = 0; i < 250; ++i) info("line", {{"i", i}});
      });
    }
  }
  EXPECT_EQ(lines_.size(), 1'000U);
  for (const std::string& line : lines_) EXPECT_TRUE(Json::parse(line).has_value()) << line;
}

}  // namespace
}  // namespace callwright::log
