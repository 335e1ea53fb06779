#include "dialogue/domain/walk_graph.h"

#include <algorithm>

namespace callwright::dialogue {
namespace {

constexpr int used_up = 1000;  // Beyond every bound.

bool grows(const Row& row) {
  switch (row.effect) {
    case Effect::DenyEmergency:
    case Effect::AcceptAddress:
    case Effect::RefuseAddressOnFile:
    case Effect::RefuseName:
    case Effect::RefusePhone:
    case Effect::RefuseAddress:
    case Effect::RefuseTime:
    case Effect::CountRefusal:
    case Effect::RefuseOffers:
    case Effect::CountIdentityTry:
    case Effect::TryTransfer:
      return true;
    default:
      break;
  }
  // An alert is raised once; a search that found nothing is counted; a slot that is lost is gone.
  return row.act == Action::RaiseAlert || row.on == SignalSet(Signal::NoSlots) ||
         row.on == SignalSet(Signal::SlotLost);
}

bool is_task(Goal goal) {
  return goal == Goal::Book || goal == Goal::Move || goal == Goal::Cancel;
}

}  // namespace

// What guards may find that the key does not keep: one choice of it.
struct WalkGraph::Chances {
  std::size_t facts = 0;
  static constexpr std::size_t count = 9;
  std::array<bool, count> on{};  // In the order of `put`.

