#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace callwright::providers::sandbox {

// One element of an XML document, with what it holds.
struct Element {
  std::string name;
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<Element> children;
  std::string text;  // All text directly inside, joined.

  // Empty when it is not there.
  std::string_view attribute(std::string_view name) const;
  bool has_attribute(std::string_view name) const;
};

// The root of a well-formed document. Strict where the carrier is: unclosed or crossed tags,
// unknown entities and a second root are Invalid. Document types are refused, so nothing expands.
Result<Element> parse_xml(std::string_view text);

}  // namespace callwright::providers::sandbox
