#include "sim/report.h"

#include <algorithm>
#include <cstdio>

#include "server/commands/console.h"

namespace callwright::sim {
namespace {

using std::chrono::steady_clock;

constexpr std::chrono::milliseconds between_shows{200};
constexpr int bar_width = 40;

std::string fixed(double value, const char* format) {
  char text[64];
  std::snprintf(text, sizeof text, format, value);
  return text;
}

std::string padded(std::string text, std::size_t width) {
  if (text.size() < width) text.insert(0, width - text.size(), ' ');
  return text;
}

std::string table(std::string_view title, const Counts& counts) {
  std::string text = "\n" + std::string(title) + "\n";
  for (const auto& [name, count] : counts) {
    text += padded(std::to_string(count), 12) + "  " + name + "\n";
  }
  return text;
}

Json counts_json(const Counts& counts) {
  Json json = Json::object();
  for (const auto& [name, count] : counts) json.set(name, count);
  return json;
}

std::string violation_line(const FoundViolation& found) {
  return "step " + std::to_string(found.step) + ", " + iso8601_utc(found.at) + ": invariant " +
         std::to_string(found.violation.invariant) + ": " + found.violation.what;
}

// Each invariant with how often it was looked at, and those that are not.
std::string invariants_page(const Tally& tally) {
  std::string looked_at = "\ninvariants checked\n";
  std::string not_yet = "\nnot yet checked\n";
  for (const Invariant& invariant : invariants()) {
    const std::string number = std::to_string(invariant.number);
    const std::string line = std::string(4 - number.size(), ' ') + number + "  ";
    const std::string title(invariant.title);
    if (invariant.checked == Checked::NotYet) {
      not_yet += line + title + ": " + std::string(invariant.how) + "\n";
      continue;
    }
    looked_at += line + title + ": " +
                 std::to_string(tally.looked_at[static_cast<std::size_t>(invariant.number)]) +
                 (invariant.checked == Checked::Partly ? ", partly" : "") + "\n";
  }
  return looked_at + not_yet;
}

Json invariants_json(const Tally& tally) {
  Json list = Json::array();
  for (const Invariant& invariant : invariants()) {
    list.push_back(
        Json::object({{"number", invariant.number},
                      {"title", invariant.title},
                      {"status", to_string(invariant.checked)},
                      {"how", invariant.how},
                      {"looked_at", tally.looked_at[static_cast<std::size_t>(invariant.number)]}}));
  }
  return list;
}

double per_second(const RunResult& result) {
  return result.seconds > 0 ? static_cast<double>(result.tally.calls) / result.seconds : 0;
}

}  // namespace

Progress::Progress(const RunSettings& settings)
    : settings_(settings), watched_(!settings.json && server::is_interactive()) {}

void Progress::show(std::uint64_t calls) {
  const auto now = steady_clock::now();
  if (!watched_ || now - shown_ < between_shows) return;
  shown_ = now;
  const double seconds = std::chrono::duration<double>(now - begun_).count();
  const double share = settings_.minutes > 0
                           ? seconds / (settings_.minutes * 60)
                           : static_cast<double>(calls) / static_cast<double>(settings_.calls);
  const auto filled = static_cast<std::size_t>(std::min(1.0, share) * bar_width);
  server::print("\r[" + std::string(filled, '#') + std::string(bar_width - filled, '.') + "] " +
                std::to_string(calls) + " calls, " +
                fixed(static_cast<double>(calls) / std::max(seconds, 0.001), "%.0f") +
                " a second ");
}

void Progress::clear() {
  if (watched_) server::print("\r\x1b[K");
}

std::string as_page(const RunSettings& settings, const RunResult& result) {
  const Tally& tally = result.tally;
  std::string page =
      "seed " + std::to_string(settings.seed) + ", faults " + to_text(settings.faults) + "\n" +
      std::to_string(tally.calls) + " whole calls in " + std::to_string(result.universes) +
      " universes, " + std::to_string(tally.turns) + " turns, " + std::to_string(tally.webhooks) +
      " webhooks, " + std::to_string(tally.steps) + " steps\n" + fixed(result.seconds, "%.1f") +
      " s, " + fixed(per_second(result), "%.0f") + " calls a second on " +
      std::to_string(settings.jobs) + (settings.jobs == 1 ? " thread" : " threads") + "\ntrace " +
      to_text(result.trace) + "\n";
  page += table("callers by what they wanted", tally.goals);
  page += table("conversations by outcome", tally.outcomes);
  page += table("faults injected", tally.faults);
  page += table("checks", tally.checks);
  page += invariants_page(tally);
  page += "\nviolations: " + std::to_string(result.violations.size());
  for (const FoundViolation& found : result.violations) page += "\n  " + violation_line(found);
  if (result.failed) page += "\n  " + replay_command(*result.failed);
  return page;
}

Json as_json(const RunSettings& settings, const RunResult& result) {
  Json violations = Json::array();
  for (const FoundViolation& found : result.violations) {
    violations.push_back(Json::object({{"invariant", found.violation.invariant},
                                       {"what", found.violation.what},
                                       {"step", found.step},
                                       {"at", iso8601_utc(found.at)}}));
  }
  return Json::object({{"seed", std::to_string(settings.seed)},
                       {"faults_allowed", to_text(settings.faults)},
                       {"universes", result.universes},
                       {"calls", result.tally.calls},
                       {"turns", result.tally.turns},
                       {"webhooks", result.tally.webhooks},
                       {"steps", result.tally.steps},
                       {"seconds", result.seconds},
                       {"calls_per_second", per_second(result)},
                       {"trace", to_text(result.trace)},
                       {"goals", counts_json(result.tally.goals)},
                       {"outcomes", counts_json(result.tally.outcomes)},
                       {"faults", counts_json(result.tally.faults)},
                       {"checks", counts_json(result.tally.checks)},
                       {"invariants", invariants_json(result.tally)},
                       {"violations", violations},
                       {"replay", result.failed ? Json(replay_command(*result.failed)) : Json()}});
}

std::string as_page(const Shrunk& shrunk) {
  std::string page = "\nthe smallest found in " + std::to_string(shrunk.tries) +
                     " tries: " + std::to_string(shrunk.result.callers.size()) +
                     " callers, faults " + to_text(shrunk.spec.faults);
  for (const FoundViolation& found : shrunk.result.violations) {
    page += "\n  " + violation_line(found);
  }
  for (const std::string& turn : shrunk.result.talk) page += "\n    " + turn;
  return page + "\n  " + replay_command(shrunk.spec);
}

std::string replay_command(const UniverseSpec& spec) {
  std::string command = "callwright sim --seed " + std::to_string(spec.seed) + " --universe " +
                        std::to_string(spec.index) + " --faults " + to_text(spec.faults);
  if (spec.bug != nullptr) command += " --sabotage " + std::string(spec.bug->name);
  if (!spec.only_callers || spec.only_callers->empty()) return command;
  std::string callers;
  for (const std::uint64_t caller : *spec.only_callers) {
    callers += (callers.empty() ? "" : ",") + std::to_string(caller);
  }
  return command + " --only-callers " + callers;
}

}  // namespace callwright::sim
