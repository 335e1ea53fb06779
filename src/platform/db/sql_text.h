#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "platform/db/database.h"

// Reading SQL just far enough to cut and to rewrite it: strings, quoted names and comments are
// passed over, so a `;` or a `?` inside one means nothing.
namespace callwright::db {

// The statements of a script, without the comments between them. A trigger's body, which holds `;`
// of its own, is not understood: write rules as constraints.
std::vector<std::string> split_statements(std::string_view script);

// `?` becomes $1, $2 ...: how PostgreSQL writes arguments.
struct NumberedSql {
  std::string text;
  int arguments = 0;
};
NumberedSql with_numbered_arguments(std::string_view sql);

// `/* sqlite: WITHOUT ROWID */` becomes WITHOUT ROWID on that engine and stays a comment on the
// other.
std::string for_engine(std::string_view script, Engine engine);

// Statements that begin, end or reach around a transaction belong to the engine alone.
bool controls_transactions(std::string_view sql);

}  // namespace callwright::db
