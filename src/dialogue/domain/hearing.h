#pragma once

#include <optional>
#include <string_view>

#include "dialogue/domain/memory.h"
#include "dialogue/domain/signal.h"
#include "language/understanding.h"
#include "tenants/domain/tenant.h"

namespace callwright::dialogue {

// Takes over what was said into the memory. Returns whether it was something that we wanted to
// know: a value that changed, or one that was asked for. `sure` is false where the recogniser was
// not: a name, number or address heard so is read back before it counts.
bool absorb(Memory& memory, const language::Understanding& heard, std::string_view text, bool sure);

// An instant of the one day that offers, or what was asked for, lie on: what "in the morning" is
// the morning of.
std::optional<Instant> day_in_talk(const Memory& memory, const Zone& zone);

// Takes the words into the memory and says what they amount to.
Signal hear(Memory& memory, const tenants::Tenant& tenant, const language::Understanding& heard,
            std::string_view text, bool sure);

}  // namespace callwright::dialogue
