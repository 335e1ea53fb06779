#include <algorithm>

#include "tools/tidy/patterns.h"
#include "tools/tidy/rules.h"

namespace callwright::tidy {
namespace {

constexpr const char* impure_headers[] = {
    "thread",     "mutex",   "shared_mutex", "condition_variable",
    "future",     "atomic",  "random",       "iostream",
    "ostream",    "istream", "fstream",      "sstream",
    "cstdio",     "ctime",   "filesystem",   "semaphore",
    "stop_token", "time.h",  "stdio.h",      "unistd.h",
    "syncstream",
};

constexpr Pattern impure_code[] = {
    {R"(\b(?:system|steady|high_resolution|utc)_clock::now\b)", "take the time as an argument"},
    {R"(\bstd::time\s*\()", "take the time as an argument"},
    {R"(\b(?:secure_)?getenv\s*\()", "take the setting as an argument"},
    {R"(\bs?rand\s*\(|\brandom_device\b|\bmt19937)", "take the chance as an argument"},
    {R"(\bthread_local\b)", "a rule keeps nothing between two questions"},
};

bool must_be_pure(const Source& source) {
  const std::string room = room_of(source.path);
  const bool in_domain = source.path.find("/domain/") != std::string::npos;
  return !room.empty() && (in_domain || room == "language") && !source.is_test();
}

}  // namespace

void check_purity(const std::vector<Source>& sources, Findings& findings) {
  for (const Source& source : sources) {
    if (!must_be_pure(source)) continue;
    for (const Include& include : source.includes) {
      if (include.quoted) continue;
      if (std::ranges::find(impure_headers, include.path) == std::end(impure_headers)) continue;
      findings.push_back({source.path, include.line, "pure",
                          "<" + include.path +
                              ">: a rule knows no clock, chance, thread, stream or "
                              "environment; take what you need as an argument"});
    }
  }
  for (const Pattern& pattern : impure_code) {
    report_matches(sources, {.wanted = must_be_pure}, pattern, "pure", findings);
  }
}

}  // namespace callwright::tidy
