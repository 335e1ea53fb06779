#include "providers/twilio/xml.h"

#include "base/result.h"
#include "base/text.h"

namespace callwright::providers::twilio {
namespace {

bool is_xml_character(std::string_view sequence) {
  if (sequence.size() == 1) {
    const auto byte = static_cast<unsigned char>(sequence[0]);
    return byte >= 0x20 || byte == '\t' || byte == '\n' || byte == '\r';
  }
  // U+FFFE and U+FFFF are the two that UTF-8 can write and XML cannot hold.
  return sequence != "\xEF\xBF\xBE" && sequence != "\xEF\xBF\xBF";
}

}  // namespace

std::string xml_escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t length = utf8_sequence_length(text);
    const std::string_view sequence = text.substr(0, length);
    text.remove_prefix(length == 0 ? 1 : length);
    if (length == 0 || !is_xml_character(sequence)) continue;
    switch (sequence[0]) {
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
      // A reader turns bare ones into spaces, in attributes at least.
      case '\t':
        out += "&#9;";
        break;
      case '\n':
        out += "&#10;";
        break;
      case '\r':
        out += "&#13;";
        break;
      default:
        out += sequence;
    }
  }
  return out;
}

XmlWriter::XmlWriter(std::string_view root) : out_(R"(<?xml version="1.0" encoding="UTF-8"?>)") {
  open(root);
}

XmlWriter& XmlWriter::open(std::string_view element) {
  end_tag();
  out_ += '<';
  out_ += element;
  open_.emplace_back(element);
  tag_open_ = true;
  return *this;
}

XmlWriter& XmlWriter::attribute(std::string_view name, std::string_view value) {
  ASSERT(tag_open_);
  out_ += ' ';
  out_ += name;
  out_ += "=\"" + xml_escaped(value) + '"';
  return *this;
}

XmlWriter& XmlWriter::text(std::string_view text) {
  end_tag();
  out_ += xml_escaped(text);
  return *this;
}

XmlWriter& XmlWriter::close() {
  ASSERT(!open_.empty());
  if (tag_open_) {
    out_ += "/>";
    tag_open_ = false;
  } else {
    out_ += "</" + open_.back() + '>';
  }
  open_.pop_back();
  return *this;
}

std::string XmlWriter::finish() {
  while (!open_.empty()) close();
  return std::move(out_);
}

void XmlWriter::end_tag() {
  if (tag_open_) out_ += '>';
  tag_open_ = false;
}

}  // namespace callwright::providers::twilio
