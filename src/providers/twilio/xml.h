#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace callwright::providers::twilio {

// Text as it stands between tags or in an attribute. What XML 1.0 cannot hold (control characters,
// bytes that are not UTF-8) is left out.
std::string xml_escaped(std::string_view text);

// Writes one XML document. Elements are closed in the order they were opened; finish() closes the
// rest.
class XmlWriter {
 public:
  explicit XmlWriter(std::string_view root);

  XmlWriter& open(std::string_view element);
  // Belongs to the element opened last, before anything is put into it.
  XmlWriter& attribute(std::string_view name, std::string_view value);
  XmlWriter& text(std::string_view text);
  XmlWriter& close();
  std::string finish();

 private:
  void end_tag();

  std::string out_;
  std::vector<std::string> open_;
  bool tag_open_ = false;  // The last start tag still takes attributes.
};

}  // namespace callwright::providers::twilio
