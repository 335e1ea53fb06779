#include "dialogue/domain/policy_proof.h"

#include <algorithm>
#include <functional>

#include "dialogue/domain/tenant_promises.h"

namespace callwright::dialogue {
namespace {

using NodeId = WalkGraph::NodeId;
using Edge = WalkGraph::Edge;

constexpr int steps_in_a_turn_max = 12;  // As reception bounds them.

bool reaches_somebody(const Edge& edge) {
  if (!edge.row->outcome) return false;
  switch (*edge.row->outcome) {
    case Outcome::CallbackQueued:
    case Outcome::Voicemail:
    case Outcome::Transferred:
    case Outcome::Cancelled:
    case Outcome::Rescheduled:
    case Outcome::Booked:
    case Outcome::EmergencyEscalated:
      return true;
    default:
      return false;
  }
}

// How somebody behaves who does one thing only: the move of theirs at a stage.
struct Behaviour {
  std::string_view name;
  std::string_view promise;
  bool must_reach_somebody;
  std::vector<std::string_view> (*moves)(Stage);
};

std::vector<std::string_view> at_a_machine(Stage stage, std::string_view otherwise) {
  if (stage == Stage::Recording) return {"leaves a message"};
  if (stage == Stage::Transferring) return {"is put through", "is not put through"};
  return {otherwise};
}

std::vector<std::string_view> wanting_a_person(Stage stage) {
  switch (stage) {
    case Stage::Phone:
    case Stage::EmergencyPhone:
      return {"gives a number"};
    case Stage::ValueConfirm:
      return {"says yes"};
    default:
      return at_a_machine(stage, "asks for a person");
  }
}

std::vector<std::string_view> by_keys(Stage stage) {
  const bool number = stage == Stage::Phone || stage == Stage::EmergencyPhone;
  if (stage == Stage::ValueConfirm) return {"presses 1"};
  return at_a_machine(stage, number ? "presses 5550100102" : "presses 0");
}

std::vector<std::string_view> in_silence(Stage stage) {
  if (stage == Stage::Recording) return {"leaves no message"};
  return at_a_machine(stage, "says nothing");
}

std::vector<std::string_view> mumbling(Stage stage) {
  return at_a_machine(stage, "says something that is not understood");
}

constexpr Behaviour behaviours[] = {
    {"who wants a person", "somebody who wants a person never gets one or a call back", true,
     wanting_a_person},
    {"who is not understood", "somebody who is not understood is kept on the line", false,
     mumbling},
    {"who says nothing", "somebody who says nothing is kept on the line", false, in_silence},
    {"who presses keys only", "somebody with keys only never gets a person or a call back", true,
     by_keys},
};

class Prover {
 public:
  explicit Prover(const WalkGraph& graph) : graph_(graph) {}

  PolicyProof prove() {
    proof_.broken = graph_.broken();
    proof_.states = graph_.waiting();
    proof_.steps = graph_.nodes().size() - graph_.waiting() - 1;
    proof_.transitions = graph_.transitions();
    if (graph_.subject().plain && !proof_.broken.empty()) return proof_;
    collect_outcomes();
    bound_turns();
    if (proof_.steps_in_a_turn_max > steps_in_a_turn_max) return proof_;
    for (const Behaviour& behaviour : behaviours) lead_on(behaviour);
    bound_questions();
    bound_conversations();
    return proof_;
  }

 private:
  enum class Mark : std::uint8_t { New, Open, Done };

  void collect_outcomes() {
    for (NodeId node = 1; node < graph_.nodes().size(); ++node) {
      if (graph_.nodes()[node].waits) continue;
      for (const Edge& edge : graph_.edges(node)) {
        if (edge.row->outcome) proof_.outcomes.insert(*edge.row->outcome);
      }
    }
  }

  void report(std::string what, NodeId node, std::string last) {
    BrokenPromise broken{.what = std::move(what), .path = graph_.path_to(node)};
    broken.path.push_back(std::move(last));
    proof_.broken.push_back(std::move(broken));
  }

  std::optional<std::size_t> move_named(std::string_view name) const {
    const auto& moves = graph_.moves();
    const auto found = std::ranges::find(moves, name, &WalkMove::name);
    if (found == moves.end()) return std::nullopt;
    return static_cast<std::size_t>(found - moves.begin());
  }

