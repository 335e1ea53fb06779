#include "server/environment.h"

#include <unistd.h>

#include <string_view>

namespace callwright::server {

std::map<std::string, std::string> process_environment() {
  std::map<std::string, std::string> entries;
  for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
    const std::string_view text(*entry);
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos) continue;
    entries.emplace(text.substr(0, equals), text.substr(equals + 1));
  }
  return entries;
}

}  // namespace callwright::server
