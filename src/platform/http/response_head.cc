#include "platform/http/response_head.h"

#include <algorithm>
#include <array>
#include <ctime>

#include "platform/http/fields.h"

namespace callwright::http {
namespace {

constexpr auto own_fields = std::to_array<std::string_view>(
    {"Content-Length", "Transfer-Encoding", "Connection", "Date", "Keep-Alive", "Upgrade"});

struct Reason {
  int status;
  std::string_view phrase;
};
constexpr auto reasons = std::to_array<Reason>({
    {100, "Continue"},
    {101, "Switching Protocols"},
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {206, "Partial Content"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {402, "Payment Required"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {415, "Unsupported Media Type"},
    {417, "Expectation Failed"},
    {422, "Unprocessable Content"},
    {426, "Upgrade Required"},
    {428, "Precondition Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
    {505, "HTTP Version Not Supported"},
});

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

std::string http_date(Instant instant) {
  const auto time = static_cast<std::time_t>(to_ms(instant) / 1000);
  std::tm parts{};
  gmtime_r(&time, &parts);
  std::array<char, 32> text{};
  // The C locale's names of days and months, which the server never changes, are the wire's.
  const std::size_t size =
      std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
  return {text.data(), size};
}

std::string_view reason_phrase(int status) {
  const auto* const found = std::ranges::find(reasons, status, &Reason::status);
  return found == reasons.end() ? "Status" : found->phrase;
}

}  // namespace callwright::http
