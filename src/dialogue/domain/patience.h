#pragma once

#include "dialogue/domain/memory.h"
#include "tenants/domain/tenant.h"

namespace callwright::dialogue {

// How long a conversation at this stage may go without a turn before it is taken to be over. A
// call's turns follow each other within seconds; a bridged call is as quiet as its people are
// long-winded.
Milliseconds patience(Stage stage, language::Channel channel, const tenants::Policies& policies);

// No call stays open longer than this, whatever it is doing. Bridged calls are the people's own.
inline constexpr Minutes call_length_max{30};

}  // namespace callwright::dialogue
