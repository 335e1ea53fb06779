#include "sim/observe/row_sum.h"

#include <sqlite3.h>

#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "sim/observe/row_hash.h"
#include "sim/observe/row_values.h"

namespace callwright::sim {
namespace {

constexpr int any_number_of_arguments = -1;

void add_row(sqlite3_context* context, int count, sqlite3_value** values) {
  auto* const sum = static_cast<std::uint64_t*>(
      sqlite3_aggregate_context(context, static_cast<int>(sizeof(std::uint64_t))));
  if (sum == nullptr) return sqlite3_result_error_nomem(context);
  const auto* const table = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
  RowHash hash(table);
  for (int i = 1; i < count; ++i) add_value(hash, values[i]);
  *sum += hash.value();
}

void answer(sqlite3_context* context) {
  const auto* const sum = static_cast<const std::uint64_t*>(sqlite3_aggregate_context(context, 0));
  if (sum == nullptr) return sqlite3_result_null(context);
  sqlite3_result_int64(context, static_cast<sqlite3_int64>(*sum));
}

}  // namespace

void add_row_sum(sqlite3* handle) {
  const int code =
      sqlite3_create_function_v2(handle, "row_sum", any_number_of_arguments, SQLITE_UTF8, nullptr,
                                 nullptr, &add_row, &answer, nullptr);
  ASSERT(code == SQLITE_OK);
}

}  // namespace callwright::sim
