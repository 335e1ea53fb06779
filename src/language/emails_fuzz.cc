#include "language/emails.h"
#include "language/fuzz_case.h"

// What is read is an address that mail can be sent to, and written out it is read again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace callwright::language;
  const FuzzCase said(data, size);
  (void)is_email_address(said.text);
  const Words words(said.text);
  if (const auto email = read_email(words, said.context)) {
    assert_words_exist(*email, words);
    ASSERT(is_email_address(email->value));
  }
  assert_linear_time(said.text,
                     [&](std::string_view text) { (void)read_email(Words(text), said.context); });
  return 0;
}
