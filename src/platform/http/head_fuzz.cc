#include <algorithm>

#include "base/result.h"
#include "platform/http/head.h"

namespace {

using callwright::http::HeadParser;
using callwright::http::RequestHead;

constexpr std::size_t head_bytes_max = 16 * 1024;

struct Outcome {
  HeadParser::Progress progress = HeadParser::Progress::More;
  std::string text;  // What was read, or why it was refused.
};

Outcome read(std::string_view bytes, std::size_t step) {
  HeadParser parser(head_bytes_max);
  Outcome outcome;
  for (std::size_t end = 0; outcome.progress == HeadParser::Progress::More && end < bytes.size();) {
    end = std::min(bytes.size(), end + step);
    outcome.progress = parser.advance(bytes.substr(0, end));
  }
  if (outcome.progress == HeadParser::Progress::Refused) outcome.text = parser.refusal().code;
  if (outcome.progress == HeadParser::Progress::Done) {
    ASSERT(parser.size() <= bytes.size() && parser.size() <= head_bytes_max);
    const RequestHead head = parser.take();
    // Two ways to know where the body ends are how requests are smuggled.
    ASSERT(!head.chunked || head.content_length == 0);
    outcome.text =
        head.request.method + " " + head.request.target + " " + std::to_string(head.content_length);
    for (const char c : outcome.text) ASSERT(c != '\r' && c != '\n' && c != '\0');
  }
  return outcome;
}

}  // namespace

// A head reads the same in one piece and byte by byte, and nothing passes from it that ends a line.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Outcome whole = read(bytes, bytes.size() + 1);
  const Outcome pieces = read(bytes, 1);
  ASSERT(whole.progress == pieces.progress);
  ASSERT(whole.text == pieces.text);
  return 0;
}
