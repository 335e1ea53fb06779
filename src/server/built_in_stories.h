#pragma once

#include <string_view>
#include <vector>

namespace callwright::server {

struct BuiltInStory {
  std::string_view name;
  std::string_view text;
};

// The stories of tests/scenarios, which are part of the program so that anyone can watch them.
std::vector<BuiltInStory> built_in_stories();

}  // namespace callwright::server
