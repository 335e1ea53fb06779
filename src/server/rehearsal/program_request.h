#pragma once

#include <optional>

#include "base/result.h"
#include "platform/json/json.h"
#include "reception/turn.h"

namespace callwright::server {

// What a line of the contract (docs/call-json.md) must be before anything is done for it, so that a
// line that is refused changes nothing. Errors: Invalid, in words for who wrote the line.
Result<void> check_open(const Json& request);
// What the carrier says of the caller's number; nothing where the word is none of the contract's.
std::optional<reception::Verification> read_verification(const Json& open);
Result<void> check_turn(const Json& request);
Result<void> check_event(const Json& request);
Result<void> check_advance(const Json& request);

}  // namespace callwright::server
