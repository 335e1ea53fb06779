#include "tools/tidy/patterns.h"
#include "tools/tidy/rules.h"

namespace callwright::tidy {
namespace {

constexpr const char* finish_it =
    "finish the work, or put it in the tracker and say here what holds today";

constexpr Pattern unfinished[] = {
    {R"(\b(?:TODO|FIXME|XXX|HACK|WIP|TBD)\b)", finish_it},
    {R"(\b(?:[Nn]ot (?:yet )?implemented|[Uu]nimplemented|[Cc]oming soon)\b)", finish_it},
    {R"((?i)\bwill be (?:added|done|filled in) later\b)", finish_it},
    {R"((?i)\b(?:filled in below|placeholder (?:for|until)|lorem ipsum|for the time being)\b)",
     finish_it},
};

constexpr Pattern unfit = {
    R"((?i)\b(?:fuck\w*|shit\w*|crap\w*|bloody|wtf|stupid|idiot\w*|sucks)\b)",
    "say it so that a customer may read it"};

constexpr Pattern machine_path = {
    R"((?:^|[\s"'=(:])(/(?:work|home|root|Users|tmp/build|opt/hostedtoolcache)/[\w.-]+))",
    "a path of one machine; name it from the root of the repository"};

// Binary or generated files hold no words of ours.
bool is_prose_or_code(std::string_view path) {
  for (const char* ending :
       {".h", ".cc", ".md", ".txt", ".cmake", ".sh", ".ts", ".tsx", ".css", ".html", ".yaml",
        ".yml", ".json", ".sql", ".toml", ".call", "/dev", "/run", "FLOORS"}) {
    if (path.ends_with(ending)) return !path.ends_with("package-lock.json");
  }
  return path == "dev";
}

}  // namespace

void check_words(const Tree& tree, const std::vector<Source>& sources, Findings& findings) {
  std::vector<Source> texts;
  for (const auto& [path, text] : tree) {
    if (is_prose_or_code(path)) texts.emplace_back(path, text);
  }
  for (const Pattern& pattern : unfinished) {
    report_matches(texts, {.view = &Source::text}, pattern, "word", findings);
  }
  report_matches(texts, {.view = &Source::text}, machine_path, "path", findings);
  // Only comments: what a caller may say is data, and has to be understood.
  report_matches(sources, {.view = &Source::comments}, unfit, "word", findings);
}

}  // namespace callwright::tidy