  void put(Memory& memory, Facts& known, const WalkSamples& samples) const {
    memory.searches = on[0] ? used_up : 0;
    memory.refusals = on[1] ? used_up : 0;
    memory.identity_tries = on[2] ? used_up : 0;
    memory.turns = on[3] ? used_up : 0;
    memory.transfer_tried = on[4];
    known.faq_known = on[5];
    memory.keypad = on[6];
    if (on[7] && memory.address.empty()) memory.address = samples.inside;
    memory.callback_due = on[8] ? std::optional(Instant()) : std::nullopt;
  }
  bool too_long() const { return on[3]; }
};

WalkGraph::WalkGraph(const WalkSubject& subject)
    : subject_(subject),
      samples_(subject.tenant),
      moves_(walk_moves(samples_, subject.is_text, subject.plain)),
      candidates_(static_cast<std::size_t>(Stage::Done) * signal_count + signal_count) {
  for (const Row& row : subject_.rows) {
    for (int stage = 0; stage <= static_cast<int>(Stage::Done); ++stage) {
      for (int signal = 0; signal < signal_count; ++signal) {
        if (!row.from.contains(static_cast<Stage>(stage))) continue;
        if (!row.on.contains(static_cast<Signal>(signal))) continue;
        candidates_[static_cast<std::size_t>(stage * signal_count + signal)].push_back(&row);
      }
    }
  }
  nodes_.push_back({});  // The end.
  start();
  // Nodes are appended while walking.
  for (NodeId node = 1; node < nodes_.size(); ++node) {
    if (subject_.plain && !broken_.empty()) return;
    if (nodes_[node].waits) {
      expand_waiting(node);
    } else {
      expand_deciding(node);
    }
  }
}

// Who may call: one who withholds the number, one who is not on file, a customer, one whose line is
// verified.
void WalkGraph::start() {
  Memory stranger;
  Memory known_line;
  known_line.phone = known_line.line = samples_.line;
  Memory customer = known_line;
  customer.name = "A";
  customer.address_on_file = samples_.inside;
  Memory identified = customer;
  identified.identified = true;
  for (const Memory& memory : {stranger, known_line, customer, identified}) {
    if (subject_.plain && memory.line) continue;
    deciding_node(memory, Signal::Arrived, none, 0);
    if (!subject_.is_text) continue;
    // A text begins with the words themselves.
    waiting_node(memory, none, nullptr);
  }
}

WalkGraph::NodeId WalkGraph::node_of(WalkKey key, bool waits, NodeId parent, std::uint32_t way) {
  auto& known = waits ? waiting_nodes_ : deciding_nodes_;
  const auto [entry, is_new] = known.try_emplace(key, static_cast<NodeId>(nodes_.size()));
  if (is_new) {
    nodes_.push_back({.key = key, .parent = parent, .way = way, .waits = waits});
    waiting_ += waits ? 1 : 0;
  }
  return entry->second;
}

WalkGraph::NodeId WalkGraph::waiting_node(const Memory& memory, NodeId parent, const Row* row) {
  return node_of(without_open_values(pack(memory, subject_.tenant, samples_)), true, parent,
                 row != nullptr ? row_number(*row) : 0);
}

WalkGraph::NodeId WalkGraph::deciding_node(const Memory& memory, Signal signal, NodeId parent,
                                           std::uint32_t way) {
  const WalkKey key = pack(memory, subject_.tenant, samples_);
  // What the world answered is kept until the end of the turn.
  const WalkKey kept = leaves_values_open(signal) ? without_open_values(key) : key;
  return node_of(with_signal(kept, signal), false, parent, way);
}

std::uint32_t WalkGraph::row_number(const Row& row) {
  const auto found = std::ranges::find(row_names_, &row);
  if (found == row_names_.end()) row_names_.push_back(&row);
  return static_cast<std::uint32_t>(std::ranges::find(row_names_, &row) - row_names_.begin());
}

void WalkGraph::expand_waiting(NodeId node) {
  nodes_[node].first = static_cast<std::uint32_t>(targets_.size());
  targets_.resize(targets_.size() + moves_.size(), none);
  const Memory memory = unpack(nodes_[node].key, samples_);
  for (std::uint32_t move = 0; move < moves_.size(); ++move) {
    Memory heard = memory;
    const auto signal = make_move(moves_[move], heard, subject_.tenant);
    if (!signal) continue;
    const NodeId to = deciding_node(heard, *signal, node, move);
    targets_[nodes_[node].first + move] = to;
    ++transitions_;
  }
}

void WalkGraph::expand_deciding(NodeId node) {
  nodes_[node].first = static_cast<std::uint32_t>(edges_.size());
  const Memory memory = unpack(nodes_[node].key, samples_);
  const Signal signal = signal_of(nodes_[node].key);
  for (const Chances& chance : chances(memory, signal)) {
    Memory before = memory;
    Facts facts = subject_.facts[chance.facts];
    chance.put(before, facts, samples_);
    take_row(node, before, signal, facts, chance.too_long());
  }
  nodes_[node].count = static_cast<std::uint32_t>(edges_.size()) - nodes_[node].first;
  transitions_ += nodes_[node].count;
}

// Only what some row's guard looks at is tried both ways.
std::vector<WalkGraph::Chances> WalkGraph::chances(Memory memory, Signal signal) const {
  const auto& rows = candidates_[static_cast<std::size_t>(memory.stage) * signal_count +
                                 static_cast<std::size_t>(signal)];
  const customers::Address address = memory.address;
  const auto holds = [&](const Row& row, const Chances& chance) {
    Facts facts = subject_.facts[chance.facts];
    memory.address = address;
    chance.put(memory, facts, samples_);
    return row.when->holds(memory, facts);
  };
  Chances all_on{.facts = subject_.facts.size() - 1};
  all_on.on.fill(true);
  bool facts_matter = false;
  std::array<bool, Chances::count> matters{};
  for (const Chances& base : {Chances(), all_on}) {
    for (const Row* row : rows) {
      facts_matter |= row->goal && is_task(*row->goal);  // Whether it may begin is a promise.
      if (row->when->name.empty()) break;  // Holds always: no row after it is reached.
      const bool held = holds(*row, base);
      for (std::size_t i = 0; i < matters.size(); ++i) {
        Chances other = base;
        other.on[i] = !other.on[i];
        matters[i] |= holds(*row, other) != held;
      }
      for (std::size_t i = 0; i < subject_.facts.size() && !facts_matter; ++i) {
        Chances other = base;
        other.facts = i;
        facts_matter = holds(*row, other) != held;
      }
    }
  }
  std::vector<Chances> tried = {Chances()};
  for (std::size_t i = 0; i < matters.size(); ++i) {
    if (!matters[i]) continue;
    for (std::size_t j = tried.size(); j > 0; --j) {
      tried.push_back(tried[j - 1]);
      tried.back().on[i] = true;
    }
  }
  if (!facts_matter) return tried;
  std::vector<Chances> every;
  for (const Chances& chance : tried) {
    for (std::size_t i = 0; i < subject_.facts.size(); ++i) {
      every.push_back(chance);
      every.back().facts = i;
    }
  }
  return every;
}

void WalkGraph::take_row(NodeId node, const Memory& before, Signal signal, const Facts& facts,
                         bool too_long) {
  const Row& row = decide(subject_.rows, before, signal, facts);
  Memory after = before;
  apply(after, row);
  check(node, before, after, signal, facts, row);
  Edge edge{.row = &row, .grows = grows(row), .when_too_long = too_long};
  if (row.act == Action::End) return add_edge(node, edge);
  if (ends_turn(row.act)) {
    edge.to = waiting_node(after, node, &row);
    return add_edge(node, edge);
  }
  const bool open = leaves_values_open(signal) && is_task(after.goal);
  for (const auto& [memory, next] :
       walk_answers(row.act, after, subject_.tenant, subject_.world, samples_, open)) {
    edge.to = deciding_node(memory, next, node, row_number(row));
    add_edge(node, edge);
  }
}

void WalkGraph::add_edge(NodeId node, Edge edge) {
  const auto known = std::span(edges_).subspan(nodes_[node].first);
  const bool seen = std::ranges::any_of(known, [&](const Edge& other) {
    return other.to == edge.to && other.row == edge.row &&
           other.when_too_long == edge.when_too_long;
  });
  if (!seen) edges_.push_back(edge);
}

}  // namespace callwright::dialogue
