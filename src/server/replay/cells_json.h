#pragma once

#include <optional>
#include <vector>

#include "platform/db/database.h"
#include "platform/json/json.h"

namespace callwright::server {

// A cell of a row or an argument of a statement as JSON: null, a whole number, {"real": number} or
// text.
Json to_json(const db::Row::Cell& cell);
std::optional<db::Row::Cell> read_cell(const Json& json);

// Cells as arguments, which borrow from them.
std::vector<db::Value> values_of(const std::vector<db::Row::Cell>& cells);

}  // namespace callwright::server
