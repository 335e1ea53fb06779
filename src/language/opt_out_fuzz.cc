#include "language/fuzz_case.h"
#include "language/opt_out.h"

// Nobody's consent depends on capitals.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace callwright::language;
  const FuzzCase said(data, size);
  std::string capitals(said.text);
  for (char& c : capitals) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  for (const Channel channel : {Channel::Voice, Channel::Sms, Channel::Chat}) {
    ASSERT(read_opt_out(said.text, channel) == read_opt_out(capitals, channel));
  }
  assert_linear_time(said.text,
                     [](std::string_view text) { (void)read_opt_out(text, Channel::Sms); });
  return 0;
}
