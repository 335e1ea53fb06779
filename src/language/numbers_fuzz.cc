#include <algorithm>

#include "language/fuzz_case.h"
#include "language/numbers.h"

namespace callwright::language {
namespace {

void read_all(std::string_view text) {
  const Words words(text);
  for (std::size_t at = 0; at <= words.size(); ++at) {
    for (const auto& number : {read_cardinal(words, at), read_ordinal(words, at)}) {
      if (!number) continue;
      ASSERT(number->next > at && number->next <= words.size());
      ASSERT(number->value >= 0);
    }
    for (const Hundreds hundreds : {Hundreds::Count, Hundreds::List}) {
      const auto dictated = read_digits(words, at, hundreds);
      if (!dictated) continue;
      ASSERT(dictated->next > at && dictated->next <= words.size());
      ASSERT(!dictated->digits.empty());
      ASSERT(std::ranges::all_of(dictated->digits, [](char c) { return c >= '0' && c <= '9'; }));
    }
  }
}

}  // namespace
}  // namespace callwright::language

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace callwright::language;
  read_all(FuzzCase(data, size).text);
  return 0;
}
