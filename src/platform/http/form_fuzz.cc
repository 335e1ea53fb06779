#include "platform/http/message.h"

// A form that can be read is the same after it was written, and anything can be written.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace callwright;
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (const auto form = http::parse_form(text)) {
    const auto back = http::parse_form(http::encode_form(*form));
    ASSERT(back && *back == *form);
  }
  const http::Form written = {{text, "value"}, {"name", text}};
  const auto back = http::parse_form(http::encode_form(written));
  ASSERT(!back || *back == written);
  return 0;
}
