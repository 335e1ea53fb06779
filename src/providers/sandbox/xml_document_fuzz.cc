#include "providers/sandbox/xml_document.h"

namespace {

using callwright::providers::sandbox::Element;

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\r':
      case '\n':
      case '\t':
        out += "&#" + std::to_string(static_cast<int>(c)) + ";";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string written(const Element& element) {
  std::string out = "<" + element.name;
  for (const auto& [name, value] : element.attributes) {
    out.append(" ").append(name).append("=\"").append(escaped(value)).append("\"");
  }
  out.append(">").append(escaped(element.text));
  for (const Element& child : element.children) out += written(child);
  return out.append("</").append(element.name).append(">");
}

bool same(const Element& a, const Element& b) {
  if (a.name != b.name || a.attributes != b.attributes || a.text != b.text) return false;
  if (a.children.size() != b.children.size()) return false;
  for (std::size_t i = 0; i < a.children.size(); ++i) {
    if (!same(a.children[i], b.children[i])) return false;
  }
  return true;
}

}  // namespace

// A document that can be read is the same after it was written.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using callwright::providers::sandbox::parse_xml;
  const auto root = parse_xml(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!root) return 0;
  const auto back = parse_xml(written(*root));
  ASSERT(back && same(*back, *root));
  return 0;
}
