#include "language/fuzz_case.h"
#include "language/understanding.h"

namespace callwright::language {
namespace {

void assert_alike(const Understanding& one, const Understanding& other) {
  ASSERT(one.language == other.language);
  ASSERT(one.intent.label == other.intent.label);
  ASSERT(one.intent.confidence == other.intent.confidence);
  ASSERT(one.emergency.level == other.emergency.level);
  ASSERT(one.emergency.reasons == other.emergency.reasons);
  ASSERT(one.opt_out == other.opt_out);
  ASSERT(one.slots.phone == other.slots.phone);
  ASSERT(one.slots.email == other.slots.email);
  ASSERT(one.slots.name.has_value() == other.slots.name.has_value());
  ASSERT(one.slots.address.has_value() == other.slots.address.has_value());
  ASSERT(one.slots.date_time.has_value() == other.slots.date_time.has_value());
  ASSERT(one.schedule_query.has_value() == other.schedule_query.has_value());
}

}  // namespace
}  // namespace callwright::language

// Whatever is said, the reading is within its bounds and the same each time.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace callwright::language;
  const FuzzCase said(data, size);
  const Understanding reading = understand(said.text, said.context);
  ASSERT(reading.intent.confidence >= 0 && reading.intent.confidence <= 1);
  ASSERT(reading.emergency.score >= 0 && reading.emergency.score <= 1);
  ASSERT(reading.schedule_query.has_value() == (reading.intent.label == Intent::OwnerQuery));
  if (reading.schedule_query) ASSERT(!reading.schedule_query->range.empty());
  assert_alike(reading, understand(said.text, said.context));
  assert_linear_time(said.text,
                     [&](std::string_view text) { (void)understand(text, said.context); });
  return 0;
}
