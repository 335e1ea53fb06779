#include <algorithm>

#include "providers/twilio/signature.h"
#include "providers/twilio/url_spellings.h"

// A signature over any spelling of a URL is one of the URL, and a changed signature is none.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace callwright::providers::twilio;
  const std::string url(reinterpret_cast<const char*>(data), size);
  const std::vector<std::string> tokens = {"token"};
  const callwright::http::Form form = {{"CallSid", "CA1"}};
  std::vector<std::string> spellings = url_spellings(url);
  for (const std::string& spelling : spellings) {
    std::string signature = sign(tokens.front(), spelling, form);
    ASSERT(is_signed(signature, tokens, url, form));
    signature.front() = signature.front() == 'A' ? 'B' : 'A';
    ASSERT(!is_signed(signature, tokens, url, form));
  }
  std::ranges::sort(spellings);
  ASSERT(std::ranges::adjacent_find(spellings) == spellings.end());
  if (const auto normal = normalised_url(url)) {
    const auto again = normalised_url(*normal);
    ASSERT(again && *again == *normal);
  }
  return 0;
}
