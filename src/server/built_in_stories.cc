#include "server/built_in_stories.h"

#include "base/embedded.h"

namespace callwright {

std::span<const EmbeddedFile> embedded_stories();

}  // namespace callwright

namespace callwright::server {

std::vector<BuiltInStory> built_in_stories() {
  constexpr std::string_view ending = ".call";
  std::vector<BuiltInStory> stories;
  for (const EmbeddedFile& file : embedded_stories()) {
    stories.push_back(
        {.name = file.name.substr(0, file.name.size() - ending.size()), .text = file.bytes});
  }
  return stories;
}

}  // namespace callwright::server
