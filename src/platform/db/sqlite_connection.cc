#include "platform/db/sqlite_connection.h"

#include <array>

#include "base/text.h"
#include "platform/db/sql_text.h"

namespace callwright::db {
namespace {

// SQL is written by us, in constants: more texts than this means someone builds them from data.
constexpr std::size_t statements_max = 512;
constexpr std::string_view in_memory = ":memory:";

constexpr auto pragmas = std::to_array<const char*>({
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA journal_size_limit = 67108864",
});

// Nobody reads how much memory the engine uses, and counting it takes a lock at every allocation.
// The engine takes this only before anything of it is used, hence here.
[[maybe_unused]] const int memory_is_not_counted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);

ErrorCode error_code(int code) {
  if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY ||
      code == SQLITE_CONSTRAINT_ROWID) {
    return ErrorCode::Conflict;
  }
  switch (code & 0xff) {
    case SQLITE_ERROR:
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_RANGE:
    case SQLITE_TOOBIG:
    case SQLITE_AUTH:
      return ErrorCode::Invalid;
    default:
      return ErrorCode::Unavailable;
  }
}

int bind(sqlite3_stmt* statement, int index, const Value& value) {
  struct Binder {
    sqlite3_stmt* statement;
    int index;
    int operator()(std::monostate) const { return sqlite3_bind_null(statement, index); }
    int operator()(std::int64_t integer) const {
      return sqlite3_bind_int64(statement, index, integer);
    }
    int operator()(double real) const { return sqlite3_bind_double(statement, index, real); }
    int operator()(std::string_view text) const {
      // An empty view may have no address, which SQLite would take for null.
      const char* bytes = text.data() == nullptr ? "" : text.data();
      return sqlite3_bind_text64(statement, index, bytes, text.size(), SQLITE_STATIC, SQLITE_UTF8);
    }
  };
  return std::visit(Binder{.statement = statement, .index = index}, value.variant());
}

Row::Cell read_cell(sqlite3_stmt* statement, int column) {
  switch (sqlite3_column_type(statement, column)) {
    case SQLITE_NULL:
      return std::monostate();
    case SQLITE_INTEGER:
      return std::int64_t{sqlite3_column_int64(statement, column)};
    case SQLITE_FLOAT:
      return sqlite3_column_double(statement, column);
    default: {
      const void* bytes = sqlite3_column_blob(statement, column);
      const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
      return bytes == nullptr ? std::string() : std::string(static_cast<const char*>(bytes), size);
    }
  }
}

Row read_row(sqlite3_stmt* statement) {
  std::vector<Row::Cell> cells;
  const int columns = sqlite3_column_count(statement);
  cells.reserve(static_cast<std::size_t>(columns));
  for (int column = 0; column < columns; ++column) cells.push_back(read_cell(statement, column));
  return Row(std::move(cells));
}

// Puts a cached statement back in order whatever happens; its arguments die with the call.
class InUse {
 public:
  explicit InUse(sqlite3_stmt* statement) : statement_(statement) {}
  ~InUse() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
  }
  InUse(const InUse&) = delete;
  InUse& operator=(const InUse&) = delete;

 private:
  sqlite3_stmt* statement_;
};

}  // namespace

