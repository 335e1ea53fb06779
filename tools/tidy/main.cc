#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "tools/tidy/tidy.h"

namespace callwright::tidy {
namespace {

// Made by tools or fetched, not written by us.
bool is_foreign(const std::filesystem::path& path) {
  const std::string name = path.filename();
  return name == ".git" || name == "build" || name == "node_modules" || name == "dist" ||
         name == "test-results" || name == ".cache";
}

bool is_text(std::string_view text) {
  return text.substr(0, 4'096).find('\0') == std::string_view::npos;
}

Tree read_tree(const std::filesystem::path& root) {
  Tree tree;
  std::filesystem::recursive_directory_iterator entry(root);
  for (const auto end = std::filesystem::end(entry); entry != end; ++entry) {
    if (is_foreign(entry->path())) {
      if (entry->is_directory()) entry.disable_recursion_pending();
      continue;
    }
    if (!entry->is_regular_file()) continue;
    std::ostringstream text;
    text << std::ifstream(entry->path(), std::ios::binary).rdbuf();
    // A picture has nothing to read, but pages may link to it.
    tree.emplace(entry->path().lexically_relative(root).string(),
                 is_text(text.view()) ? text.str() : std::string());
  }
  return tree;
}

int run(const std::filesystem::path& root) {
  const Tree tree = read_tree(root);
  if (!tree.contains("src/FLOORS")) {
    std::cerr << root << " is not the root of the repository\n";
    return 2;
  }
  const Findings findings = check(tree);
  for (const Finding& finding : findings) {
    std::cout << finding.path << ":" << finding.line << ": " << finding.rule << ": "
              << finding.advice << "\n";
  }
  std::cout << tree.size() << " files checked, " << findings.size() << " findings\n";
  return findings.empty() ? 0 : 1;
}

}  // namespace
}  // namespace callwright::tidy

int main(int argc, char** argv) {
  return callwright::tidy::run(argc > 1 ? argv[1] : ".");
}
