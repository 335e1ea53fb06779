#pragma once

#include <string>
#include <string_view>

namespace callwright::json {

// Says where and why a text is not a document Json::parse accepts: "line 3, column 14: ...". The
// fast parser only says that it is not. Empty when no fault is found.
std::string describe_fault(std::string_view text);

// How many arrays and objects may enclose a value.
constexpr int depth_max = 64;

}  // namespace callwright::json
