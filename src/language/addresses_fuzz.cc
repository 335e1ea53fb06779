#include <algorithm>

#include "language/addresses.h"
#include "language/fuzz_case.h"

namespace callwright::language {
namespace {

bool is_zip(std::string_view zip) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (!std::ranges::all_of(zip.substr(0, 5), is_digit)) return false;
  return zip.size() == 5 ||
         (zip.size() == 10 && zip[5] == '-' && std::ranges::all_of(zip.substr(6), is_digit));
}

}  // namespace
}  // namespace callwright::language

// An address that was read has at least one part, and each part has its form.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace callwright::language;
  const FuzzCase said(data, size);
  const Words words(said.text);
  if (const auto found = read_address(words, said.context)) {
    assert_words_exist(*found, words);
    const AddressReading& address = found->value;
    ASSERT(!(address.street + address.unit + address.city + address.state + address.zip).empty());
    ASSERT(address.zip.empty() || is_zip(address.zip));
    ASSERT(address.state.empty() || address.state.size() == 2);
  }
  assert_linear_time(said.text,
                     [&](std::string_view text) { (void)read_address(Words(text), said.context); });
  return 0;
}
