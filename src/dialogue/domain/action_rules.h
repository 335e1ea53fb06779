#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

#include "dialogue/domain/memory.h"
#include "dialogue/domain/policy.h"
#include "tenants/domain/tenant.h"

// What an action needs before it may be carried out, how it is confirmed, and what it may answer.
// The table prints into docs/policy.md; reception refuses to carry out what it does not allow.
namespace callwright::dialogue {

enum class Need : std::uint8_t {
  Name,
  Phone,
  Address,  // With a street, inside the area that is served.
  Time,     // A slot that was free when it was looked up.
  Visit,    // One visit of the person's.
  Identity,
  Alert,
};

struct ActionRule {
  Action action;
  std::array<std::optional<Need>, 4> needs;
  Prompt confirmation = Prompt::None;  // The read-back an explicit yes must answer.
  SignalSet answers;
};

std::span<const ActionRule> action_rules();
const ActionRule& rule_of(Action action);

bool is_met(Need need, const Memory& memory, const tenants::Tenant& tenant);

// Why the action may not be carried out now; empty when it may.
std::string_view what_is_missing(const ActionRule& rule, const Memory& memory, Signal signal,
                                 const tenants::Tenant& tenant);

std::string_view to_string(Need need);

}  // namespace callwright::dialogue
