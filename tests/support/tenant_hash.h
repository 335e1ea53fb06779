#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "platform/crypto/crypto.h"
#include "platform/db/database.h"

namespace callwright::tests {

namespace tenant_hash_detail {

// Every column of every table that has a tenant, as "table", "column", in an order of their own.
inline Result<db::Rows> tenant_columns(db::Transaction& tx) {
  if (tx.engine() == db::Engine::Postgres) {
    return tx.query(
        "SELECT c.table_name, c.column_name FROM information_schema.columns c "
        "WHERE c.table_schema = current_schema() AND EXISTS "
        "(SELECT 1 FROM information_schema.columns t WHERE t.table_schema = c.table_schema "
        "AND t.table_name = c.table_name AND t.column_name = 'tenant_id')");
  }
  return tx.query(
      "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c "
      "WHERE m.type = 'table' AND EXISTS "
      "(SELECT 1 FROM pragma_table_info(m.name) t WHERE t.name = 'tenant_id')");
}

inline std::string cell_text(const db::Row& row, std::size_t column) {
  const db::Row::Cell& cell = row.cell(column);
  if (const auto* text = std::get_if<std::string>(&cell)) {
    return "t" + std::to_string(text->size()) + ":" + *text;
  }
  if (const auto* number = std::get_if<std::int64_t>(&cell)) {
    return "i" + std::to_string(*number) + ";";
  }
  if (const auto* real = std::get_if<double>(&cell)) return "r" + std::to_string(*real) + ";";
  return "n";
}

}  // namespace tenant_hash_detail

// A hash over every row of one tenant: equal when nothing of it was changed, whatever happened to
// others, and equal on both engines for equal rows.
inline Result<std::string> tenant_hash(db::Transaction& tx, const TenantId& tenant) {
  TRY_ASSIGN(const db::Rows found, tenant_hash_detail::tenant_columns(tx));
  std::vector<std::pair<std::string, std::string>> columns;
  for (const db::Row& row : found) columns.emplace_back(row.text(0), row.text(1));
  std::ranges::sort(columns);

  std::string all;
  for (std::size_t i = 0; i < columns.size();) {
    const std::string& table = columns[i].first;
    std::string list;
    for (; i < columns.size() && columns[i].first == table; ++i) {
      list += (list.empty() ? "" : ", ") + columns[i].second;
    }
    TRY_ASSIGN(const db::Rows rows,
               tx.query("SELECT " + list + " FROM " + table + " WHERE tenant_id = ?", tenant));
    std::vector<std::string> lines;
    for (const db::Row& row : rows) {
      std::string line;
      for (std::size_t column = 0; column < row.size(); ++column) {
        line += tenant_hash_detail::cell_text(row, column);
      }
      lines.push_back(std::move(line));
    }
    std::ranges::sort(lines);
    all += table + "(" + list + ")\n";
    for (const std::string& line : lines) all += line + "\n";
  }
  return crypto::hex(crypto::sha256(all));
}

}  // namespace callwright::tests
