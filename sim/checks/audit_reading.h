#pragma once

#include <optional>
#include <string_view>

#include "sim/observe/batch.h"

namespace callwright::sim {

// An entry of the audit as it lies in its batch.
struct AuditView {
  std::string_view actor;
  std::string_view action;
  std::string_view details;
};

// The entry a commit makes about an object; of several the last.
std::optional<AuditView> find_entry(const Batch& batch, std::string_view object);

// The conversation whose caller the actor is; empty when it is no caller.
std::string_view caller_of(std::string_view actor);

}  // namespace callwright::sim
