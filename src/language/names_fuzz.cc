#include "language/fuzz_case.h"
#include "language/names.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace callwright::language;
  const FuzzCase said(data, size);
  const Words words(said.text);
  if (const auto name = read_name(words, said.context)) {
    assert_words_exist(*name, words);
    ASSERT(!name->value.full.empty());
    ASSERT(!name->value.full.contains('\n'));
  }
  assert_linear_time(said.text,
                     [&](std::string_view text) { (void)read_name(Words(text), said.context); });
  return 0;
}
