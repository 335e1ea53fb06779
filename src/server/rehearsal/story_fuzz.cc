#include <algorithm>

#include "server/rehearsal/story.h"

// Lines of a story are lines of its text, in order; a story written from them reads the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace callwright::server;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto story = parse_story(text, "fuzz");
  if (!story) {
    ASSERT(story.error().message.starts_with("line "));
    return 0;
  }
  std::string again;
  int before = 0;
  for (const StoryLine& line : story->lines) {
    ASSERT(line.number > before && !line.verb.empty());
    ASSERT(text.find(line.text) != std::string_view::npos);
    before = line.number;
    again += line.text + "\n";
  }
  const auto back = parse_story(again, "fuzz");
  ASSERT(back && back->lines.size() == story->lines.size());
  for (std::size_t i = 0; i < back->lines.size(); ++i) {
    ASSERT(back->lines[i].verb == story->lines[i].verb);
    ASSERT(back->lines[i].words == story->lines[i].words);
  }
  return 0;
}
