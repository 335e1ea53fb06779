#include "server/commands/ready_tenant.h"

#include <string_view>

namespace callwright::server {

// The document is built into the program by ready_tenant_data.S.
extern "C" const char callwright_ready_tenant_begin[];
extern "C" const char callwright_ready_tenant_end[];

Json ready_tenant() {
  const std::string_view text(callwright_ready_tenant_begin,
                              static_cast<std::size_t>(callwright_ready_tenant_end - callwright_ready_tenant_begin));
  Result<Json> document = Json::parse(text);
  ASSERT(document);
  return *document;
}

}  // namespace callwright::server
