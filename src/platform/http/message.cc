#include "platform/http/message.h"

#include <algorithm>

#include "base/text.h"
#include "platform/http/fields.h"
#include "platform/json/json.h"

namespace callwright::http {
namespace {

std::optional<int> hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return std::nullopt;
}

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

std::optional<std::string> decoded(std::string_view text, bool plus_is_space) {
  // What is decoded is never longer; so it is written over a copy, without asking for room.
  std::string out(text);
  char* end = out.data();
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      *end++ = (plus_is_space && text[i] == '+') ? ' ' : text[i];
      continue;
    }
    if (i + 2 >= text.size()) return std::nullopt;
    const auto high = hex_digit(text[i + 1]);
    const auto low = hex_digit(text[i + 2]);
    if (!high || !low) return std::nullopt;
    *end++ = static_cast<char>(*high * 16 + *low);
    i += 2;
  }
  out.resize(static_cast<std::size_t>(end - out.data()));
  return out;
}

int status_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::Invalid:
      return 400;
    case ErrorCode::NotFound:
      return 404;
    case ErrorCode::Conflict:
      return 409;
    case ErrorCode::Forbidden:
      return 403;
    case ErrorCode::Unavailable:
      return 503;
  }
  return 503;
}

Response with_type(int status, std::string_view type, std::string body) {
  Response response;
  response.status = status;
  response.headers.add("Content-Type", std::string(type));
  response.body = std::move(body);
  return response;
}

}  // namespace

std::optional<std::string_view> Headers::get(std::string_view name) const {
  for (const auto& [key, value] : entries_) {
    if (equal_ignoring_case(key, name)) return value;
  }
  return std::nullopt;
}

void Headers::set(std::string_view name, std::string value) {
  std::erase_if(entries_,
                [&](const Entry& entry) { return equal_ignoring_case(entry.first, name); });
  entries_.emplace_back(std::string(name), std::move(value));
}

Result<Form> parse_form(std::string_view encoded) {
  Form form;
  if (encoded.empty()) return form;
  form.reserve(1 + static_cast<std::size_t>(std::ranges::count(encoded, '&')));
  for (const std::string_view piece : split(encoded, '&')) {
    if (piece.empty()) continue;
    const std::size_t equals = piece.find('=');
    auto name = decoded(piece.substr(0, equals), true);
    auto value = decoded(
        equals == std::string_view::npos ? std::string_view() : piece.substr(equals + 1), true);
    if (!name || !value) return callwright::failure(ErrorCode::Invalid, "broken percent escape");
    if (!is_valid_utf8(*name) || !is_valid_utf8(*value)) {
      return callwright::failure(ErrorCode::Invalid, "a form field is not UTF-8");
    }
    form.emplace_back(std::move(*name), std::move(*value));
  }
  return form;
}

std::string encode_form(const Form& form) {
  std::string out;
  for (const auto& [name, value] : form) {
    if (!out.empty()) out += '&';
    out += percent_encoded(name);
    out += '=';
    out += percent_encoded(value);
  }
  return out;
}

std::string percent_encoded(std::string_view text) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (is_unreserved(c)) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += digits[byte >> 4U];
    out += digits[byte & 15U];
  }
  return out;
}

std::optional<std::string> percent_decoded(std::string_view text) {
  return decoded(text, false);
}

std::optional<std::string_view> field(const Form& form, std::string_view name) {
  for (const auto& [key, value] : form) {
    if (key == name) return value;
  }
  return std::nullopt;
}

std::string_view Request::path() const {
  return std::string_view(target).substr(0, target.find('?'));
}

std::string_view Request::query() const {
  const std::size_t mark = target.find('?');
  if (mark == std::string::npos) return {};
  return std::string_view(target).substr(mark + 1);
}

Response text(int status, std::string body) {
  return with_type(status, "text/plain; charset=utf-8", std::move(body));
}

Response json(int status, std::string body) {
  return with_type(status, "application/json", std::move(body));
}

Response problem(int status, std::string_view code, std::string_view message) {
  std::string body = R"({"error":{"code":)";
  append_json_string(body, code);
  body += R"(,"message":)";
  append_json_string(body, message);
  body += "}}";
  return json(status, std::move(body));
}

Response failure(const Error& error) {
  const std::string_view message = error.code == ErrorCode::Unavailable
                                       ? std::string_view("This is unavailable for the moment.")
                                       : std::string_view(error.message);
  return problem(status_of(error.code), to_string(error.code), message);
}

}  // namespace callwright::http
