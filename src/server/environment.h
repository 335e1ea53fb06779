#pragma once

#include <map>
#include <string>

namespace callwright::server {

// The environment of this process. Only the server reads it; everything else is handed its
// settings.
std::map<std::string, std::string> process_environment();

}  // namespace callwright::server
