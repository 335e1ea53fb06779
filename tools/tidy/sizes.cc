#include <algorithm>

#include "tools/tidy/functions.h"
#include "tools/tidy/rules.h"

namespace callwright::tidy {
namespace {

constexpr std::size_t file_lines_max = 400;
constexpr std::size_t function_lines_max = 60;
constexpr std::size_t columns_max = 100;

std::size_t columns_of(std::string_view line) {
  return static_cast<std::size_t>(std::ranges::count_if(
      line, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

void check_lines(const Source& source, Findings& findings) {
  std::size_t number = 0;
  for (const std::string_view line : lines_of(source.text)) {
    ++number;
    if (columns_of(line) > columns_max) {
      findings.push_back(
          {source.path, number, "columns",
           std::to_string(columns_of(line)) + " columns; break the line before column 101"});
    }
    if (line.find('\t') != std::string_view::npos || line.ends_with(' ') || line.ends_with('\r')) {
      findings.push_back(
          {source.path, number, "space", "a tab or a blank at the end; run ./dev fmt"});
    }
  }
  if (number > file_lines_max) {
    findings.push_back({source.path, number, "length",
                        std::to_string(number) +
                            " lines; a file has at most 400: find the second idea in "
                            "it and give that a file"});
  }
}

}  // namespace

void check_sizes(const std::vector<Source>& sources, Findings& findings) {
  for (const Source& source : sources) {
    check_lines(source, findings);
    for (const Function& function : functions_of(source)) {
      const std::size_t lines = function.last_line - function.first_line + 1;
      if (lines <= function_lines_max) continue;
      findings.push_back({source.path, function.first_line, "length",
                          "a function of " + std::to_string(lines) +
                              " lines; it has at most 60: name its steps and move them out"});
    }
  }
}

}  // namespace callwright::tidy
