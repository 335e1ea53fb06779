#include "providers/twilio/url_spellings.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

#include "base/text.h"
#include "platform/http/message.h"

namespace callwright::providers::twilio {
namespace {

bool is_alpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
struct UrlParts {
  std::string_view scheme;     // With "://".
  std::string_view user_info;  // With "@"; often empty.
  std::string_view host;
  std::string_view port;  // With ":"; often empty.
  std::string_view rest;  // Path and query.
};

std::optional<UrlParts> split_url(std::string_view url) {
  const std::size_t colon = url.find("://");
  if (colon == std::string_view::npos || colon == 0 || !is_alpha(url[0])) return std::nullopt;
  for (const char c : url.substr(0, colon)) {
    if (!is_alpha(c) && !is_digit(c) && c != '+' && c != '.' && c != '-') return std::nullopt;
  }
  UrlParts parts;
  parts.scheme = url.substr(0, colon + 3);
  url.remove_prefix(colon + 3);
  const std::size_t authority_end = std::min(url.find_first_of("/?#"), url.size());
  std::string_view authority = url.substr(0, authority_end);
  parts.rest = url.substr(authority_end);

  const std::size_t at = authority.rfind('@');
  if (at != std::string_view::npos) {
    parts.user_info = authority.substr(0, at + 1);
    authority.remove_prefix(at + 1);
  }
  // A colon starts the port only behind the bracket of an IPv6 address.
  const std::size_t bracket = authority.rfind(']');
  const std::size_t port = authority.find(':', bracket == std::string_view::npos ? 0 : bracket + 1);
  parts.host = authority.substr(0, port);
  if (port != std::string_view::npos) parts.port = authority.substr(port);
  return parts;
}

std::string joined_url(const UrlParts& parts, std::string_view port) {
  std::string url;
  for (const std::string_view part :
       {parts.scheme, parts.user_info, parts.host, port, parts.rest}) {
    url += part;
  }
  return url;
}

std::string without_port(std::string_view url) {
  const auto parts = split_url(url);
  return parts ? joined_url(*parts, "") : std::string(url);
}

std::string with_port(std::string_view url) {
  const auto parts = split_url(url);
  if (!parts || !parts->port.empty()) return std::string(url);
  return joined_url(*parts, lowered(parts->scheme) == "https://" ? ":443" : ":80");
}

// Escapes the given characters, controls and whatever is not ASCII; leaves existing escapes alone.
std::string escaped(std::string_view text, std::string_view special) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F && special.find(c) == std::string_view::npos) {
      out += c;
      continue;
    }
    out += '%';
    out += digits[byte >> 4U];
    out += digits[byte & 15U];
  }
  return out;
}

bool is_single_dot(std::string_view segment) {
  return segment == "." || lowered(segment) == "%2e";
}
bool is_double_dot(std::string_view segment) {
  const std::string low = lowered(segment);
  return low == ".." || low == ".%2e" || low == "%2e." || low == "%2e%2e";
}

std::string normalised_path(std::string_view path) {
  std::string slashed(path);
  std::ranges::replace(slashed, '\\', '/');
  if (slashed.empty()) return "/";
  std::vector<std::string> kept;
  const auto segments = split(std::string_view(slashed).substr(1), '/');
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const bool last = i + 1 == segments.size();
    if (is_double_dot(segments[i])) {
      if (!kept.empty()) kept.pop_back();
      if (last) kept.emplace_back();
    } else if (is_single_dot(segments[i])) {
      if (last) kept.emplace_back();
    } else {
      kept.push_back(escaped(segments[i], "\"#<>?`{}^"));
    }
  }
  return "/" + joined(kept, "/");
}

std::optional<std::string_view> default_port(std::string_view scheme) {
  if (scheme == "http://" || scheme == "ws://") return "80";
  if (scheme == "https://" || scheme == "wss://") return "443";
  return std::nullopt;
}

// The port as it is written anew: leading zeros and the scheme's own port go. Nothing: no port
// number.
std::optional<std::string> normalised_port(std::string_view port, std::string_view own) {
  if (port.empty() || port == ":") return "";
  std::uint16_t number = 0;
  const char* end = port.data() + port.size();
  const auto [stop, error] = std::from_chars(port.data() + 1, end, number);
  if (error != std::errc() || stop != end) return std::nullopt;
  const std::string text = std::to_string(number);
  return text == own ? "" : ":" + text;
}

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  const char low = static_cast<char>(c | 0x20);
  return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

