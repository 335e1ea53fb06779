#include "platform/json/json.h"
#include "platform/json/json_fault.h"

// Whatever comes from the network: it is read or refused with a reason, never both, and what was
// read survives being written.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using callwright::Json;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto json = Json::parse(text);
  ASSERT(json.has_value() == callwright::json::describe_fault(text).empty());
  if (json) {
    ASSERT(Json::parse(json->dump()) == *json);
    ASSERT(Json::parse(json->pretty()) == *json);
  }
  return 0;
}
