#include <cctype>
#include <optional>
#include <set>
#include <sstream>

#include "tools/tidy/rules.h"

namespace callwright::tidy {
namespace {

constexpr const char* floors_path = "src/FLOORS";

using Floors = std::map<std::string, int>;

Floors read_floors(const Tree& tree) {
  Floors floors;
  const auto file = tree.find(floors_path);
  if (file == tree.end()) return floors;
  for (const std::string_view line : lines_of(file->second)) {
    std::istringstream words(std::string(line.substr(0, line.find('#'))));
    int floor = 0;
    if (!(words >> floor)) continue;
    for (std::string room; words >> room;) floors[room] = floor;
  }
  return floors;
}

void check_rooms_are_listed(const Tree& tree, const Floors& floors, Findings& findings) {
  std::set<std::string> seen;
  for (const auto& [path, text] : tree) {
    const std::string room = room_of(path);
    if (room.empty() || !seen.insert(room).second || floors.contains(room)) continue;
    findings.push_back({path, 1, "floor", "give the room \"" + room + "\" a floor in src/FLOORS"});
  }
  for (const auto& [room, floor] : floors) {
    if (seen.contains(room)) continue;
    findings.push_back(
        {floors_path, 1, "floor", "there is no room \"" + room + "\"; take it off the list"});
  }
}

class IncludeCheck {
 public:
  IncludeCheck(const Tree& tree, const Floors& floors, const Source& source, Findings& findings)
      : tree_(tree),
        floors_(floors),
        source_(source),
        room_(room_of(source.path)),
        findings_(findings) {}

  void check(const Include& include) const {
    if (!include.quoted || room_.empty()) return;
    const std::string target = "src/" + include.path;
    if (!tree_.contains(target)) {
      const bool test_support = source_.is_test() && tree_.contains("tests/" + include.path);
      if (!test_support)
        report(include, "include", "is not a file of src/; write the path from src/ on");
      return;
    }
    const std::string used = room_of(target);
    const auto from = floors_.find(room_);
    const auto to = floors_.find(used);
    if (from == floors_.end() || to == floors_.end()) return;  // Reported as unlisted already.
    if (used != room_ && to->second >= from->second && !(source_.is_test() && used == "platform")) {
      report(include, "floor",
             "\"" + room_ + "\" is on floor " + std::to_string(from->second) + " and \"" + used +
                 "\" on floor " + std::to_string(to->second) +
                 "; state the interface you need here and let a higher room provide it");
    }
    const bool into_a_store = include.path.find("/store/") != std::string::npos;
    if (into_a_store && used != room_ && room_ != "server" && used != "platform") {
      report(include, "store", "is private to \"" + used + "\"; use what its root offers");
    }
    check_domain(include, used);
  }

 private:
  void check_domain(const Include& include, const std::string& used) const {
    const bool in_domain = source_.path.find("/domain/") != std::string::npos;
    if (!in_domain || source_.is_test()) return;
    const bool pure =
        used == "base" || used == "language" || include.path.find("/domain/") != std::string::npos;
    if (!pure)
      report(include, "pure", "a domain/ includes only base, language and other domain/ folders");
  }

  void report(const Include& include, const char* rule, const std::string& advice) const {
    findings_.push_back({source_.path, include.line, rule, "\"" + include.path + "\": " + advice});
  }

  const Tree& tree_;
  const Floors& floors_;
  const Source& source_;
  std::string room_;
  Findings& findings_;
};

}  // namespace

void check_floors(const Tree& tree, const std::vector<Source>& sources, Findings& findings) {
  const Floors floors = read_floors(tree);
  check_rooms_are_listed(tree, floors, findings);
  for (const Source& source : sources) {
    const IncludeCheck check(tree, floors, source, findings);
    for (const Include& include : source.includes) check.check(include);
  }
}

}  // namespace callwright::tidy
