#pragma once

#include <optional>
#include <string_view>

#include "language/understanding.h"

// What a caller may say first that is neither a problem nor a wish for a visit.
namespace callwright::dialogue {

// "Hello dear", "can you hear me": nothing else was said.
bool only_greets(std::string_view text);

// "¿Habla español?", "English please", "no hablo inglés": the language that is asked for.
std::optional<language::Language> asks_for_language(std::string_view text);

// Somebody, or a machine, who wants to sell something to the business.
bool sounds_like_sales_call(std::string_view text);

// "Can somebody call me back".
bool wants_callback(std::string_view text);

}  // namespace callwright::dialogue