  // The longest way from a node, where `next` gives the nodes after one. Negative: there is a
  // circle, closed at `circle_`.
  using Successors = std::function<void(NodeId, const std::function<void(NodeId, int)>&)>;
  int longest(NodeId node, const Successors& next, std::vector<Mark>& marks,
              std::vector<int>& lengths) {
    if (marks[node] == Mark::Done) return lengths[node];
    if (marks[node] == Mark::Open) {
      circle_.assign(std::ranges::find(way_, node), way_.end());
      return -1;
    }
    marks[node] = Mark::Open;
    way_.push_back(node);
    int best = 0;
    bool round = false;
    next(node, [&](NodeId to, int weight) {
      if (round) return;
      const int length = longest(to, next, marks, lengths);
      round = length < 0;
      best = std::max(best, length + weight);
    });
    way_.pop_back();
    marks[node] = Mark::Done;
    lengths[node] = round ? -1 : best;
    return lengths[node];
  }

  int longest_of_all(const Successors& next, const std::string& circle) {
    std::vector<Mark> marks(graph_.nodes().size(), Mark::New);
    std::vector<int> lengths(graph_.nodes().size(), 0);
    int best = 0;
    for (NodeId node = 1; node < graph_.nodes().size(); ++node) {
      const int length = longest(node, next, marks, lengths);
      if (length < 0) {
        report_circle(circle);
        return 0;
      }
      best = std::max(best, length);
    }
    return best;
  }

  void report_circle(const std::string& what) {
    BrokenPromise broken{.what = what, .path = graph_.path_to(circle_.front())};
    broken.path.emplace_back("and from here in a circle:");
    for (const NodeId node : circle_) {
      if (!graph_.nodes()[node].waits) broken.path.push_back(told(node));
    }
    proof_.broken.push_back(std::move(broken));
  }

  std::string told(NodeId node) const {
    const Signal signal = signal_of(graph_.nodes()[node].key);
    return std::string(to_string(signal)) + " at " +
           std::string(to_string(graph_.memory_of(node).stage));
  }

  void bound_turns() {
    const Successors next = [this](NodeId node, const auto& visit) {
      if (graph_.nodes()[node].waits) return;
      for (const Edge& edge : graph_.edges(node)) {
        if (edge.to != WalkGraph::over) visit(edge.to, 1);
      }
    };
    const std::size_t before = proof_.broken.size();
    proof_.steps_in_a_turn_max = longest_of_all(next, "a turn never ends");
    if (proof_.broken.size() > before) proof_.steps_in_a_turn_max = steps_in_a_turn_max + 1;
  }

  // Answers that are none: whoever gives only these is let go after so many.
  bool in_vain(NodeId node, const WalkMove& move) const {
    const Stage stage = graph_.memory_of(node).stage;
    if (move.name == "says yes") return stage != Stage::AnythingElse;
    if (move.name == "asks for a visit") return graph_.memory_of(node).goal == Goal::Book;
    return move.name == "says nothing" || move.name == "says no" || move.name == "presses 9" ||
           move.name == "asks to hear it again" ||
           move.name == "says something that is not understood";
  }

  void bound_questions() {
    const Successors next = [this](NodeId node, const auto& visit) {
      if (graph_.nodes()[node].waits) {
        for (std::size_t i = 0; i < graph_.moves().size(); ++i) {
          const NodeId to = graph_.after(node, i);
          if (to != WalkGraph::none && in_vain(node, graph_.moves()[i])) visit(to, 1);
        }
        return;
      }
      for (const Edge& edge : graph_.edges(node)) {
        if (edge.to != WalkGraph::over && !edge.grows) visit(edge.to, 0);
      }
    };
    proof_.turns_in_vain_max = longest_of_all(next, "a question is asked for ever");
  }

  // Whatever is said: a conversation that has gone on for too long is brought to its end. Consent
  // is changed at any time, and the person's own to change.
  void bound_conversations() {
    const Successors next = [this](NodeId node, const auto& visit) {
      if (graph_.nodes()[node].waits) {
        for (std::size_t i = 0; i < graph_.moves().size(); ++i) {
          const NodeId to = graph_.after(node, i);
          const bool consent = graph_.moves()[i].heard.opt_out != language::OptOut::None;
          if (to != WalkGraph::none && !consent) visit(to, 1);
        }
        return;
      }
      const auto edges = graph_.edges(node);
      const bool bounded = std::ranges::any_of(edges, &Edge::when_too_long);
      for (const Edge& edge : edges) {
        const bool taken = !bounded || edge.when_too_long;
        if (edge.to != WalkGraph::over && taken && !edge.grows) visit(edge.to, 0);
      }
    };
    proof_.turns_when_too_long_max = longest_of_all(next, "a conversation never ends");
  }

