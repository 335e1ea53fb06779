#include "sim/checks/ledger.h"

#include <set>

namespace callwright::sim {
namespace {

// By table, for all of its columns.
constexpr std::string_view questions =
    "SELECT t.name, 'SELECT row_sum(''' || t.name || ''', ' || "
    "(SELECT group_concat(c.name, ', ') FROM pragma_table_info(t.name) AS c) || "
    "') FROM ' || t.name "
    "FROM sqlite_master AS t WHERE t.type = 'table'";

}  // namespace

Result<RowSums> read_row_sums(db::Database& database) {
  return database.read([&](db::Transaction& tx) -> Result<RowSums> {
    TRY_ASSIGN(const db::Rows tables, tx.query(questions));
    RowSums sums;
    for (const db::Row& table : tables) {
      TRY_ASSIGN(const std::optional<db::Row> sum, tx.query_one(table.text(1)));
      sums[table.text(0)] = static_cast<std::uint64_t>(sum->optional_integer(0).value_or(0));
    }
    return sums;
  });
}

void Ledger::apply(const Batch& batch) {
  for (std::size_t i = 0; i < batch.size(); ++i) {
    const Change change = batch[i];
    std::uint64_t& sum = sums_[std::string(change.name)];
    if (change.before) sum -= change.before->hash(change.name);
    if (change.after) sum += change.after->hash(change.name);
  }
}

std::string Ledger::differences(const RowSums& found) const {
  // A table that is not there is as good as an empty one.
  std::set<std::string_view> tables;
  for (const RowSums* sums : {&sums_, &found}) {
    for (const auto& [table, sum] : *sums) tables.insert(table);
  }
  const auto sum_in = [](const RowSums& sums, std::string_view table) {
    const std::uint64_t* sum = find(sums, table);
    return sum == nullptr ? 0 : *sum;
  };
  std::string different;
  for (const std::string_view table : tables) {
    if (sum_in(sums_, table) == sum_in(found, table)) continue;
    different += (different.empty() ? "" : ", ") + std::string(table);
  }
  return different;
}

}  // namespace callwright::sim
