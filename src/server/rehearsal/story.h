#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace callwright::server {

// A line of a story: a verb and its words. Quoted words are kept whole, without their quotes.
struct StoryLine {
  int number = 0;  // In the file, from 1.
  std::string verb;
  std::vector<std::string> words;
  std::string text;  // As it is written.
};

// A call as a story (*.call): who calls, what is said and heard, and what must be true afterwards.
// One step a line; # begins a comment. The verbs are listed in docs/stories.md.
struct Story {
  std::string name;  // The file's, without its ending.
  std::vector<StoryLine> lines;
};

// Invalid names the line: an unknown verb or an open quote.
Result<Story> parse_story(std::string_view text, std::string name);

}  // namespace callwright::server
