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
  // Stray continuation bytes belong to no code point and may stand on either side.
  ASSERT(rebuilt == redaction.text);
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
  assert_linear_time(said.text, [&](std::string_view text) { (void)redact(text, policy); });
  return 0;
}
