#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "dialogue/domain/action_rules.h"
#include "dialogue/domain/policy.h"
#include "dialogue/domain/walk_moves.h"
#include "dialogue/domain/walk_state.h"

namespace callwright::dialogue {

// What is walked: a table, a business, and what may be the case there.
struct WalkSubject {
  std::span<const Row> rows = policy();
  const tenants::Tenant& tenant;
  std::vector<Facts> facts;  // Each may hold at any turn. None is empty.
  WalkWorld world;
  bool is_text = false;
  // A smaller walk: of callers who withhold their numbers, are heard well and say one thing at a
  // time. It ends at the first step that breaks a promise.
  bool plain = false;
};

// Something that must never happen, and the way a caller would get there.
struct BrokenPromise {
  std::string what;
  std::vector<std::string> path;
};

// Every state a conversation can be in, as a graph. A node waits for the person, or holds a signal
// that is to be answered within the turn, or is the end.
class WalkGraph {
 public:
  using NodeId = std::uint32_t;
  static constexpr NodeId over = 0;
  static constexpr NodeId none = ~NodeId{0};

  struct Node {
    WalkKey key = 0;
    NodeId parent = none;
    std::uint32_t way = 0;  // The move or the row that led here first.
    bool waits = false;
    std::uint32_t first = 0;  // Of its targets or edges.
    std::uint32_t count = 0;
  };
  struct Edge {
    NodeId to = over;
    const Row* row = nullptr;
    bool grows = false;  // A counter that is never set back has grown, or the world changed.
    bool when_too_long = false;  // Can be taken when the conversation has gone on for too long.
  };

  explicit WalkGraph(const WalkSubject& subject);

  const std::vector<Node>& nodes() const { return nodes_; }
  const std::vector<WalkMove>& moves() const { return moves_; }
  std::size_t transitions() const { return transitions_; }
  std::size_t waiting() const { return waiting_; }
  const WalkSubject& subject() const { return subject_; }

  Memory memory_of(NodeId node) const { return unpack(nodes_[node].key, samples_); }
  // Where the move leads from a node that waits; `none` when it cannot be made there.
  NodeId after(NodeId node, std::size_t move) const { return targets_[nodes_[node].first + move]; }
  std::span<const Edge> edges(NodeId node) const {
    return std::span(edges_).subspan(nodes_[node].first, nodes_[node].count);
  }

  // The shortest way to a node, a line a step.
  std::vector<std::string> path_to(NodeId node) const;

  // The first node at which the row decides, if any does.
  std::optional<NodeId> first_taking(std::string_view row) const;

  // What was found broken while walking, one of each kind.
  const std::vector<BrokenPromise>& broken() const { return broken_; }

 private:
  struct Chances;

  void start();
  NodeId waiting_node(const Memory& memory, NodeId parent, const Row* row);
  NodeId deciding_node(const Memory& memory, Signal signal, NodeId parent, std::uint32_t way);
  NodeId node_of(WalkKey key, bool waits, NodeId parent, std::uint32_t way);
  void expand_waiting(NodeId node);
  void expand_deciding(NodeId node);
  void take_row(NodeId node, const Memory& before, Signal signal, const Facts& facts,
                bool too_long);
  void check(NodeId node, const Memory& before, const Memory& after, Signal signal,
             const Facts& facts, const Row& row);
  void add_edge(NodeId node, Edge edge);
  void report(std::string what, NodeId node, const Row& row);
  std::vector<Chances> chances(Memory memory, Signal signal) const;
  std::uint32_t row_number(const Row& row);

  WalkSubject subject_;
  WalkSamples samples_;
  std::vector<WalkMove> moves_;
  std::vector<Node> nodes_;
  std::vector<NodeId> targets_;
  std::vector<Edge> edges_;
  std::unordered_map<WalkKey, NodeId> waiting_nodes_;
  std::unordered_map<WalkKey, NodeId> deciding_nodes_;
  std::vector<const Row*> row_names_;
  std::vector<std::vector<const Row*>> candidates_;  // By stage and signal.
  std::vector<BrokenPromise> broken_;
  std::size_t transitions_ = 0;
  std::size_t waiting_ = 0;
};

}  // namespace callwright::dialogue
