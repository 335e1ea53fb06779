#pragma once

#include <set>
#include <string>
#include <vector>

#include "dialogue/domain/walk_graph.h"

// The exhaustive check of the policy: every state a conversation can be in is walked, by the real
// rows, guards, readings and needs. Nothing but the world's answers is modelled (walk_moves.h).
namespace callwright::dialogue {

struct PolicyProof {
  std::size_t states = 0;  // In which the person is waited for.
  std::size_t steps = 0;   // In which a signal is answered within a turn.
  std::size_t transitions = 0;
  int steps_in_a_turn_max = 0;
  int turns_in_vain_max = 0;  // Longest run of answers that are none before a question is left.
  int turns_when_too_long_max = 0;  // The same of any turns, once the conversation is too long.
  std::set<Outcome> outcomes;       // That can be reached.
  std::vector<BrokenPromise> broken;
};

PolicyProof prove(const WalkSubject& subject);

// A business of which nothing is known but that it serves some places and not others, and every
// combination of settings its facts can come to.
tenants::Tenant any_business();
std::vector<Facts> every_facts(bool is_text);
WalkSubject any_subject(const tenants::Tenant& any, bool is_text);

// One business, with what its own settings make of open and of closed hours.
WalkSubject subject_of(const tenants::Tenant& tenant, bool is_text);

}  // namespace callwright::dialogue
