#include "platform/json/json_fault.h"

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <set>

#include "base/text.h"
#include "platform/json/json.h"

namespace callwright::json {
namespace {

bool is_hex_digit(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// Walks the grammar of RFC 8259 and stops at the first byte that does not fit.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool document() {
    skip_space();
    if (!value(0)) return false;
    skip_space();
    return at_end() || fail("nothing may follow the document");
  }

  std::string fault() const {
    std::size_t line = 1;
    std::size_t column = 1;
    for (const char c : text_.substr(0, at_)) {
      const bool continues_a_character = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
      if (c == '\n') {
        ++line;
        column = 1;
      } else if (!continues_a_character) {
        ++column;
      }
    }
    return "line " + std::to_string(line) + ", column " + std::to_string(column) + ": " +
           std::string(why_);
  }

 private:
  bool value(int depth) {
    if (at_end()) return fail("the document ends too early");
    switch (text_[at_]) {
      case '{':
        return object(depth + 1);
      case '[':
        return array(depth + 1);
      case '"':
        return string();
      case 't':
        return word("true");
      case 'f':
        return word("false");
      case 'n':
        return word("null");
      default:
        return number();
    }
  }

  bool object(int depth) {
    if (depth > depth_max) return fail("nested too deeply");
    std::set<std::string> names;
    take('{');
    skip_space();
    if (take('}')) return true;
    do {
      skip_space();
      const std::size_t name_begin = at_;
      if (!peek('"')) return fail("expected a member name in quotes");
      if (!string()) return false;
      // A name is compared as it reads, not as it was escaped.
      const auto name = Json::parse(text_.substr(name_begin, at_ - name_begin));
      if (name && !names.insert(*name->as_string()).second) {
        at_ = name_begin;
        return fail("the member is there twice");
      }
      skip_space();
      if (!take(':')) return fail("expected ':'");
      skip_space();
      if (!value(depth)) return false;
      skip_space();
    } while (take(','));
    return take('}') || fail("expected ',' or '}'");
  }

  bool array(int depth) {
    if (depth > depth_max) return fail("nested too deeply");
    take('[');
    skip_space();
    if (take(']')) return true;
    do {
      skip_space();
      if (!value(depth)) return false;
      skip_space();
    } while (take(','));
    return take(']') || fail("expected ',' or ']'");
  }

  bool string() {
    take('"');
    while (!at_end()) {
      if (take('"')) return true;
      if (peek('\\')) {
        if (!escape()) return false;
        continue;
      }
      if (static_cast<unsigned char>(text_[at_]) < 0x20) {
        return fail("a control character must be escaped");
      }
      const std::size_t length = utf8_sequence_length(text_.substr(at_));
      if (length == 0) return fail("not UTF-8");
      at_ += length;
    }
    return fail("the string has no end");
  }

  bool escape() {
    constexpr std::string_view simple_escapes = "\"\\/bfnrt";
    const std::size_t begin = at_;
    take('\\');
    if (!at_end() && simple_escapes.find(text_[at_]) != std::string_view::npos) {
      ++at_;
      return true;
    }
    const auto unit = utf16_unit();
    if (!unit) return fail_at(begin, "no such escape");
    const bool is_high = *unit >= 0xD800 && *unit <= 0xDBFF;
    const bool is_low = *unit >= 0xDC00 && *unit <= 0xDFFF;
    if (is_low) return fail_at(begin, "half of a surrogate pair");
    if (!is_high) return true;
    const auto second = take('\\') ? utf16_unit() : std::nullopt;
    const bool paired = second && *second >= 0xDC00 && *second <= 0xDFFF;
    return paired || fail_at(begin, "half of a surrogate pair");
  }

  // The u and four digits of an escape.
  std::optional<unsigned> utf16_unit() {
    constexpr std::size_t digits = 4;
    if (!take('u') || text_.size() - at_ < digits) return std::nullopt;
    unsigned unit = 0;
    for (const char c : text_.substr(at_, digits)) {
      if (!is_hex_digit(c)) return std::nullopt;
      unit = unit * 16 + static_cast<unsigned>(is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
    }
    at_ += digits;
    return unit;
  }

  bool number() {
    const std::size_t begin = at_;
    take('-');
    if (at_end() || !is_digit(text_[at_])) return fail_at(begin, "expected a value");
    if (take('0')) {
      if (!at_end() && is_digit(text_[at_])) return fail("a number has no leading zero");
    } else {
      digits();
    }
    bool whole = true;
    if (take('.')) {
      whole = false;
      if (!digits()) return fail("expected a digit");
    }
    if (take('e') || take('E')) {
      whole = false;
      if (!take('+')) take('-');
      if (!digits()) return fail("expected a digit");
    }
    return fits(text_.substr(begin, at_ - begin), whole) ||
           fail_at(begin, "the number is too large");
  }

  bool digits() {
    const std::size_t begin = at_;
    while (!at_end() && is_digit(text_[at_])) ++at_;
    return at_ > begin;
  }

  static bool fits(std::string_view number, bool whole) {
    if (!whole) return std::isfinite(std::strtod(std::string(number).c_str(), nullptr));
    std::int64_t value = 0;
    return std::from_chars(number.begin(), number.end(), value).ec == std::errc();
  }

  bool word(std::string_view expected) {
    if (!text_.substr(at_).starts_with(expected)) return fail("expected a value");
    at_ += expected.size();
    return true;
  }

  void skip_space() { at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size()); }

  bool at_end() const { return at_ >= text_.size(); }
  bool peek(char c) const { return !at_end() && text_[at_] == c; }
  bool take(char c) {
    if (!peek(c)) return false;
    ++at_;
    return true;
  }

  bool fail(std::string_view why) { return fail_at(at_, why); }
  bool fail_at(std::size_t at, std::string_view why) {
    at_ = at;
    why_ = why;
    return false;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string_view why_;
};

}  // namespace

std::string describe_fault(std::string_view text) {
  Scanner scanner(text);
  return scanner.document() ? std::string() : scanner.fault();
}

}  // namespace callwright::json
