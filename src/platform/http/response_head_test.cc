#include "platform/http/response_head.h"

#include <gtest/gtest.h>

namespace callwright::http {
namespace {

std::string head_of(const Response& response, Framing framing = Framing::Length,
                    bool keep_alive = true) {
  std::string out;
  append_response_head(out, response, framing, keep_alive, "now");
  return out;
}

TEST(ResponseHead, says_status_date_fields_and_length) {
  EXPECT_EQ(head_of(text(201, "four")),
            "HTTP/1.1 201 Created\r\nDate: now\r\nContent-Type: text/plain; charset=utf-8\r\n"
            "Content-Length: 4\r\n\r\n");
}

TEST(ResponseHead, a_value_cannot_begin_another_field_or_body) {
  Response response;
  response.headers.add("Location", "/a\r\nSet-Cookie: b\r\n\r\nc");
  response.headers.add("Bad Name\r\n", "x");
  EXPECT_EQ(head_of(response),
            "HTTP/1.1 200 OK\r\nDate: now\r\nLocation: /a  Set-Cookie: b    c\r\nContent-Length: "
            "0\r\n\r\n");
}

TEST(ResponseHead, framing_is_not_the_handlers_to_choose) {
  Response response;
  response.headers.add("content-length", "99");
  response.headers.add("Transfer-Encoding", "gzip");
  response.headers.add("Connection", "keep-alive");
  EXPECT_EQ(
      head_of(response, Framing::Chunked, false),
      "HTTP/1.1 200 OK\r\nDate: now\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
}

TEST(ResponseHead, some_statuses_have_no_length) {
  for (const int status : {204, 304}) {
    Response response;
    response.status = status;
    EXPECT_FALSE(head_of(response).contains("Content-Length")) << status;
  }
}

TEST(HttpDate, is_the_one_of_the_rfc) {
  EXPECT_EQ(http_date(from_ms(784111777999)), "Sun, 06 Nov 1994 08:49:37 GMT");
}

}  // namespace
}  // namespace callwright::http
