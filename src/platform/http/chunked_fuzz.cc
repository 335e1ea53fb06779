#include <algorithm>
#include <cstdio>

#include "base/result.h"
#include "platform/http/chunked.h"

namespace {

using callwright::http::ChunkedDecoder;

constexpr std::size_t body_bytes_max = 4 * 1024;

struct Outcome {
  ChunkedDecoder::Progress progress = ChunkedDecoder::Progress::More;
  std::string body;
  std::size_t used = 0;
};

Outcome decode(std::string_view input, std::size_t step) {
  ChunkedDecoder decoder(body_bytes_max);
  Outcome outcome;
  for (std::size_t end = 0;
       outcome.progress == ChunkedDecoder::Progress::More && end < input.size();) {
    end = std::min(input.size(), end + step);
    std::size_t used = 0;
    outcome.progress =
        decoder.advance(input.substr(outcome.used, end - outcome.used), used, outcome.body);
    ASSERT(used <= end - outcome.used);
    outcome.used += used;
    ASSERT(outcome.body.size() <= body_bytes_max);
  }
  return outcome;
}

}  // namespace

// A body in chunks is the same in one piece and byte by byte, and what we send in chunks is what
// was sent.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const Outcome whole = decode(input, input.size() + 1);
  const Outcome pieces = decode(input, 1);
  ASSERT(whole.progress == pieces.progress);
  if (whole.progress == ChunkedDecoder::Progress::Done) {
    ASSERT(whole.body == pieces.body && whole.used == pieces.used);
  }

  if (input.empty() || input.size() > body_bytes_max) return 0;
  char length[32];
  std::snprintf(length, sizeof length, "%zx\r\n", input.size());
  const std::string sent = std::string(length) + std::string(input) + "\r\n0\r\n\r\n";
  const Outcome back = decode(sent, 7);
  ASSERT(back.progress == ChunkedDecoder::Progress::Done);
  ASSERT(back.body == input && back.used == sent.size());
  return 0;
}
