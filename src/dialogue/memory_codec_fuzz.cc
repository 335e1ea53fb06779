#include "dialogue/memory_codec.h"

// A memory that can be read is the same after it was written.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace callwright::dialogue;
  const auto memory = decode(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!memory) return 0;
  const std::string text = encode(*memory);
  const auto back = decode(text);
  ASSERT(back && encode(*back) == text);
  return 0;
}
