#include "robustness/database_view.h"

#include <sqlite3.h>

#include <memory>

#include "base/result.h"
#include "platform/crypto/crypto.h"

namespace callwright::robustness {
namespace {

constexpr int busy_timeout_ms = 5'000;

using Connection = std::unique_ptr<sqlite3, decltype([](sqlite3* open) { sqlite3_close(open); })>;

Connection open(const std::string& file, int flags) {
  sqlite3* connection = nullptr;
  const int outcome = sqlite3_open_v2(file.c_str(), &connection, flags, nullptr);
  Connection owner(connection);
  ASSERT(outcome == SQLITE_OK);
  sqlite3_busy_timeout(connection, busy_timeout_ms);
  return owner;
}

template <class EachRow>
void each_row(sqlite3* connection, const std::string& sql, EachRow each) {
  sqlite3_stmt* statement = nullptr;
  const int prepared = sqlite3_prepare_v2(connection, sql.c_str(), -1, &statement, nullptr);
  ASSERT(prepared == SQLITE_OK);
  int step = sqlite3_step(statement);
  for (; step == SQLITE_ROW; step = sqlite3_step(statement)) {
    Row row;
    for (int i = 0; i < sqlite3_column_count(statement); ++i) {
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, i));
      row.emplace_back(text == nullptr ? "null" : text);
    }
    each(row);
  }
  sqlite3_finalize(statement);
  ASSERT(step == SQLITE_DONE);
}

}  // namespace

std::string state_hash(const std::string& file) {
  const Connection connection = open(file, SQLITE_OPEN_READWRITE);
  // One snapshot for all tables.
  sqlite3_exec(connection.get(), "BEGIN", nullptr, nullptr, nullptr);
  std::string hash;
  each_row(connection.get(), "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name",
           [&](const Row& table) {
             each_row(connection.get(), "SELECT * FROM \"" + table[0] + "\" ORDER BY 1, 2",
                      [&](const Row& row) {
                        std::string text = hash + table[0];
                        for (const std::string& value : row) {
                          text += "\n" + std::to_string(value.size()) + ":" + value;
                        }
                        hash = crypto::sha256(text);
                      });
           });
  return crypto::hex(hash);
}

std::vector<Row> rows(const std::string& file, const std::string& sql) {
  const Connection connection = open(file, SQLITE_OPEN_READWRITE);
  std::vector<Row> all;
  each_row(connection.get(), sql, [&](const Row& row) { all.push_back(row); });
  return all;
}

std::int64_t number(const std::string& file, const std::string& sql) {
  const std::vector<Row> all = rows(file, sql);
  ASSERT(all.size() == 1 && all[0].size() == 1);
  return std::stoll(all[0][0]);
}

WriteLock::WriteLock(const std::string& file) {
  Connection connection = open(file, SQLITE_OPEN_READWRITE);
  const int begun = sqlite3_exec(connection.get(), "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
  ASSERT(begun == SQLITE_OK);
  connection_ = connection.release();
}

WriteLock::~WriteLock() {
  sqlite3_close(static_cast<sqlite3*>(connection_));
}

}  // namespace callwright::robustness
