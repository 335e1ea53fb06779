#include "crash/trouble.h"

#include <algorithm>
#include <sstream>

namespace callwright::crash {
namespace {

// The lines that only one of the two has.
std::string differing_lines(const std::string& wanted, const std::string& found) {
  const auto lines = [](const std::string& text) {
    std::vector<std::string> all;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) all.push_back(line);
    return all;
  };
  std::string answer;
  const std::vector<std::string> before = lines(wanted);
  const std::vector<std::string> after = lines(found);
  for (const std::string& line : before) {
    if (std::ranges::count(before, line) > std::ranges::count(after, line)) {
      answer += "\n  missing: " + line;
    }
  }
  for (const std::string& line : after) {
    if (std::ranges::count(after, line) > std::ranges::count(before, line)) {
      answer += "\n  too much: " + line;
    }
  }
  return answer;
}

std::string in_lines(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += text + "\n";
  return all;
}

}  // namespace

std::string difference(House& house, const Path& path, const Smooth& smooth) {
  std::string answer;
  for (const std::string& complaint : house.complaints()) answer += "\n  " + complaint;
  answer += differing_lines(smooth.traces, house.traces());
  const std::vector<std::string> texts = house.texts_taken();
  if (!path.may_repeat_texts) {
    return answer + differing_lines(in_lines(smooth.texts), in_lines(texts));
  }
  for (const std::string& text : smooth.texts) {
    if (std::ranges::count(texts, text) == 0) answer += "\n  never sent: " + text;
  }
  // One trouble leaves one text in doubt.
  if (texts.size() > smooth.texts.size() + 1) {
    answer +=
        "\n  too many texts:\n" + in_lines(texts) + "\n  instead of\n" + in_lines(smooth.texts);
  }
  return answer;
}

}  // namespace callwright::crash
