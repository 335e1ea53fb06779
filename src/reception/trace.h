#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dialogue/domain/memory.h"
#include "platform/json/json.h"
#include "reception/reply.h"
#include "reception/turn.h"

namespace callwright::reception {

// Why a turn was answered as it was: what was understood, which rows of the policy decided, what
// was asked next. Kept with the turn; the playground, support and replay read it.
struct Decided {
  const Turn& turn;
  const std::optional<language::Understanding>& heard;
  const Json& proposal;  // What a model proposed and what became of it; null where none was asked.
  const Json& steps;
  const dialogue::Memory& memory;
  const std::vector<Speech>& speech;
};
Json trace_of(const Decided& decided, const Zone& zone);

// What was understood of some words, as programs see it.
Json to_json(const language::Understanding& heard, const Zone& zone);

// What a question reads back, for the wire: "about".
std::vector<std::string> read_back_of(const dialogue::Memory& memory);

}  // namespace callwright::reception
