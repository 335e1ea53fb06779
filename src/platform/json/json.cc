#include "platform/json/json.h"

#include <charconv>
#include <cmath>

#include "base/text.h"

namespace callwright {
namespace {

constexpr std::string_view replacement_character = "\uFFFD";

void append_escaped(std::string& out, char c) {
  constexpr std::string_view hex_digits = "0123456789abcdef";
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\b':
      out += "\\b";
      return;
    case '\f':
      out += "\\f";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      out += "\\u00";
      out += hex_digits[static_cast<unsigned char>(c) >> 4];
      out += hex_digits[static_cast<unsigned char>(c) & 15];
  }
}

bool is_plain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20 && byte < 0x80 && c != '"' && c != '\\';
}

// The shortest text that reads back as the same number, and as one that is no integer.
void append_double(std::string& out, double value) {
  if (!std::isfinite(value)) {
    out += "null";  // JSON has no other word for it.
    return;
  }
  char buffer[32];
  const auto end = std::to_chars(std::begin(buffer), std::end(buffer), value).ptr;
  const std::string_view text(buffer, end);
  out += text;
  if (text.find_first_of(".e") == std::string_view::npos) out += ".0";
}

// Writes values; with indentation for people, without for programs.
class Writer {
 public:
  explicit Writer(bool indented) : indented_(indented) {}

  void write(const Json& value) {
    if (const auto* object = value.as_object()) {
      write_all('{', *object, '}', [this](const Json::Member& member) {
        append_json_string(out_, member.first);
        out_ += indented_ ? ": " : ":";
        write(member.second);
      });
    } else if (const auto* array = value.as_array()) {
      write_all('[', *array, ']', [this](const Json& item) { write(item); });
    } else if (const auto* text = value.as_string()) {
      append_json_string(out_, *text);
    } else if (const auto integer = value.as_integer()) {
      out_ += std::to_string(*integer);
    } else if (const auto number = value.as_number()) {
      append_double(out_, *number);
    } else if (const auto boolean = value.as_bool()) {
      out_ += *boolean ? "true" : "false";
    } else {
      out_ += "null";
    }
  }

  std::string take() { return std::move(out_); }

 private:
  template <class Items, class WriteItem>
  void write_all(char open, const Items& items, char close, WriteItem write_item) {
    out_ += open;
    ++depth_;
    bool first = true;
    for (const auto& item : items) {
      if (!first) out_ += ',';
      first = false;
      new_line();
      write_item(item);
    }
    --depth_;
    if (!items.empty()) new_line();
    out_ += close;
  }

  void new_line() {
    if (indented_) out_.append(1, '\n').append(2 * depth_, ' ');
  }

  std::string out_;
  std::size_t depth_ = 0;
  bool indented_;
};

}  // namespace

std::optional<bool> Json::as_bool() const {
  if (const bool* value = std::get_if<bool>(&value_)) return *value;
  return std::nullopt;
}

std::optional<std::int64_t> Json::as_integer() const {
  if (const auto* value = std::get_if<std::int64_t>(&value_)) return *value;
  return std::nullopt;
}

std::optional<double> Json::as_number() const {
  if (const auto* value = std::get_if<std::int64_t>(&value_)) return static_cast<double>(*value);
  if (const auto* value = std::get_if<double>(&value_)) return *value;
  return std::nullopt;
}

const Json* Json::find(std::string_view name) const {
  const Object* object = as_object();
  if (object == nullptr) return nullptr;
  for (const Member& member : *object) {
    if (member.first == name) return &member.second;
  }
  return nullptr;
}

const Json& Json::operator[](std::string_view name) const {
  static const Json null_value;
  const Json* member = find(name);
  return member == nullptr ? null_value : *member;
}

std::string Json::string_or(std::string_view name, std::string_view fallback) const {
  const std::string* value = (*this)[name].as_string();
  return value == nullptr ? std::string(fallback) : *value;
}

std::int64_t Json::integer_or(std::string_view name, std::int64_t fallback) const {
  return (*this)[name].as_integer().value_or(fallback);
}

bool Json::bool_or(std::string_view name, bool fallback) const {
  return (*this)[name].as_bool().value_or(fallback);
}

void Json::set(std::string_view name, Json value) {
  if (is_null()) value_ = Object();
  ASSERT(is_object());
  auto& members = std::get<Object>(value_);
  for (Member& member : members) {
    if (member.first == name) {
      member.second = std::move(value);
      return;
    }
  }
  members.emplace_back(name, std::move(value));
}

void Json::push_back(Json value) {
  if (is_null()) value_ = Array();
  ASSERT(is_array());
  std::get<Array>(value_).push_back(std::move(value));
}

std::string Json::dump() const {
  Writer writer(false);
  writer.write(*this);
  return writer.take();
}

std::string Json::pretty() const {
  Writer writer(true);
  writer.write(*this);
  return writer.take();
}

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  while (!text.empty()) {
    std::size_t plain = 0;
    while (plain < text.size() && is_plain(text[plain])) ++plain;
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) break;

    std::size_t taken = 1;
    if (static_cast<unsigned char>(text[0]) < 0x80) {
      append_escaped(out, text[0]);
    } else if (const std::size_t length = utf8_sequence_length(text); length > 0) {
      out += text.substr(0, length);
      taken = length;
    } else {
      out += replacement_character;
    }
    text.remove_prefix(taken);
  }
  out += '"';
}

}  // namespace callwright
