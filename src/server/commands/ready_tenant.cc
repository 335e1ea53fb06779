#include "server/commands/ready_tenant.h"

#include "base/embedded.h"

namespace callwright {

std::span<const EmbeddedFile> embedded_examples();

}  // namespace callwright

namespace callwright::server {

Json ready_tenant() {
  const auto files = embedded_examples();
  ASSERT(files.size() == 1);
  Result<Json> document = Json::parse(files[0].bytes);
  ASSERT(document);
  return *document;
}

}  // namespace callwright::server
