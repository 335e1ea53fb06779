#include "language/fuzz_case.h"
#include "language/phones.h"

// What is read can be dialled, reads the same when it is written out, and stands in the text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace callwright::language;
  const FuzzCase said(data, size);
  const Words words(said.text);
  if (const auto phone = read_phone(words, said.context)) {
    assert_words_exist(*phone, words);
    const std::string written = phone->value.e164();
    ASSERT(callwright::PhoneNumber::parse(written) == phone->value);
    ASSERT(read_phone(words, said.context)->value == phone->value);
  }
  assert_linear_time(said.text,
                     [&](std::string_view text) { (void)read_phone(Words(text), said.context); });
  return 0;
}
