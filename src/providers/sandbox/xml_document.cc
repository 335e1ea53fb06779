#include "providers/sandbox/xml_document.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>

#include "base/text.h"

namespace callwright::providers::sandbox {
namespace {

constexpr int depth_max = 32;

std::string utf8(std::uint32_t code) {
  std::string out;
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | (code >> 6));
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    out += static_cast<char>(0xE0 | (code >> 12));
    out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (code >> 18));
    out += static_cast<char>(0x80 | ((code >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  }
  return out;
}

std::optional<std::string> numeric_entity(std::string_view digits) {
  int base = 10;
  if (digits.starts_with('x')) {
    base = 16;
    digits.remove_prefix(1);
  }
  std::uint32_t code = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, code, base);
  if (error != std::errc() || stop != end) return std::nullopt;
  const bool is_control = code < 0x20 && code != '\t' && code != '\n' && code != '\r';
  const bool is_surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (is_control || is_surrogate || code > 0x10FFFF) return std::nullopt;
  return utf8(code);
}

std::optional<std::string> entity(std::string_view name) {
  if (name == "amp") return "&";
  if (name == "lt") return "<";
  if (name == "gt") return ">";
  if (name == "quot") return "\"";
  if (name == "apos") return "'";
  if (name.starts_with('#')) return numeric_entity(name.substr(1));
  return std::nullopt;
}

bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == '.' || c == ':';
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

class Parser {
 public:
  explicit Parser(std::string_view text) : rest_(text) {}

  Result<Element> document() {
    TRY(skip_misc());
    TRY_ASSIGN(Element root, element(0));
    TRY(skip_misc());
    if (!rest_.empty()) return wrong("text after the root element");
    return root;
  }

 private:
  static std::unexpected<Error> wrong(std::string_view what) {
    return failure(ErrorCode::Invalid, "XML: " + std::string(what));
  }

  bool take(std::string_view token) {
    if (!rest_.starts_with(token)) return false;
    rest_.remove_prefix(token.size());
    return true;
  }

  void skip_space() {
    while (!rest_.empty() && is_space(rest_.front())) rest_.remove_prefix(1);
  }

  Result<void> skip_until(std::string_view end) {
    const std::size_t found = rest_.find(end);
    if (found == std::string_view::npos) return wrong("something is not closed");
    rest_.remove_prefix(found + end.size());
    return {};
  }

  Result<void> skip_misc() {
    while (true) {
      skip_space();
      if (take("<?")) {
        TRY(skip_until("?>"));
      } else if (take("<!--")) {
        TRY(skip_until("-->"));
      } else {
        return {};
      }
    }
  }

  Result<std::string> name() {
    const auto end = std::ranges::find_if_not(rest_, is_name_char);
    const std::string found(rest_.begin(), end);
    if (found.empty() || (found[0] >= '0' && found[0] <= '9')) return wrong("a name is missing");
    rest_.remove_prefix(found.size());
    return found;
  }

  Result<std::string> decoded(std::string_view raw) {
    std::string out;
    while (!raw.empty()) {
      const std::size_t mark = std::min(raw.find('&'), raw.size());
      out += raw.substr(0, mark);
      raw.remove_prefix(mark);
      if (raw.empty()) break;
      const std::size_t end = raw.find(';');
      if (end == std::string_view::npos) return wrong("a bare ampersand");
      const auto character = entity(raw.substr(1, end - 1));
      if (!character) return wrong("an unknown entity");
      out += *character;
      raw.remove_prefix(end + 1);
    }
    return out;
  }

  Result<void> attributes(Element& element) {
    while (true) {
      const bool spaced = !rest_.empty() && is_space(rest_.front());
      skip_space();
      if (rest_.starts_with('>') || rest_.starts_with("/>")) return {};
      if (!spaced) return wrong("attributes run together");
      TRY_ASSIGN(std::string key, name());
      skip_space();
      if (!take("=")) return wrong("an attribute without a value");
      skip_space();
      if (rest_.empty() || (rest_.front() != '"' && rest_.front() != '\'')) {
        return wrong("a value without quotes");
      }
      const char quote = rest_.front();
      const std::size_t end = rest_.find(quote, 1);
      if (end == std::string_view::npos) return wrong("a value is not closed");
      const std::string_view raw = rest_.substr(1, end - 1);
      if (raw.find('<') != std::string_view::npos) return wrong("a tag inside a value");
      TRY_ASSIGN(std::string value, decoded(raw));
      if (element.has_attribute(key)) return wrong("an attribute is repeated");
      element.attributes.emplace_back(std::move(key), std::move(value));
      rest_.remove_prefix(end + 1);
    }
  }

  Result<Element> element(int depth) {
    if (depth > depth_max) return wrong("too deep");
    if (!take("<")) return wrong("an element is missing");
    Element element;
    TRY_ASSIGN(element.name, name());
    TRY(attributes(element));
    if (take("/>")) return element;
    if (!take(">")) return wrong("a tag is not closed");
    TRY(content(element, depth));
    return element;
  }

  Result<void> content(Element& element, int depth) {
    while (true) {
      const std::size_t tag = rest_.find('<');
      if (tag == std::string_view::npos) return wrong("an element is not closed");
      TRY_ASSIGN(const std::string text, decoded(rest_.substr(0, tag)));
      element.text += text;
      rest_.remove_prefix(tag);
      if (take("</")) return end_tag(element);
      if (take("<!--")) {
        TRY(skip_until("-->"));
      } else if (take("<![CDATA[")) {
        const std::string_view data = rest_;
        TRY(skip_until("]]>"));
        element.text += data.substr(0, data.size() - rest_.size() - 3);
      } else if (take("<?")) {
        TRY(skip_until("?>"));
      } else {
        TRY_ASSIGN(Element child, this->element(depth + 1));
        element.children.push_back(std::move(child));
      }
    }
  }

  Result<void> end_tag(const Element& element) {
    TRY_ASSIGN(const std::string closing, name());
    skip_space();
    if (closing != element.name || !take(">")) return wrong("tags are crossed");
    return {};
  }

  std::string_view rest_;
};

}  // namespace

std::string_view Element::attribute(std::string_view wanted) const {
  for (const auto& [key, value] : attributes) {
    if (key == wanted) return value;
  }
  return {};
}

bool Element::has_attribute(std::string_view wanted) const {
  return std::ranges::any_of(attributes, [&](const auto& entry) { return entry.first == wanted; });
}

Result<Element> parse_xml(std::string_view text) {
  if (!is_valid_utf8(text)) return failure(ErrorCode::Invalid, "XML: not UTF-8");
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return Parser(text).document();
}

}  // namespace callwright::providers::sandbox
