#pragma once

#include <string>

#include "server/replay/bundle.h"

namespace callwright::server {

// A conversation as it is stored, and what its replay needs.
struct FoundCall {
  Recording recording;
  CallSummary summary;
};

// By the carrier's name for the call, or ours for the conversation. NotFound when no tenant has it,
// or the journal has forgotten it.
Result<FoundCall> find_call(db::Transaction& tx, const std::string& name);

}  // namespace callwright::server
