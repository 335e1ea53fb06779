#include "platform/http/response_head.h"

#include <array>
#include <ctime>

#include "platform/http/fields.h"

namespace callwright::http {
namespace {

constexpr auto own_fields = std::to_array<std::string_view>(
    {"Content-Length", "Transfer-Encoding", "Connection", "Date", "Keep-Alive", "Upgrade"});

bool is_own_field(std::string_view name) {
  return std::ranges::any_of(own_fields,
                             [&](std::string_view own) { return equal_ignoring_case(own, name); });
}

void append_value(std::string& out, std::string_view value) {
  for (const char c : value) out += is_value_character(c) ? c : ' ';
}

}  // namespace

void append_response_head(std::string& out, const Response& response, Framing framing,
                          bool keep_alive, std::string_view date) {
  out += "HTTP/1.1 ";
  out += std::to_string(response.status);
  out += ' ';
  out += reason_phrase(response.status);
  out += "\r\nDate: ";
  out += date;
  for (const auto& [name, value] : response.headers.entries()) {
    // 426 has to say what to upgrade to; everywhere else the field is ours.
    const bool upgrade = response.status == 426 && equal_ignoring_case(name, "Upgrade");
    if (!is_token(name) || (is_own_field(name) && !upgrade)) continue;
    out += "\r\n";
    out += name;
    out += ": ";
    append_value(out, value);
  }
  if (framing == Framing::Chunked) {
    out += "\r\nTransfer-Encoding: chunked";
  } else if (framing == Framing::Length && has_body(response.status)) {
    out += "\r\nContent-Length: ";
    out += std::to_string(response.body.size());
  }
  if (!keep_alive) out += "\r\nConnection: close";
  out += "\r\n\r\n";
}

bool has_body(int status) {
  return status >= 200 && status != 204 && status != 304;
}

std::string http_date(std::int64_t unix_seconds) {
  const auto time = static_cast<std::time_t>(unix_seconds);
  std::tm parts{};
  gmtime_r(&time, &parts);
  std::array<char, 32> text{};
  // The C locale's names of days and months, which the server never changes, are the wire's.
  const std::size_t size =
      std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
  return {text.data(), size};
}

std::string_view reason_phrase(int status) {
  switch (status) {
    case 100:
      return "Continue";
    case 101:
      return "Switching Protocols";
    case 200:
      return "OK";
    case 201:
      return "Created";
    case 202:
      return "Accepted";
    case 204:
      return "No Content";
    case 206:
      return "Partial Content";
    case 301:
      return "Moved Permanently";
    case 302:
      return "Found";
    case 303:
      return "See Other";
    case 304:
      return "Not Modified";
    case 307:
      return "Temporary Redirect";
    case 308:
      return "Permanent Redirect";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 402:
      return "Payment Required";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 409:
      return "Conflict";
    case 410:
      return "Gone";
    case 412:
      return "Precondition Failed";
    case 413:
      return "Content Too Large";
    case 415:
      return "Unsupported Media Type";
    case 417:
      return "Expectation Failed";
    case 422:
      return "Unprocessable Content";
    case 426:
      return "Upgrade Required";
    case 428:
      return "Precondition Required";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 501:
      return "Not Implemented";
    case 502:
      return "Bad Gateway";
    case 503:
      return "Service Unavailable";
    case 504:
      return "Gateway Timeout";
    case 505:
      return "HTTP Version Not Supported";
    default:
      return "Status";
  }
}

}  // namespace callwright::http
