#include "onboarding/parsed_document.h"
#include "tenants/tenant_settings.h"

// A document without mistakes gives settings that survive being stored; any other names a mistake.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace callwright;
  const auto json = Json::parse(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!json) return 0;
  const TenantId id("ten_1");
  std::vector<std::string> mistakes;
  const onboarding::ParsedDocument document = onboarding::parse_document(*json, id, mistakes);
  for (const std::string& mistake : mistakes) ASSERT(!mistake.empty());
  if (!mistakes.empty()) return 0;
  const Json stored = tenants::settings_to_json(document.tenant, tenants::SettingsForm::Stored);
  const auto back = tenants::read_stored_settings(stored, id);
  ASSERT(back);
  ASSERT(tenants::hash_settings(*back) == tenants::hash_settings(document.tenant));
  return 0;
}
