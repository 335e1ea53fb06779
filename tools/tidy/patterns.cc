#include "tools/tidy/patterns.h"

#include <re2/re2.h>

namespace callwright::tidy {
namespace {

std::string on_one_line(std::string text) {
  for (char& c : text) {
    if (c == '\n') c = ' ';
  }
  return text;
}

}  // namespace

void report_matches(const std::vector<Source>& sources, const Scope& scope, const Pattern& pattern,
                    const char* rule, Findings& findings) {
  const RE2 regex("(?m)" + std::string(pattern.regex));
  for (const Source& source : sources) {
    if (!scope.wanted(source)) continue;
    const std::string& view = source.*scope.view;
    re2::StringPiece groups[2];
    std::size_t at = 0;
    const int wanted_groups = regex.NumberOfCapturingGroups() > 0 ? 2 : 1;
    while (regex.Match(view, at, view.size(), RE2::UNANCHORED, groups, wanted_groups)) {
      const re2::StringPiece shown = groups[wanted_groups - 1];
      findings.push_back({source.path,
                          source.line_at(static_cast<std::size_t>(shown.data() - view.data())),
                          rule, "\"" + on_one_line(std::string(shown)) + "\": " + pattern.advice});
      at = static_cast<std::size_t>(groups[0].data() - view.data()) +
           std::max<std::size_t>(1, groups[0].size());
    }
  }
}

}  // namespace callwright::tidy
