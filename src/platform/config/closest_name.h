#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace callwright {

// The name that was probably meant by a misspelt one, or nothing when none is close.
std::optional<std::string> closest_name(std::string_view written,
                                        const std::vector<std::string>& known);

}  // namespace callwright
