#pragma once

#include <sqlite3.h>

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "platform/db/guarded_transaction.h"

namespace callwright::db {

// Only another process can make us wait: within this one there is a single writer.
inline constexpr int sqlite_busy_wait_ms = 5'000;

// One connection and its prepared statements. Used by one thread at a time.
class SqliteConnection {
 public:
  static Result<std::unique_ptr<SqliteConnection>> open(const SqliteSettings& settings);

  // A statement of the caller's: one, and none that reaches around its transaction.
  Result<Answer> perform(Access access, std::string_view sql, std::span<const Value> args);
  // A statement of the engine's own, without arguments.
  Result<void> command(std::string_view sql);

  // Whether a statement of the caller's that may write was begun since it was last forgotten.
  bool has_written() const { return has_written_; }
  void forget_writes() { has_written_ = false; }

  // SQLite ends a transaction by itself when the disk fails under it.
  bool in_transaction() const { return sqlite3_get_autocommit(handle_.get()) == 0; }
  // Ends whatever is open, so that the connection can be used again.
  void abandon();

  sqlite3* handle() const { return handle_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
  };
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  using Handle = std::unique_ptr<sqlite3, Close>;
  using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;
  using Statements = std::unordered_map<std::string, Statement, Hash, std::equal_to<>>;

  explicit SqliteConnection(Handle handle) : handle_(std::move(handle)) {}

  Result<sqlite3_stmt*> prepared(std::string_view sql);
  // Nothing but one statement, and the text behind it.
  Result<Statement> compiled(std::string_view sql) const;
  Error error(int code) const;

  Handle handle_;
  Statements statements_;  // The callers'.
  Statements commands_;    // The engine's own, which callers must not reach by their text.
  bool has_written_ = false;
};

}  // namespace callwright::db
