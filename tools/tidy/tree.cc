#include <re2/re2.h>

#include <filesystem>
#include <set>

#include "tools/tidy/patterns.h"
#include "tools/tidy/rules.h"

namespace callwright::tidy {
namespace {

// A header's own .cc and _test.cc do not make it needed.
bool belongs_to(std::string_view includer, std::string_view header) {
  header.remove_suffix(std::string_view(".h").size());
  return includer == std::string(header) + ".cc" || includer == std::string(header) + "_test.cc";
}

void check_dead_headers(const std::vector<Source>& sources, Findings& findings) {
  std::set<std::string> included;
  for (const Source& source : sources) {
    for (const Include& include : source.includes) {
      for (const char* root : {"src/", "tests/", "tools/", ""}) {
        const std::string target = root + include.path;
        if (!belongs_to(source.path, target)) included.insert(target);
      }
    }
  }
  for (const Source& source : sources) {
    if (!source.is_header() || included.contains(source.path)) continue;
    findings.push_back(
        {source.path, 1, "dead", "nobody includes this header; remove it or use it"});
  }
}

void check_readmes(const Tree& tree, Findings& findings) {
  std::set<std::string> rooms;
  for (const auto& [path, text] : tree) rooms.insert(room_of(path));
  for (const std::string& room : rooms) {
    const std::string readme = "src/" + room + "/README.md";
    if (room.empty() || tree.contains(readme)) continue;
    findings.push_back(
        {readme, 1, "readme", "say in ten lines what the room promises and its words"});
  }
}

// Links from one page to another file; other addresses are left alone.
void check_links(const Tree& tree, Findings& findings) {
  static const RE2 link(R"(\]\(([^)#\s]+)(?:#[^)]*)?\))");
  std::set<std::string> places;
  for (const auto& [path, text] : tree) {
    for (std::filesystem::path place = path; !place.empty(); place = place.parent_path()) {
      places.insert(place.string());
    }
  }
  for (const auto& [path, text] : tree) {
    if (!path.ends_with(".md")) continue;
    const Source page(path, text);
    re2::StringPiece rest(page.text);
    std::string target;
    while (RE2::FindAndConsume(&rest, link, &target)) {
      if (target.find(':') != std::string::npos) continue;
      auto full = (std::filesystem::path(path).parent_path() / target).lexically_normal().string();
      if (full.ends_with('/')) full.pop_back();
      if (full.empty() || full == "." || places.contains(full)) continue;
      const auto offset = static_cast<std::size_t>(rest.data() - page.text.data());
      findings.push_back(
          {path, page.line_at(offset - 1), "link", "\"" + target + "\" is not there"});
    }
  }
}

void check_locks(const Tree& tree, Findings& findings) {
  std::vector<Source> locks;
  for (const auto& [path, text] : tree) {
    if (path.ends_with("package-lock.json")) locks.emplace_back(path, text);
  }
  const Pattern registry = {
      R"("resolved":\s*"(https?://[^/"]*))",
      "a lock file works with every registry: set omit-lockfile-registry-resolved=true "
      "in .npmrc and make it anew"};
  report_matches(locks, {.view = &Source::text}, registry, "lock", findings);
}

}  // namespace

void check_tree(const Tree& tree, const std::vector<Source>& sources, Findings& findings) {
  check_dead_headers(sources, findings);
  check_readmes(tree, findings);
  check_links(tree, findings);
  check_locks(tree, findings);
}

}  // namespace callwright::tidy
