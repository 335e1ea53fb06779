#include "language/fuzz_case.h"
#include "language/times/times.h"

namespace callwright::language {
namespace {

// Never in the past, never an empty window; what is excluded is in order.
void assert_sound(const TimeReading& reading, Instant now) {
  using Kind = TimeReading::Kind;
  switch (reading.kind) {
    case Kind::None:
      ASSERT(reading.asap || !reading.exclude.empty());
      break;
    case Kind::Instant:
      ASSERT(reading.begin == reading.end && reading.begin >= now);
      break;
    case Kind::Window:
      ASSERT(reading.begin < reading.end && reading.begin >= now);
      break;
    case Kind::Date:
      ASSERT(reading.begin < reading.end && reading.end > now);
      break;
  }
  for (std::size_t i = 0; i < reading.exclude.size(); ++i) {
    ASSERT(!reading.exclude[i].empty());
    ASSERT(i == 0 || reading.exclude[i - 1].end <= reading.exclude[i].begin);
  }
}

}  // namespace
}  // namespace callwright::language

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace callwright::language;
  const FuzzCase said(data, size);
  const Words words(said.text);
  if (const auto found = read_time(words, said.context)) {
    assert_words_exist(*found, words);
    assert_sound(found->value, said.context.reference_time);
  }
  assert_linear_time(said.text,
                     [&](std::string_view text) { (void)read_time(Words(text), said.context); });
  return 0;
}
