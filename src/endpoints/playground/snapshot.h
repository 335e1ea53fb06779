#pragma once

#include <string>

#include "endpoints/playground/playground.h"
#include "platform/json/json.h"

namespace callwright::endpoints {

// What a person watches: a call of the practice network, or a thread of texts with one number.
struct Watched {
  TenantId tenant;
  language::Channel channel = language::Channel::Voice;
  std::string key;  // The call's id, or the person's number.
};

// Everything there is to see of it now: the conversation with its reasons, the call's state, the
// days of the technicians, what went out and to whom. NotFound when the tenant is no practice
// tenant.
Result<Json> snapshot(const PlaygroundParts& parts, const PracticeNetwork& network,
                      const Watched& watched);

}  // namespace callwright::endpoints
