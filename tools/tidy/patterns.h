#pragma once

#include <functional>
#include <string>

#include "tools/tidy/rules.h"

namespace callwright::tidy {

// Something that must not occur, and what to do instead.
struct Pattern {
  const char* regex;  // RE2; a group, where there is one, is what is shown.
  const char* advice;
};

// Which files a pattern is for, and which of their views it is looked for in.
struct Scope {
  std::string Source::* view = &Source::code;
  std::function<bool(const Source&)> wanted = [](const Source&) { return true; };
};

void report_matches(const std::vector<Source>& sources, const Scope& scope, const Pattern& pattern,
                    const char* rule, Findings& findings);

}  // namespace callwright::tidy
