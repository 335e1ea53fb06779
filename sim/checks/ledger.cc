#include "sim/checks/ledger.h"

#include <vector>

namespace callwright::sim {
namespace {

// The tables that the migrations keep for themselves are written before anyone listens.
constexpr std::string_view migrations_table = "schema_migrations";

Result<std::uint64_t> sum_of(db::Transaction& tx, const std::string& table) {
  TRY_ASSIGN(const db::Rows columns,
             tx.query("SELECT name, type FROM pragma_table_info(?) ORDER BY cid", table));
  std::string list;
  for (const db::Row& column : columns) list += (list.empty() ? "" : ", ") + column.text(0);
  TRY_ASSIGN(const db::Rows rows, tx.query("SELECT " + list + " FROM " + table));
  std::uint64_t sum = 0;
  Batch scratch;
  for (const db::Row& row : rows) {
    scratch.clear();
    scratch.begin_change(Table::Other, table, false, true, row.size());
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (row.is_null(i)) {
        scratch.add_null();
      } else if (columns[i].text(1) == "TEXT") {
        scratch.add_text(row.text(i));
      } else {
        scratch.add_integer(row.integer(i));
      }
    }
    sum += scratch[0].after->hash(table);
  }
  return sum;
}

}  // namespace

void Ledger::apply(const Batch& batch) {
  for (std::size_t i = 0; i < batch.size(); ++i) {
    const Change change = batch[i];
    std::uint64_t& sum = sums_[std::string(change.name)];
    if (change.before) sum -= change.before->hash(change.name);
    if (change.after) sum += change.after->hash(change.name);
  }
}

Result<std::string> Ledger::differences(db::Database& database) const {
  return database.read([&](db::Transaction& tx) -> Result<std::string> {
    TRY_ASSIGN(const db::Rows tables,
               tx.query("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"));
    std::string different;
    for (const db::Row& table : tables) {
      const std::string& name = table.text(0);
      if (name == migrations_table) continue;
      TRY_ASSIGN(const std::uint64_t sum, sum_of(tx, name));
      const std::uint64_t* kept = find(sums_, name);
      if (sum != (kept == nullptr ? 0 : *kept)) {
        different += (different.empty() ? "" : ", ") + name;
      }
    }
    return different;
  });
}

}  // namespace callwright::sim
