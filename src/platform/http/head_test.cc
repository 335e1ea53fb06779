#include "platform/http/head.h"

#include <gtest/gtest.h>

namespace callwright::http {
namespace {

constexpr std::size_t bytes_max = 1024;
using Progress = HeadParser::Progress;

// The verdict on bytes that come all at once.
int status_of(std::string_view bytes) {
  HeadParser parser(bytes_max);
  switch (parser.advance(bytes)) {
    case Progress::More:
      return 0;
    case Progress::Done:
      return 200;
    case Progress::Refused:
      return parser.refusal().status;
  }
  return -1;
}

std::string with_fields(std::string_view fields) {
  return "POST /x HTTP/1.1\r\nHost: a\r\n" + std::string(fields) + "\r\n";
}

TEST(HeadParser, reads_a_request) {
  const std::string bytes =
      "POST /v1/calls?a=b HTTP/1.1\r\nhOST: example.com:8080\r\nContent-Length:  003 \r\n"
      "X-Empty:\r\nX-Latin: D\xfcsseldorf\r\nConnection: x, Close\r\nExpect: "
      "100-Continue\r\n\r\nabc";
  HeadParser parser(bytes_max);
  ASSERT_EQ(parser.advance(bytes), Progress::Done);
  EXPECT_EQ(bytes.substr(parser.size()), "abc");
  const RequestHead head = parser.take();
  EXPECT_EQ(head.request.method, "POST");
  EXPECT_EQ(head.request.target, "/v1/calls?a=b");
  EXPECT_EQ(head.request.headers.get("host"), "example.com:8080");
  EXPECT_EQ(head.request.headers.get("x-empty"), "");
  EXPECT_EQ(head.request.headers.get("x-latin"), "D\xfcsseldorf");
  EXPECT_EQ(head.content_length, 3U);
  EXPECT_FALSE(head.keep_alive);
  EXPECT_TRUE(head.expects_continue);
  EXPECT_TRUE(head.has_body());
}

TEST(HeadParser, gives_the_same_verdict_however_the_bytes_are_cut) {
  const std::string good = "\r\nGET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: CHUNKED\r\n\r\n";
  HeadParser parser(bytes_max);
  for (std::size_t size = 0; size < good.size(); ++size) {
    ASSERT_EQ(parser.advance(std::string_view(good).substr(0, size)), Progress::More) << size;
  }
  ASSERT_EQ(parser.advance(good), Progress::Done);
  EXPECT_TRUE(parser.take().chunked);
  // The parser is as new.
  EXPECT_EQ(parser.advance(good), Progress::Done);
}

TEST(HeadParser, refuses_lines_that_two_readers_may_end_in_different_places) {
  for (const std::string_view bytes :
       {"GET / HTTP/1.1\nHost: a\n\n", "GET / HTTP/1.1\rHost: a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\nX: b\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\rX: b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\n\rX: b\r\n", "GET / HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n",
        "GET / HTTP/1.1\r\n Host: a\r\n\r\n", "\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n"}) {
    EXPECT_EQ(status_of(bytes), 400) << bytes;
  }
}

TEST(HeadParser, refuses_framing_that_can_be_read_in_two_ways) {
  const std::pair<std::string_view, int> cases[] = {
      {"Content-Length: 1\r\nContent-Length: 2\r\n", 400},
      {"Content-Length: 1\r\nContent-Length: 1\r\n", 400},
      {"Content-Length: 1,1\r\n", 400},
      {"Content-Length: +1\r\n", 400},
      {"Content-Length: -1\r\n", 400},
      {"Content-Length: 0x1\r\n", 400},
      {"Content-Length: 1 2\r\n", 400},
      {"Content-Length:\r\n", 400},
      {"Content-Length: 18446744073709551616\r\n", 400},
      {"Content-Length : 1\r\n", 400},
      {"Content-Length: 1\r\nTransfer-Encoding: chunked\r\n", 400},
      {"Transfer-Encoding: chunked\r\nContent-Length: 1\r\n", 400},
      {"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", 400},
      {"Transfer-Encoding: chunked, chunked\r\n", 501},
      {"Transfer-Encoding: gzip, chunked\r\n", 501},
      {"Transfer-Encoding: xchunked\r\n", 501},
      {"Transfer-Encoding: \x0b"
       "chunked\r\n",
       400},
      {"Transfer-Encoding : chunked\r\n", 400},
  };
  for (const auto& [fields, status] : cases)
    EXPECT_EQ(status_of(with_fields(fields)), status) << fields;
  EXPECT_EQ(status_of("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n"), 400);
}

TEST(HeadParser, refuses_malformed_fields) {
  using namespace std::string_view_literals;
  for (const std::string_view fields :
       {"NoColon\r\n"sv, ": value\r\n"sv, "X Y: z\r\n"sv, "X[]: z\r\n"sv, "X: a\0b\r\n"sv,
        "X: a\x7f\r\n"sv, "\0X: a\r\n"sv, "X\t: a\r\n"sv}) {
    EXPECT_EQ(status_of(with_fields(fields)), 400) << fields;
  }
  EXPECT_EQ(status_of(with_fields("Expect: a miracle\r\n")), 417);
}

TEST(HeadParser, wants_exactly_one_host_that_is_the_targets) {
  EXPECT_EQ(status_of("GET / HTTP/1.1\r\n\r\n"), 400);
  EXPECT_EQ(status_of("GET / HTTP/1.0\r\n\r\n"), 200);
  EXPECT_EQ(status_of("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n"), 400);
  EXPECT_EQ(status_of("GET / HTTP/1.1\r\nHost:\r\n\r\n"), 400);
  EXPECT_EQ(status_of("GET / HTTP/1.1\r\nHost: a/b\r\n\r\n"), 400);
  EXPECT_EQ(status_of("GET / HTTP/1.1\r\nHost: u@a\r\n\r\n"), 400);
  EXPECT_EQ(status_of("GET / HTTP/1.1\r\nHost: [::1]:80\r\n\r\n"), 200);
  EXPECT_EQ(status_of("GET http://a/ HTTP/1.1\r\nHost: b\r\n\r\n"), 400);
  EXPECT_EQ(status_of("GET http://u@a/ HTTP/1.1\r\nHost: a\r\n\r\n"), 400);
}

TEST(HeadParser, hands_on_the_path_of_an_absolute_target) {
  HeadParser parser(bytes_max);
  ASSERT_EQ(parser.advance("GET http://A:80?q HTTP/1.1\r\nHost: a:80\r\n\r\n"), Progress::Done);
  EXPECT_EQ(parser.take().request.target, "/?q");
}

TEST(HeadParser, refuses_other_request_lines) {
  const std::pair<std::string_view, int> cases[] = {
      {"GET /\r\n", 400},
      {"GET / \r\n", 400},
      {"GET  HTTP/1.1\r\n", 400},
      {"GET /a b HTTP/1.1\r\n", 400},
      {"GET /\tb HTTP/1.1\r\n", 400},
      {"GET /\xc3\xa9 HTTP/1.1\r\n", 400},
      {"GET /#f HTTP/1.1\r\n", 400},
      {"GET a HTTP/1.1\r\n", 400},
      {"GET * HTTP/1.1\r\n", 400},
      {"CONNECT a:443 HTTP/1.1\r\n", 400},
      {"G@T / HTTP/1.1\r\n", 400},
      {"GET / http/1.1\r\n", 400},
      {"GET / HTTP/1.1 HTTP/1.1\r\n", 400},
      {"GET / HTTP/2.0\r\n", 505},
      {"GET / HTTP/1.2\r\n", 505},
      {"GET / HTTP/1.\r\n", 400},
      {"GET / HTTP/1x1\r\n", 400},
  };
  for (const auto& [line, status] : cases) EXPECT_EQ(status_of(line), status) << line;
}

// No end could make these right, so there is nothing to wait for.
TEST(HeadParser, refuses_before_the_end_has_come) {
  for (const std::string_view bytes :
       {"G@", "GET /\x01", "GET / FTP", "GET / HTTP/1.1\r\n X", "GET / HTTP/1.1\r\nA B",
        "GET / HTTP/1.1\r\nA: b\rc", "GET / HTTP/1.1\r\nContent-Length: x\r\n",
        "AMETHODTHATISMUCHLONGERTHANANYONEEVERDEFINED"}) {
    EXPECT_EQ(status_of(bytes), 400) << bytes;
  }
}

TEST(HeadParser, refuses_what_is_too_large) {
  EXPECT_EQ(status_of("GET /" + std::string(bytes_max, 'a')), 431);
  EXPECT_EQ(status_of(with_fields("X: " + std::string(bytes_max, 'a') + "\r\n")), 431);
  std::string many;
  for (int i = 0; i < 101; ++i) many += "A:\r\n";
  EXPECT_EQ(status_of(with_fields(many)), 431);
}

TEST(WebSocketUpgrade, needs_all_of_its_fields) {
  const Request whole{.method = "GET",
                      .target = "/",
                      .headers = {{"Connection", "keep-alive, Upgrade"},
                                  {"Upgrade", "WebSocket"},
                                  {"Sec-WebSocket-Key", "k"},
                                  {"Sec-WebSocket-Version", "13"}}};
  EXPECT_TRUE(is_websocket_upgrade(whole));
  for (const auto& [name, value] : whole.headers.entries()) {
    Request part = whole;
    part.headers.set(name, "");
    if (name.starts_with("Sec-")) continue;  // Their values are the handshake's to judge.
    EXPECT_FALSE(is_websocket_upgrade(part)) << name;
  }
  Request other = whole;
  other.method = "POST";
  EXPECT_FALSE(is_websocket_upgrade(other));
}

}  // namespace
}  // namespace callwright::http
