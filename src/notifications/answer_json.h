#pragma once

#include <optional>
#include <string>

#include "notifications/ports.h"
#include "platform/json/json.h"

// What providers answered, for the journal.
namespace callwright::notifications {

Json to_json(const HandOver& answer);
Result<HandOver> read_hand_over(const Json& json);

using LookedUp = Result<std::optional<std::string>>;
Json to_json(const LookedUp& found);
// The outer error: this is no answer to a look-up.
Result<LookedUp> read_looked_up(const Json& json);

}  // namespace callwright::notifications
