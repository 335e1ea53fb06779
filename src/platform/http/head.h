#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "platform/http/message.h"

namespace callwright::http {

// Why the server answers a request itself instead of a handler. The code is a label of a metric and
// part of the answer, so codes are few and fixed.
struct Refusal {
  int status;
  std::string_view code;
  std::string_view message;
};

struct RequestHead {
  Request request;  // Without body and peer.
  int minor_version = 1;
  std::uint64_t content_length = 0;
  bool chunked = false;
  bool keep_alive = true;
  bool expects_continue = false;

  bool has_body() const { return chunked || content_length > 0; }
};

// Reads the head of one HTTP/1.1 request (RFC 9112), strictly. Whatever another reader in front of
// us might understand differently is refused rather than repaired: bare CR or LF, folded lines,
// space before a colon, repeated or contradicting framing fields, a Host that is missing, repeated
// or not the target's. Library parsers forgive some of these, which is why this one is ours.
//
// Bytes are judged as they come, so a broken request is refused without waiting for its end.
class HeadParser {
 public:
  enum class Progress : std::uint8_t { More, Done, Refused };

  explicit HeadParser(std::size_t bytes_max) : bytes_max_(bytes_max) {}

  // The buffer starts with the first byte of the request and only grows between calls.
  Progress advance(std::string_view buffer);

  std::size_t size() const { return line_begin_; }  // Done: bytes of the head.
  RequestHead take();                               // Done: the head; the parser starts anew.
  const Refusal& refusal() const { return *refusal_; }

 private:
  bool refuse(int status, std::string_view code, std::string_view message);
  bool malformed(std::string_view message) { return refuse(400, "malformed_request", message); }

  bool read_line(std::string_view line);
  bool check_partial(std::string_view line);
  bool read_request_line(std::string_view line);
  bool check_version(std::string_view version, bool whole);
  bool read_target(std::string_view target);
  bool read_absolute_target(std::string_view target);
  bool read_field(std::string_view line);
  bool keep_field(std::string_view name, std::string_view value);
  bool read_content_length(std::string_view value);
  bool read_transfer_encoding(std::string_view value);
  void read_connection(std::string_view value);
  bool finish();

  std::size_t bytes_max_;
  std::size_t line_begin_ = 0;
  bool begun_ = false;  // The request line was read.
  std::size_t fields_ = 0;
  std::optional<std::string> target_host_;  // Of a target in absolute form.
  std::optional<std::string> host_;
  bool has_length_ = false;
  bool has_transfer_encoding_ = false;
  RequestHead head_;
  std::optional<Refusal> refusal_;
};

// True when the request asks for a WebSocket as RFC 6455 has it.
bool is_websocket_upgrade(const Request& request);

}  // namespace callwright::http