// As querystring.unescape decodes: what is no escape stays as it is.
std::string leniently_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+') {
      out += ' ';
      continue;
    }
    const int high = text[i] == '%' && i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
    const int low = high >= 0 ? hex_value(text[i + 2]) : -1;
    if (low < 0) {
      out += text[i];
      continue;
    }
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return out;
}

std::string legacy_encoded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool bare = is_alpha(c) || is_digit(c) ||
                      std::string_view("-_.!~*'()").find(c) != std::string_view::npos;
    out += bare ? std::string(1, c) : http::percent_encoded({&c, 1});
  }
  return out;
}

// Objects of that library list names that are array indexes first, by number. UINT32_MAX: no index.
std::uint32_t array_index(std::string_view name) {
  std::uint32_t index = 0;
  const char* end = name.data() + name.size();
  const auto [stop, error] = std::from_chars(name.data(), end, index);
  const bool written_so = !(name.size() > 1 && name[0] == '0');
  return error == std::errc() && stop == end && written_so ? index : UINT32_MAX;
}

struct QueryName {
  std::string name;
  std::uint32_t index;   // UINT32_MAX for a name that is none.
  std::size_t position;  // Where it came first.
  std::vector<std::string> values;
};

std::vector<QueryName> grouped_query(std::string_view query) {
  std::vector<QueryName> names;
  for (const std::string_view piece : split(query, '&')) {
    if (piece.empty()) continue;
    const std::size_t equals = std::min(piece.find('='), piece.size());
    const std::string name = leniently_decoded(piece.substr(0, equals));
    const std::string value =
        leniently_decoded(equals == piece.size() ? std::string_view() : piece.substr(equals + 1));
    auto known = std::ranges::find(names, name, &QueryName::name);
    if (known == names.end()) {
      known = names.insert(names.end(), {name, array_index(name), names.size(), {}});
    }
    known->values.push_back(value);
  }
  std::ranges::sort(names, [](const QueryName& a, const QueryName& b) {
    return std::pair(a.index, a.position) < std::pair(b.index, b.position);
  });
  return names;
}

}  // namespace

std::vector<std::string> url_spellings(std::string_view url) {
  std::vector<std::string> spellings;
  const auto add = [&](std::string spelling) {
    if (std::ranges::find(spellings, spelling) == spellings.end()) {
      spellings.push_back(std::move(spelling));
    }
  };
  if (!split_url(url)) return spellings;
  add(without_port(url));
  add(with_port(url));
  const auto normalised = normalised_url(url);
  if (!normalised) return spellings;
  if (*normalised != url) {
    add(without_port(*normalised));
    add(with_port(*normalised));
  }
  if (normalised->contains('?')) {
    add(with_reencoded_query(without_port(*normalised)));
    add(with_reencoded_query(with_port(*normalised)));
  }
  return spellings;
}

std::optional<std::string> normalised_url(std::string_view url) {
  std::string clean(trimmed(url));
  std::erase_if(clean, [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
  const auto parts = split_url(clean);
  if (!parts || parts->host.empty()) return std::nullopt;

  const std::string scheme = lowered(parts->scheme);
  const auto own_port = default_port(scheme);
  if (!own_port) return std::nullopt;
  const auto port = normalised_port(parts->port, *own_port);
  if (!port) return std::nullopt;
  const std::string host = lowered(parts->host);
  for (const char c : host) {
    if (!is_alpha(c) && !is_digit(c) &&
        std::string_view("-._[]:").find(c) == std::string_view::npos) {
      return std::nullopt;
    }
  }

  std::string_view rest = parts->rest;
  rest = rest.substr(0, rest.find('#'));
  const std::size_t mark = rest.find('?');
  std::string out = scheme;
  if (parts->user_info != "@") out += escaped(parts->user_info, "\"#<>?`{}/;=[\\]^|");
  out += host + *port + normalised_path(rest.substr(0, mark));
  if (mark != std::string_view::npos) out += "?" + escaped(rest.substr(mark + 1), "\"#<>'");
  return out;
}

std::string with_reencoded_query(std::string_view url) {
  const std::size_t mark = url.find('?');
  if (mark == std::string_view::npos || mark + 1 == url.size()) return std::string(url);
  std::string out(url.substr(0, mark + 1));
  bool first = true;
  for (const QueryName& name : grouped_query(url.substr(mark + 1))) {
    for (const std::string& value : name.values) {
      if (!first) out += '&';
      first = false;
      out += legacy_encoded(name.name) + "=" + legacy_encoded(value);
    }
  }
  return out;
}

}  // namespace callwright::providers::twilio
