#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace callwright::http {

// Header fields in the order they came; names compare without case.
class Headers {
 public:
  using Entry = std::pair<std::string, std::string>;

  Headers() = default;
  Headers(std::initializer_list<Entry> entries) : entries_(entries) {}

  // The first value, or nothing.
  std::optional<std::string_view> get(std::string_view name) const;
  bool has(std::string_view name) const { return get(name).has_value(); }
  void add(std::string name, std::string value) {
    entries_.emplace_back(std::move(name), std::move(value));
  }
  void set(std::string_view name, std::string value);
  const std::vector<Entry>& entries() const { return entries_; }

 private:
  std::vector<Entry> entries_;
};

// Fields of a form or a query, in the order they came, decoded.
using Form = std::vector<std::pair<std::string, std::string>>;

// application/x-www-form-urlencoded. Invalid for a broken escape or bytes that are not UTF-8.
Result<Form> parse_form(std::string_view encoded);
std::string encode_form(const Form& form);
std::string percent_encoded(std::string_view text);
// Nothing for a broken escape. A plus sign stays one.
std::optional<std::string> percent_decoded(std::string_view text);
// The first field of that name, or nothing.
std::optional<std::string_view> field(const Form& form, std::string_view name);

struct Request {
  std::string method;
  std::string target;  // As sent: path and query, not decoded.
  Headers headers;
  std::string body;
  std::string remote_address;  // The peer's, without the port.

  std::string_view path() const;   // Not decoded.
  std::string_view query() const;  // Without the question mark; empty when there is none.
};

// Events for a browser (text/event-stream). The handler keeps the stream and sends; the server
// writes. Safe from any thread. A reader that falls 256 KiB behind is disconnected.
class EventStream {
 public:
  virtual ~EventStream() = default;
  // False when the reader is gone: stop sending.
  virtual bool send(std::string_view event, std::string_view data) = 0;
  virtual void close() = 0;
};

struct Response {
  int status = 200;
  Headers headers;
  std::string body;
  // Set for a response that goes on: called once with the stream after the head is sent.
  std::function<void(std::shared_ptr<EventStream>)> stream;
};

Response text(int status, std::string body);
Response json(int status, std::string body);
// {"error":{"code":...,"message":...}}
Response problem(int status, std::string_view code, std::string_view message);
// {"error":{"code":...,"message":...}} with the status that fits the code. The message of an
// Unavailable error stays here: it is for operators.
Response failure(const Error& error);

}  // namespace callwright::http
