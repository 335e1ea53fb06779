// What must hold at every single step of the walk, and how a path is told.
#include <algorithm>

#include "dialogue/domain/walk_graph.h"

namespace callwright::dialogue {
namespace {

bool commits(Stage stage) {
  return stage == Stage::BookingConfirm || stage == Stage::MoveConfirm ||
         stage == Stage::CancelConfirm;
}

bool says(const Row& row, Prompt prompt) {
  return std::ranges::find(row.say, prompt) != row.say.end();
}

bool is_of_person(Signal signal) {
  return signal < Signal::NeedsProblem;
}

// An emergency in doubt ends by an alert or by the caller's own no, never by talking past it.
bool drops_emergency(const Memory& before, const Memory& after, Signal signal, const Row& row) {
  if (before.stage != Stage::EmergencyConfirm) return false;
  if (!is_of_person(signal)) return signal == Signal::ConsentChanged && row.act == Action::End;
  const bool denied = signal == Signal::No && row.effect == Effect::DenyEmergency;
  const bool stays = after.stage == Stage::EmergencyConfirm &&
                     (row.act == Action::Listen || row.act == Action::ChangeConsent);
  return row.act != Action::RaiseAlert && !denied && !stays;
}

bool promises_a_call(const Row& row) {
  return says(row, Prompt::CallbackPromised) || says(row, Prompt::HelpIsComing);
}

}  // namespace

void WalkGraph::check(NodeId node, const Memory& before, const Memory& after, Signal signal,
                      const Facts& facts, const Row& row) {
  if (!ends_turn(row.act)) {
    const std::string_view missing =
        what_is_missing(rule_of(row.act), after, signal, subject_.tenant);
    if (!missing.empty()) {
      report(std::string(to_string(row.act)) + " without " + std::string(missing), node, row);
    }
  }
  if (signal == Signal::Emergency && row.act != Action::RaiseAlert) {
    report("an emergency is not alerted", node, row);
  }
  if (drops_emergency(before, after, signal, row)) {
    report("what may be an emergency is dropped without the caller's no", node, row);
  }
  const bool enters = commits(after.stage) && before.stage != after.stage;
  if (enters && after.read_back != commitment(after)) {
    report("a yes is asked for without reading back what it commits", node, row);
  }
  if (row.goal == Goal::Book && before.goal != Goal::Book && !facts.may_book) {
    report("a booking begins where none are taken", node, row);
  }
  const bool changes = row.goal == Goal::Move || row.goal == Goal::Cancel;
  if (changes && before.goal != *row.goal && !facts.automation) {
    report("a visit is changed while automation is off", node, row);
  }
  if (promises_a_call(row) && !(after.phone && after.doubt != Value::Phone) && !after.line) {
    report("a call back is promised without a number", node, row);
  }
}

std::optional<WalkGraph::NodeId> WalkGraph::first_taking(std::string_view row) const {
  for (NodeId node = 1; node < nodes_.size(); ++node) {
    if (nodes_[node].waits) continue;
    for (const Edge& edge : edges(node)) {
      if (edge.row->name == row) return node;
    }
  }
  return std::nullopt;
}

void WalkGraph::report(std::string what, NodeId node, const Row& row) {
  const bool known =
      std::ranges::any_of(broken_, [&](const BrokenPromise& entry) { return entry.what == what; });
  if (known) return;
  BrokenPromise broken{.what = std::move(what), .path = path_to(node)};
  broken.path.push_back("row " + std::string(row.name) + ": " + std::string(to_string(row.act)));
  broken_.push_back(std::move(broken));
}

std::vector<std::string> WalkGraph::path_to(NodeId node) const {
  std::vector<std::string> path;
  for (; nodes_[node].parent != none; node = nodes_[node].parent) {
    const Node& step = nodes_[node];
    const Node& before = nodes_[step.parent];
    if (before.waits) {
      path.push_back("caller " + moves_[step.way].name + " (" +
                     std::string(to_string(signal_of(step.key))) + ")");
    } else {
      const Row& row = *row_names_[step.way];
      std::string line = "row " + std::string(row.name);
      line += step.waits ? ", at " + std::string(to_string(memory_of(node).stage))
                         : ", answered " + std::string(to_string(signal_of(step.key)));
      path.push_back(std::move(line));
    }
  }
  const Memory first = memory_of(node);
  path.emplace_back(!first.line          ? "a caller who withholds the number"
                    : first.name.empty() ? "a caller who is not on file"
                    : first.identified   ? "a customer whose line is verified"
                                         : "a customer");
  std::ranges::reverse(path);
  return path;
}

}  // namespace callwright::dialogue
