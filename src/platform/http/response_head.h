#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/time.h"
#include "platform/http/message.h"

namespace callwright::http {

// How the end of a response is marked.
enum class Framing : std::uint8_t {
  Length,   // Content-Length
  Chunked,  // Transfer-Encoding: chunked
  Close,    // The connection closes: for HTTP/1.0 readers of a stream.
};

// Appends the status line and the fields. Framing, connection and date are the server's own: what a
// handler says of them is dropped, and control characters in its values become spaces.
void append_response_head(std::string& out, const Response& response, Framing framing,
                          bool keep_alive, std::string_view date);

// False for the statuses that by definition have no body (1xx, 204, 304).
bool has_body(int status);

// "Sun, 06 Nov 1994 08:49:37 GMT"
std::string http_date(Instant instant);

std::string_view reason_phrase(int status);

}  // namespace callwright::http
