#include "server/rehearsal/story.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace callwright::server {
namespace {

constexpr auto verbs = std::to_array<std::string_view>(
    {"tenant", "at", "caller", "hears", "says", "presses", "silent", "hangs", "texts", "owner",
     "trouble", "somebody", "wait", "expect", "deliver"});

Error at_line(int number, std::string_view what) {
  return {ErrorCode::Invalid, "line " + std::to_string(number) + ": " + std::string(what)};
}

Result<std::vector<std::string>> words_of(std::string_view line, int number) {
  std::vector<std::string> words;
  while (!(line = trimmed(line)).empty() && line[0] != '#') {
    if (line[0] == '"') {
      const std::size_t close = line.find('"', 1);
      if (close == std::string_view::npos)
        return std::unexpected(at_line(number, "a quote is not closed"));
      words.emplace_back(line.substr(1, close - 1));
      line.remove_prefix(close + 1);
    } else {
      const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
      words.emplace_back(line.substr(0, end));
      line.remove_prefix(end);
    }
  }
  return words;
}

}  // namespace

Result<Story> parse_story(std::string_view text, std::string name) {
  Story story{.name = std::move(name), .lines = {}};
  int number = 0;
  for (const std::string_view raw : split(text, '\n')) {
    ++number;
    TRY_ASSIGN(std::vector<std::string> words, words_of(raw, number));
    if (words.empty()) continue;
    if (std::ranges::find(verbs, words.front()) == verbs.end()) {
      return std::unexpected(at_line(number, "unknown verb \"" + words.front() + "\""));
    }
    StoryLine line{
        .number = number, .verb = words.front(), .words = {}, .text = std::string(trimmed(raw))};
    line.words.assign(words.begin() + 1, words.end());
    story.lines.push_back(std::move(line));
  }
  return story;
}

}  // namespace callwright::server