  // From every state, whoever behaves so is led on: to somebody, or at least to an end.
  void lead_on(const Behaviour& behaviour) {
    const Successors next = [&](NodeId node, const auto& visit) {
      if (!graph_.nodes()[node].waits) {
        for (const Edge& edge : graph_.edges(node)) {
          if (reaches_somebody(edge)) continue;
          if (edge.to != WalkGraph::over) visit(edge.to, 0);
        }
        return;
      }
      for (const std::string_view name : behaviour.moves(graph_.memory_of(node).stage)) {
        const auto move = move_named(name);
        if (!move) continue;
        const NodeId to = graph_.after(node, *move);
        if (to != WalkGraph::none) visit(to, 1);
      }
    };
    const std::string promise(behaviour.promise);
    longest_of_all(next, promise);
    if (behaviour.must_reach_somebody) forbid_bare_ends(behaviour);
  }

  // The end without anybody having been reached, for somebody who behaves so from some state on.
  void forbid_bare_ends(const Behaviour& behaviour) {
    for (NodeId node = 1; node < graph_.nodes().size(); ++node) {
      if (!graph_.nodes()[node].waits) continue;
      for (const std::string_view name : behaviour.moves(graph_.memory_of(node).stage)) {
        const auto move = move_named(name);
        const NodeId to = move ? graph_.after(node, *move) : WalkGraph::none;
        if (to == WalkGraph::none || !ends_bare(to)) continue;
        return report(std::string(behaviour.promise), node, "caller " + std::string(name));
      }
    }
  }

  bool ends_bare(NodeId node) const {
    if (node == WalkGraph::over) return true;
    if (graph_.nodes()[node].waits) return false;
    // A conversation that is too long was led to somebody before.
    return std::ranges::any_of(graph_.edges(node), [this](const Edge& edge) {
      return !reaches_somebody(edge) && !edge.when_too_long && ends_bare(edge.to);
    });
  }

  const WalkGraph& graph_;
  PolicyProof proof_;
  std::vector<NodeId> way_;     // From where a search began to where it is.
  std::vector<NodeId> circle_;  // The part of it that closed a circle.
};

}  // namespace

PolicyProof prove(const WalkSubject& subject) {
  const WalkGraph graph(subject);
  return Prover(graph).prove();
}

WalkSubject any_subject(const tenants::Tenant& any, bool is_text) {
  return {.tenant = any, .facts = every_facts(is_text), .world = {}, .is_text = is_text};
}

WalkSubject subject_of(const tenants::Tenant& tenant, bool is_text) {
  const auto channel = is_text ? language::Channel::Sms : language::Channel::Voice;
  std::vector<Facts> facts;
  for (const bool open : {true, false}) {
    if (open && !opens_ever(tenant)) continue;
    // A caller who is not the owner, and one who is: the owner is not put through to himself.
    for (const auto& person : {std::optional<PhoneNumber>(), tenant.owner.phone}) {
      const Facts found = facts_of(tenant, channel, person, open);
      if (std::ranges::find(facts, found) == facts.end()) facts.push_back(found);
    }
  }
  return {
      .tenant = tenant, .facts = std::move(facts), .world = world_of(tenant), .is_text = is_text};
}

std::vector<Facts> every_facts(bool is_text) {
  using tenants::AfterHours;
  std::vector<Facts> every;
  const auto channel = is_text ? language::Channel::Sms : language::Channel::Voice;
  for (int bits = 0; bits < 16; ++bits) {
    for (const AfterHours after : {AfterHours::Book, AfterHours::Callback, AfterHours::Voicemail}) {
      tenants::Tenant tenant = any_business();
      tenant.policies.lockdown = (bits & 1) != 0;
      tenant.policies.book_online = (bits & 2) != 0;
      tenant.policies.transfer_to_owner = (bits & 4) != 0;
      tenant.policies.after_hours = after;
      const Facts facts = facts_of(tenant, channel, std::nullopt, (bits & 8) != 0);
      if (std::ranges::find(every, facts) == every.end()) every.push_back(facts);
    }
  }
  return every;
}

tenants::Tenant any_business() {
  tenants::Tenant tenant{.id = TenantId("any")};
  tenant.area.zips = {"66101"};
  tenant.owner.phone = PhoneNumber::parse("+15550100100");
  return tenant;
}

}  // namespace callwright::dialogue
