#pragma once

#include <string>
#include <string_view>

namespace callwright::sim {

// One field of a form as it travels; empty when it is not there. Reads no more of it than that.
std::string form_value(std::string_view body, std::string_view name);

}  // namespace callwright::sim
