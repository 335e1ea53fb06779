#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "dialogue/domain/memory.h"

namespace callwright::dialogue {

// A memory as the text that is kept with its conversation, and back. Invalid for a text that was
// not written by encode().
std::string encode(const Memory& memory);
Result<Memory> decode(std::string_view text);

}  // namespace callwright::dialogue
