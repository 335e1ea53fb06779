#pragma once

#include <sqlite3.h>

#include <cstddef>
#include <string_view>

namespace callwright::sim {

// Adds a value of the engine's to whatever takes values of rows.
template <class Taker>
void add_value(Taker& taker, sqlite3_value* value) {
  switch (sqlite3_value_type(value)) {
    case SQLITE_NULL:
      return taker.add_null();
    case SQLITE_INTEGER:
      return taker.add_integer(sqlite3_value_int64(value));
    case SQLITE_FLOAT:
      return taker.add_real(sqlite3_value_double(value));
    default: {
      const void* bytes = sqlite3_value_blob(value);
      const auto size = static_cast<std::size_t>(sqlite3_value_bytes(value));
      return taker.add_text({static_cast<const char*>(bytes), bytes == nullptr ? 0 : size});
    }
  }
}

}  // namespace callwright::sim
