#include "tools/tidy/tidy.h"

#include <algorithm>
#include <sstream>

namespace callwright::tidy {
namespace {

struct Allowance {
  std::size_t line;
  std::string rule;
  std::string path;
  std::string why;
  bool used = false;

  bool covers(const Finding& finding) const { return rule == finding.rule && path == finding.path; }
};

std::vector<Allowance> read_allowances(const Tree& tree) {
  std::vector<Allowance> allowances;
  const auto file = tree.find(allowed_path);
  if (file == tree.end()) return allowances;
  std::size_t number = 0;
  for (const std::string_view line : lines_of(file->second)) {
    ++number;
    if (line.empty() || line.starts_with('#')) continue;
    std::istringstream words{std::string(line)};
    Allowance allowance{.line = number, .rule = {}, .path = {}, .why = {}};
    words >> allowance.rule >> allowance.path >> std::ws;
    std::getline(words, allowance.why);
    allowances.push_back(std::move(allowance));
  }
  return allowances;
}

void apply_allowances(const Tree& tree, Findings& findings) {
  std::vector<Allowance> allowances = read_allowances(tree);
  std::erase_if(findings, [&](const Finding& finding) {
    for (Allowance& allowance : allowances) {
      if (!allowance.covers(finding)) continue;
      allowance.used = true;
      return true;
    }
    return false;
  });
  for (const Allowance& allowance : allowances) {
    if (!allowance.used) {
      findings.push_back(
          {allowed_path, allowance.line, "allowed", "nothing needs this any more; remove it"});
    } else if (allowance.why.empty()) {
      findings.push_back({allowed_path, allowance.line, "allowed", "say why"});
    }
  }
}

}  // namespace

Findings check(const Tree& tree) {
  const std::vector<Source> sources = cpp_sources(tree);
  Findings findings;
  check_floors(tree, sources, findings);
  check_purity(sources, findings);
  check_sizes(sources, findings);
  check_words(tree, sources, findings);
  check_code(sources, findings);
  check_coroutines(sources, findings);
  check_tree(tree, sources, findings);
  apply_allowances(tree, findings);
  std::ranges::sort(findings);
  return findings;
}

}  // namespace callwright::tidy
