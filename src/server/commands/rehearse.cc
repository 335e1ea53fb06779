#include <filesystem>

#include "platform/log/log.h"
#include "server/commands/commands.h"
#include "server/commands/console.h"
#include "server/commands/ready_tenant.h"
#include "server/rehearsal/story_runner.h"

namespace callwright::server {
namespace {

Result<StoryResult> play(const std::string& file) {
  TRY_ASSIGN(const std::string text, read_file(file));
  auto story = parse_story(text, std::filesystem::path(file).stem().string());
  if (!story) return failure(ErrorCode::Invalid, file + ": " + story.error().message);
  return run_story(*story, ready_tenant());
}

Json to_json(const StoryResult& result) {
  Json failures = Json::array();
  for (const StoryFailure& entry : result.failures) {
    failures.push_back(
        Json::object({{"line", entry.line}, {"expected", entry.expected}, {"found", entry.found}}));
  }
  return Json::object({{"story", result.name}, {"checks", result.checks}, {"failures", failures}});
}

void print_result(const StoryResult& result) {
  print_line((result.failures.empty() ? "ok    " : "FAIL  ") + result.name + "  (" +
             std::to_string(result.checks) + " checks)");
  for (const StoryFailure& entry : result.failures) {
    print_line("      line " + std::to_string(entry.line) + ": " + entry.expected);
    print_line("        found " + entry.found);
  }
}

}  // namespace

int rehearse(const RehearseOptions& options) {
  log::configure({.level = log::Level::Error, .clock = nullptr, .sink = {}});
  int passed = 0;
  int failed = 0;
  bool unreadable = false;
  for (const std::string& file : options.files) {
    const auto result = play(file);
    if (!result) {
      complain(result.error().message);
      unreadable = true;
      ++failed;
      continue;
    }
    ++(result->failures.empty() ? passed : failed);
    if (options.json) {
      print_line(to_json(*result).dump());
    } else {
      print_result(*result);
    }
  }
  if (!options.json)
    print_line(std::to_string(passed) + " passed, " + std::to_string(failed) + " failed");
  if (unreadable) return exit_usage;
  return failed == 0 ? exit_ok : exit_failed;
}

}  // namespace callwright::server
