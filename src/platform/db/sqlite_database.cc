#include <fcntl.h>
#include <unistd.h>

#include <optional>

#include "platform/db/db_metrics.h"
#include "platform/db/sqlite_checkpointer.h"
#include "platform/db/sqlite_pool.h"
#include "platform/db/sqlite_transaction.h"
#include "platform/db/sqlite_writer.h"

namespace callwright::db {
namespace {

constexpr int readers_max = 8;
// The writer touches the last pages of every table for every tenant that is busy: hundreds of them
// do not fit into what a reader needs. More than this costs more than it saves: whenever pages were
// rebalanced, SQLite 3.40 walks its whole cache at the commit (the page it moves others by lies
// beyond the end of the file), which took 6 % of all processor time with 64 MB.
constexpr int writer_cache_kb = 16'000;

bool is_in_memory(const SqliteSettings& settings) {
  return settings.path == ":memory:";
}

SqliteSettings for_writing(SqliteSettings settings) {
  settings.cache_kb = writer_cache_kb;
  return settings;
}

// One writing thread beside readers on snapshots of the write-ahead log. A database in memory
// belongs to one connection, so there readers and the writer take turns.
class SqliteDatabase final : public Database {
 public:
  explicit SqliteDatabase(const SqliteSettings& settings)
      : readers_(settings, is_in_memory(settings) ? 1 : readers_max),
        writing_(for_writing(settings), 1) {
    if (!is_in_memory(settings)) checkpointer_.emplace(settings);
    writer_.emplace(is_in_memory(settings) ? readers_ : writing_,
                    checkpointer_ ? &*checkpointer_ : nullptr);
  }

  Engine engine() const override { return Engine::Sqlite; }

  void submit(Access access, Work work, Done done) override {
    ASSERT(!InsideTransaction::on_this_thread());
    UnitOfWork unit = unit_of_work(std::move(work), std::move(done));
    if (access == Access::Write) {
      writer_->submit(std::move(unit));
    } else {
      // Reading takes microseconds: less than the way to another thread and back.
      read(unit);
      Result<void> outcome = wake_and_take(unit);
      unit.done(std::move(outcome));
    }
  }

  Result<void> run(Access access, Work work) override {
    ASSERT(!InsideTransaction::on_this_thread());
    if (access == Access::Write) return writer_->run(std::move(work));
    UnitOfWork unit = unit_of_work(std::move(work), nullptr);
    read(unit);
    return wake_and_take(unit);
  }

 private:
  void read(UnitOfWork& unit) {
    if (Result<SqlitePool::Lease> connection = readers_.lease()) {
      run_alone(**connection, Access::Read, unit);
    } else {
      unit.outcome = std::unexpected(std::move(connection).error());
    }
  }

  SqlitePool readers_;
  SqlitePool writing_;
  std::optional<SqliteCheckpointer> checkpointer_;
  std::optional<SqliteWriter> writer_;  // Last: it serves the callers that wait before it ends.
};

// Everything on the calling thread, in the order it is asked for.
class SingleThreadedSqlite final : public Database {
 public:
  explicit SingleThreadedSqlite(std::unique_ptr<SqliteConnection> connection)
      : connection_(std::move(connection)), metrics_(Engine::Sqlite) {}

  Engine engine() const override { return Engine::Sqlite; }

  void submit(Access access, Work work, Done done) override { done(run(access, std::move(work))); }

  Result<void> run(Access access, Work work) override {
    ASSERT(!InsideTransaction::on_this_thread());
    UnitOfWork unit = unit_of_work(std::move(work), nullptr);
    run_alone(*connection_, access, unit);
    if (access == Access::Write) {
      metrics_.commits.increment();
      metrics_.count(unit.outcome);
    }
    return wake_and_take(unit);
  }

 private:
  const std::unique_ptr<SqliteConnection> connection_;
  const DbMetrics metrics_;
};

// SQLite would make the file readable to everyone; it holds what customers told us. A file that is
// there must not be opened past SQLite: closing it again would drop the locks of every connection
// of this process, and the next program that looks into the file would take the log away from
// under us.
void create_private_file(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file >= 0) ::close(file);
}

// What a killed process had written to the log and not yet synced is read as committed from now on.
// It must be on the disk before somebody is told of it, or a loss of power would take it back.
Result<void> secure_log(const SqliteConnection& connection) {
  const int code = sqlite3_wal_checkpoint_v2(connection.handle(), nullptr,
                                             SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
  // Busy: another process is at it, which has therefore not been killed.
  if (code == SQLITE_OK || (code & 0xff) == SQLITE_BUSY) return {};
  return failure(ErrorCode::Unavailable,
                 std::string("cannot secure the database's log: ") + sqlite3_errstr(code));
}

}  // namespace

Result<std::unique_ptr<Database>> open_sqlite(const SqliteSettings& settings) {
  if (!is_in_memory(settings) && settings.vfs.empty()) create_private_file(settings.path);
  // A file that cannot be opened is reported now and not to the first caller.
  TRY_ASSIGN(std::unique_ptr<SqliteConnection> connection, SqliteConnection::open(settings));
  TRY(secure_log(*connection));
  if (settings.single_threaded) {
    return std::make_unique<SingleThreadedSqlite>(std::move(connection));
  }
  std::unique_ptr<Database> database = std::make_unique<SqliteDatabase>(settings);
  // The first reader comes before the first connection goes: the last one to close a file would
  // put its log away.
  TRY(database->read([](Transaction&) -> Result<void> { return {}; }));
  return database;
}

}  // namespace callwright::db
