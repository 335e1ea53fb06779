#include "platform/http/head.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "platform/http/fields.h"

namespace callwright::http {
namespace {

constexpr std::size_t method_bytes_max = 32;
constexpr std::size_t fields_max = 100;
constexpr std::string_view version_form = "HTTP/0.0";  // Any digit for each 0.

unsigned char byte(char c) {
  return static_cast<unsigned char>(c);
}

// Browsers send more than RFC 3986 allows ("|", "{"), and that is harmless; bytes beyond ASCII and
// fragments are read differently by different servers.
bool is_target_character(char c) {
  return byte(c) > 0x20 && byte(c) < 0x7f && c != '#';
}

bool is_host_character(char c) {
  return is_token_character(c) ? (c != '#' && c != '^' && c != '`' && c != '|')
                               : std::string_view("()=;:[],").contains(c);
}

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

bool begins_version(std::string_view text) {
  if (text.size() > version_form.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool right = version_form[i] == '0' ? is_digit(text[i]) : text[i] == version_form[i];
    if (!right) return false;
  }
  return true;
}

bool is_host(std::string_view host) {
  return !host.empty() && std::ranges::all_of(host, is_host_character);
}

}  // namespace

bool is_websocket_upgrade(const Request& request) {
  return request.method == "GET" && request.headers.has("Sec-WebSocket-Key") &&
         request.headers.has("Sec-WebSocket-Version") &&
         lists(request.headers.get("Upgrade").value_or(""), "websocket") &&
         lists(request.headers.get("Connection").value_or(""), "upgrade");
}

bool HeadParser::refuse(int status, std::string_view code, std::string_view message) {
  refusal_ = Refusal{.status = status, .code = code, .message = message};
  return false;
}

RequestHead HeadParser::take() {
  RequestHead head = std::move(head_);
  *this = HeadParser(bytes_max_);
  return head;
}

HeadParser::Progress HeadParser::advance(std::string_view buffer) {
  while (true) {
    const std::size_t end = buffer.find('\n', line_begin_);
    const std::size_t reach = end == std::string_view::npos ? buffer.size() : end + 1;
    if (reach > bytes_max_) {
      refuse(431, "header_too_large", "The request line and the header fields are too large.");
      return Progress::Refused;
    }
    if (end == std::string_view::npos) {
      return check_partial(buffer.substr(line_begin_)) ? Progress::More : Progress::Refused;
    }
    const std::string_view line = buffer.substr(line_begin_, end - line_begin_);
    if (!line.ends_with('\r')) {
      malformed("A line of the head does not end with CR LF.");
      return Progress::Refused;
    }
    const bool first = line_begin_ == 0;
    line_begin_ = end + 1;
    if (line.size() == 1) {
      // One empty line before a request is customary after a body (RFC 9112 section 2.2).
      if (!begun_ && first) continue;
      return finish() ? Progress::Done : Progress::Refused;
    }
    if (!read_line(line.substr(0, line.size() - 1))) return Progress::Refused;
  }
}

bool HeadParser::read_line(std::string_view line) {
  return begun_ ? read_field(line) : read_request_line(line);
}

// The beginning of a line whose end has not come: refused when no end could make it right.
bool HeadParser::check_partial(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  if (line.empty()) return true;
  if (begun_) {
    const std::size_t colon = line.find(':');
    const bool right = std::ranges::all_of(line.substr(0, colon), is_token_character) &&
                       colon != 0 &&
                       (colon == std::string_view::npos ||
                        std::ranges::all_of(line.substr(colon), is_value_character));
    return right || malformed("A header field holds a character that is not allowed.");
  }
  const std::size_t space = line.find(' ');
  const std::string_view method = line.substr(0, space);
  if (!is_token(method) || method.size() > method_bytes_max)
    return malformed("The method is not one.");
  if (space == std::string_view::npos) return true;
  const std::string_view rest = line.substr(space + 1);
  const std::size_t second = rest.find(' ');
  if (!std::ranges::all_of(rest.substr(0, second), is_target_character) || second == 0) {
    return malformed("The request target holds a character that is not allowed.");
  }
  return second == std::string_view::npos || check_version(rest.substr(second + 1), false);
}

bool HeadParser::read_request_line(std::string_view line) {
  if (!check_partial(line)) return false;
  begun_ = true;
  const auto parts = split(line, ' ');
  if (parts.size() != 3) return malformed("The request line is not method, target and version.");
  head_.request.method = parts[0];
  if (!check_version(parts[2], true)) return false;
  head_.minor_version = parts[2].back() - '0';
  head_.keep_alive = head_.minor_version == 1;
  return read_target(parts[1]);
}

bool HeadParser::check_version(std::string_view version, bool whole) {
  if (!begins_version(version) || (whole && version.size() < version_form.size())) {
    return malformed("The request line does not end with an HTTP version.");
  }
  if (version.size() < version_form.size() || version == "HTTP/1.1" || version == "HTTP/1.0") {
    return true;
  }
  return refuse(505, "unsupported_version", "Only HTTP/1.0 and HTTP/1.1 are spoken here.");
}

bool HeadParser::read_target(std::string_view target) {
  if (target.starts_with('/') || (target == "*" && head_.request.method == "OPTIONS")) {
    head_.request.target = target;
    return true;
  }
  return read_absolute_target(target);
}

// "http://host/path", as sent to proxies. Handlers see the path only, as in the usual form.
bool HeadParser::read_absolute_target(std::string_view target) {
  const std::size_t scheme_end = target.find("://");
  const std::string_view scheme = target.substr(0, scheme_end);
  if (scheme_end == std::string_view::npos ||
      (!equal_ignoring_case(scheme, "http") && !equal_ignoring_case(scheme, "https"))) {
    return malformed("The request target is neither a path nor an http URL.");
  }
  target.remove_prefix(scheme_end + 3);
  const std::size_t host_end = std::min(target.find_first_of("/?"), target.size());
  if (!is_host(target.substr(0, host_end))) return malformed("The host of the target is not one.");
  target_host_ = lowered(target.substr(0, host_end));
  const std::string_view rest = target.substr(host_end);
  head_.request.target = rest.starts_with('/') ? std::string(rest) : "/" + std::string(rest);
  return true;
}

bool HeadParser::read_field(std::string_view line) {
  if (is_blank(line.front())) return malformed("A header field is folded over two lines.");
  const auto field = parse_field_line(line);
  if (!field) return malformed("A header field is not a name, a colon and a value.");
  if (++fields_ > fields_max) {
    return refuse(431, "header_too_large", "There are too many header fields.");
  }
  return keep_field(field->name, field->value);
}

bool HeadParser::keep_field(std::string_view name, std::string_view value) {
  head_.request.headers.add(std::string(name), std::string(value));
  if (equal_ignoring_case(name, "Content-Length")) return read_content_length(value);
  if (equal_ignoring_case(name, "Transfer-Encoding")) return read_transfer_encoding(value);
  if (equal_ignoring_case(name, "Host")) {
    if (host_) return malformed("Host is repeated.");
    if (!is_host(value)) return malformed("Host is not a host.");
    host_ = lowered(value);
  } else if (equal_ignoring_case(name, "Connection")) {
    read_connection(value);
  } else if (equal_ignoring_case(name, "Expect")) {
    if (!equal_ignoring_case(value, "100-continue")) {
      return refuse(417, "unmet_expectation", "Only 100-continue can be expected.");
    }
    head_.expects_continue = head_.minor_version == 1;
  }
  return true;
}

bool HeadParser::read_content_length(std::string_view value) {
  // Repeated is refused even when equal: a proxy may have dropped one and believed another.
  if (has_length_) return malformed("Content-Length is repeated.");
  if (has_transfer_encoding_)
    return malformed("Both Content-Length and Transfer-Encoding are there.");
  has_length_ = true;
  const char* const end = value.data() + value.size();
  const auto parsed = std::from_chars(value.data(), end, head_.content_length);
  if (value.empty() || parsed.ec != std::errc() || parsed.ptr != end) {
    return malformed("Content-Length is not a number of bytes.");
  }
  return true;
}

bool HeadParser::read_transfer_encoding(std::string_view value) {
  if (has_length_) return malformed("Both Content-Length and Transfer-Encoding are there.");
  if (has_transfer_encoding_) return malformed("Transfer-Encoding is repeated.");
  if (head_.minor_version == 0) return malformed("HTTP/1.0 has no Transfer-Encoding.");
  has_transfer_encoding_ = true;
  if (!equal_ignoring_case(value, "chunked")) {
    return refuse(501, "unsupported_encoding", "The only transfer coding understood is chunked.");
  }
  head_.chunked = true;
  return true;
}

void HeadParser::read_connection(std::string_view value) {
  if (lists(value, "close")) head_.keep_alive = false;
}

bool HeadParser::finish() {
  if (!begun_) return malformed("There is no request line.");
  if (!host_ && head_.minor_version == 1) return malformed("Host is missing.");
  if (target_host_ && host_ && *target_host_ != *host_) {
    return malformed("Host is not the host of the target.");
  }
  return true;
}

}  // namespace callwright::http