Result<std::unique_ptr<SqliteConnection>> SqliteConnection::open(const SqliteSettings& settings) {
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(
      settings.path.c_str(), &raw,
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
      settings.vfs.empty() ? nullptr : settings.vfs.c_str());
  std::unique_ptr<SqliteConnection> connection(new SqliteConnection(Handle(raw)));
  if (code != SQLITE_OK) {
    const std::string why = raw == nullptr ? "out of memory" : sqlite3_errmsg(raw);
    return failure(ErrorCode::Unavailable, "cannot open " + settings.path + ": " + why);
  }
  sqlite3_busy_timeout(raw, sqlite_busy_wait_ms);
  // Double quotes mean names, as on PostgreSQL, and never strings.
  sqlite3_db_config(raw, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_db_config(raw, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
  if (settings.path != in_memory) TRY(connection->command("PRAGMA journal_mode = WAL"));
  for (const char* pragma : pragmas) TRY(connection->command(pragma));
  TRY(connection->command("PRAGMA cache_size = -" + std::to_string(settings.cache_kb)));
  return connection;
}

Result<Answer> SqliteConnection::perform(Access access, std::string_view sql,
                                         std::span<const Value> args) {
  TRY_ASSIGN(sqlite3_stmt* const statement, prepared(sql));
  const bool writes = sqlite3_stmt_readonly(statement) == 0;
  if (access == Access::Read && writes) {
    return failure(ErrorCode::Invalid, "a write in a read transaction");
  }
  has_written_ = has_written_ || writes;
  const auto wanted = static_cast<std::size_t>(sqlite3_bind_parameter_count(statement));
  if (wanted != args.size()) {
    return std::unexpected(wrong_number_of_arguments(wanted, args.size()));
  }
  const InUse in_use(statement);
  for (std::size_t i = 0; i < args.size(); ++i) {
    const int code = bind(statement, static_cast<int>(i + 1), args[i]);
    if (code != SQLITE_OK) return std::unexpected(error(code));
  }
  Answer answer;
  const sqlite3_int64 changes_before = sqlite3_total_changes64(handle_.get());
  int code = sqlite3_step(statement);
  for (; code == SQLITE_ROW; code = sqlite3_step(statement)) {
    answer.rows.push_back(read_row(statement));
  }
  if (code != SQLITE_DONE) return std::unexpected(error(code));
  // The count of the last statement that changed rows, which need not be this one.
  if (sqlite3_total_changes64(handle_.get()) != changes_before) {
    answer.changed = sqlite3_changes64(handle_.get());
  }
  return answer;
}

Result<void> SqliteConnection::command(std::string_view sql) {
  auto found = commands_.find(sql);
  if (found == commands_.end()) {
    TRY_ASSIGN(Statement statement, compiled(sql));
    found = commands_.emplace(std::string(sql), std::move(statement)).first;
  }
  sqlite3_stmt* const statement = found->second.get();
  const InUse in_use(statement);
  int code = sqlite3_step(statement);
  while (code == SQLITE_ROW) code = sqlite3_step(statement);
  if (code != SQLITE_DONE) return std::unexpected(error(code));
  return {};
}

void SqliteConnection::abandon() {
  // Where even this fails the transaction is gone already, or the next BEGIN says what is wrong.
  if (in_transaction()) static_cast<void>(command("ROLLBACK"));
}

Result<sqlite3_stmt*> SqliteConnection::prepared(std::string_view sql) {
  if (const auto found = statements_.find(sql); found != statements_.end()) {
    return found->second.get();
  }
  if (controls_transactions(sql)) {
    return failure(ErrorCode::Invalid, "the engine alone begins and ends transactions");
  }
  TRY_ASSIGN(Statement statement, compiled(sql));
  if (statements_.size() >= statements_max) statements_.clear();
  return statements_.emplace(std::string(sql), std::move(statement)).first->second.get();
}

Result<SqliteConnection::Statement> SqliteConnection::compiled(std::string_view sql) const {
  sqlite3_stmt* raw = nullptr;
  const char* rest = nullptr;
  const int code = sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &raw, &rest);
  Statement statement(raw);
  if (code != SQLITE_OK) return std::unexpected(error(code));
  const std::string_view left(rest, static_cast<std::size_t>(sql.data() + sql.size() - rest));
  if (raw == nullptr || !trimmed(left).empty()) {
    return failure(ErrorCode::Invalid, "one statement at a time");
  }
  return statement;
}

Error SqliteConnection::error(int code) const {
  return {.code = error_code(code),
          .message = "sqlite " + std::to_string(code) + ": " + sqlite3_errmsg(handle_.get())};
}

}  // namespace callwright::db
