#include <algorithm>

#include "language/fuzz_case.h"
#include "language/redaction.h"

namespace callwright::language {
namespace {

bool begins_code_point(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

// The bytes where the code points begin, and the end.
std::vector<std::size_t> code_points(std::string_view text) {
  std::vector<std::size_t> begins;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (begins_code_point(text[at])) begins.push_back(at);
  }
  begins.push_back(text.size());
  return begins;
}

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t size = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if ((lead >= 0x80 && lead < 0xC0) || at + size > text.size()) return false;
    for (std::size_t i = 1; i < size; ++i) {
      if (begins_code_point(text[at + i])) return false;
    }
    at += size;
  }
  return true;
}

// The spans are in order, lie in the text, and nothing but them is replaced.
void assert_only_spans_replaced(std::string_view text, const Redaction& redaction) {
  const std::vector<std::size_t> begins = code_points(text);
  std::string rebuilt;
  std::size_t done = 0;
  for (const SensitiveSpan& span : redaction.spans) {
    ASSERT(span.begin < span.end && span.end < begins.size());
    ASSERT(begins[span.begin] >= done);
    rebuilt += text.substr(done, begins[span.begin] - done);
    rebuilt += "[" + std::string(to_string(span.kind)) + "]";
    done = begins[span.end];
  }
  rebuilt += text.substr(done);
  // Stray continuation bytes belong to no code point.
  ASSERT(!is_utf8(text) || rebuilt == redaction.text);
}

// However the text is cut, the stream ends with the same; the bytes themselves say where to cut.
void assert_stream_agrees(std::string_view text, const RedactionPolicy& policy,
                          const Redaction& whole) {
  RedactionStream stream(policy);
  Redaction put_together;
  const auto add = [&](Redaction part) {
    put_together.text += part.text;
    put_together.spans.insert(put_together.spans.end(), part.spans.begin(), part.spans.end());
  };
  while (!text.empty()) {
    const std::size_t size =
        std::min<std::size_t>(text.size(), 1 + static_cast<unsigned char>(text.front()) % 23);
    add(stream.feed(text.substr(0, size)));
    text.remove_prefix(size);
  }
  add(stream.finish());
  ASSERT(put_together.text == whole.text);
  ASSERT(put_together.spans == whole.spans);
}

// What was hidden once stays hidden, under the same name.
void assert_labels_stay(const Redaction& redaction, const RedactionPolicy& policy) {
  const Redaction again = redact(redaction.text, policy);
  std::size_t first = 0;
  for (const SensitiveSpan& span : redaction.spans) {
    const std::string label = "[" + std::string(to_string(span.kind)) + "]";
    first = again.text.find(label, first);
    ASSERT(first != std::string::npos);
    first += label.size();
  }
}

}  // namespace
}  // namespace callwright::language

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace callwright::language;
  const FuzzCase said(data, size);
  const std::size_t pick = size == 0 ? 0 : data[0];
  const RedactionPolicy policy{
      .dob = (pick & 1U) != 0, .email = (pick & 2U) != 0, .phone = (pick & 4U) != 0};
  const Redaction redaction = redact(said.text, policy);
  assert_only_spans_replaced(said.text, redaction);
  assert_stream_agrees(said.text, policy, redaction);
  assert_labels_stay(redaction, policy);
  assert_linear_time(said.text, [&](std::string_view text) { (void)redact(text, policy); });
  return 0;
}
