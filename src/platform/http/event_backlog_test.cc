#include "platform/http/event_backlog.h"

#include <gtest/gtest.h>

namespace callwright::http {
namespace {

struct EventBacklogTest : ::testing::Test {
  int wakes = 0;
  EventBacklog backlog{[this] { ++wakes; }};
};

TEST(Event, data_of_many_lines_stays_one_event) {
  EXPECT_EQ(format_event("call", "{}"), "event: call\ndata: {}\n\n");
  EXPECT_EQ(format_event("", "a\nb\r\nc\rd"), "data: a\ndata: b\ndata: c\ndata: d\n\n");
  EXPECT_EQ(format_event("x\ndata: forged", ""), "event: x\ndata: \n\n");
}

TEST_F(EventBacklogTest, wakes_the_connection_once_until_it_takes) {
  EXPECT_TRUE(backlog.send("a", "1"));
  EXPECT_TRUE(backlog.send("a", "2"));
  EXPECT_EQ(wakes, 1);
  EXPECT_EQ(backlog.take().bytes, format_event("a", "1") + format_event("a", "2"));
  EXPECT_TRUE(backlog.send("a", "3"));
  EXPECT_EQ(wakes, 2);
}

TEST_F(EventBacklogTest, close_lets_what_was_sent_through_and_nothing_more) {
  EXPECT_TRUE(backlog.send("a", "1"));
  backlog.close();
  EXPECT_FALSE(backlog.send("a", "2"));
  const EventBacklog::Taken taken = backlog.take();
  EXPECT_EQ(taken.bytes, format_event("a", "1"));
  EXPECT_TRUE(taken.closed);
}

TEST_F(EventBacklogTest, a_reader_too_far_behind_is_given_up) {
  const std::string kilobyte(1024, 'x');
  std::size_t sent = 0;
  while (backlog.send("", kilobyte)) {
    ++sent;
    // Taken but not yet written counts as well: the next take() says that it was.
    if (sent == 100) EXPECT_FALSE(backlog.take().bytes.empty());
  }
  EXPECT_LT(sent, 256U);
  EXPECT_GT(sent, 250U);
  EXPECT_TRUE(backlog.overflowed());
  EXPECT_TRUE(backlog.take().overflowed);
  EXPECT_FALSE(backlog.send("", "more"));
}

TEST_F(EventBacklogTest, nobody_is_woken_when_the_reader_is_gone) {
  backlog.detach();
  EXPECT_FALSE(backlog.send("a", "1"));
  backlog.close();
  EXPECT_EQ(wakes, 0);
}

}  // namespace
}  // namespace callwright::http
