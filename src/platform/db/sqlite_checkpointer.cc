#include "platform/db/sqlite_checkpointer.h"

#include <algorithm>

#include "platform/log/log.h"

namespace callwright::db {
namespace {

constexpr Milliseconds checkpoint_interval{200};
// 40 MB in pages of 4 KB, which leaves room in the file for what is written until the log begins
// anew. Reading from a longer log is slower, and opening one after a crash too.
constexpr int log_pages_max = 10'240;
// At 64 MB the writer stops for it unasked: pages are then written faster than the thread moves
// them, which may not even get a processor. Where somebody stands in the way, it tries again after
// 4 MB more.
constexpr int log_pages_full = 16'384;
constexpr int log_pages_until_next_try = 1'024;
// How long the writer may stand still for readers of old pages to finish.
constexpr int restart_wait_ms = 20;

void warn(std::string_view reason) {
  log::warning("db.checkpoint_failed", {{"reason", reason}});
}

// A checkpoint does so itself only where it finds nothing newer in the log, so never under load.
bool sync_moved_pages(SqliteConnection& connection) {
  sqlite3_file* file = nullptr;
  int code = sqlite3_file_control(connection.handle(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (code == SQLITE_OK) code = file->pMethods->xSync(file, SQLITE_SYNC_NORMAL);
  if (code != SQLITE_OK) warn(sqlite3_errstr(code));
  return code == SQLITE_OK;
}

}  // namespace

SqliteCheckpointer::SqliteCheckpointer(SqliteSettings settings)
    : settings_(std::move(settings)),
      log_pages_(metrics::Registry::global().gauge("callwright_db_log_pages",
                                                   "Pages in SQLite's write-ahead log.")),
      thread_([this] { serve(); }) {}

SqliteCheckpointer::~SqliteCheckpointer() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

void SqliteCheckpointer::watch(SqliteConnection& writer) {
  // Takes the place of SQLite's own hook, the one that checkpoints inside a commit.
  sqlite3_wal_hook(writer.handle(), &SqliteCheckpointer::on_commit, this);
}

int SqliteCheckpointer::on_commit(void* self, sqlite3*, const char*, int pages) {
  auto& checkpointer = *static_cast<SqliteCheckpointer*>(self);
  checkpointer.log_pages_.set(pages);
  const int before = std::exchange(checkpointer.pages_written_, pages);
  const bool grew_long = before < log_pages_max && pages >= log_pages_max;
  {
    const std::lock_guard lock(checkpointer.mutex_);
    if (grew_long) checkpointer.log_is_long_ = true;
    if (std::exchange(checkpointer.committed_, true) && !grew_long) return SQLITE_OK;
  }
  checkpointer.changed_.notify_one();
  return SQLITE_OK;
}

void SqliteCheckpointer::restart_when_long(SqliteConnection& writer) {
  const bool full = pages_written_ >= std::max(log_pages_full, next_try_at_);
  if (!restart_is_due_.exchange(false) && !full) return;
  sqlite3_busy_timeout(writer.handle(), restart_wait_ms);
  // Where a reader of old pages stands in the way, it is due again after the next checkpoint.
  const int code = sqlite3_wal_checkpoint_v2(writer.handle(), nullptr, SQLITE_CHECKPOINT_RESTART,
                                             nullptr, nullptr);
  sqlite3_busy_timeout(writer.handle(), sqlite_busy_wait_ms);
  if (code == SQLITE_OK) pages_written_ = 0;
  next_try_at_ = code == SQLITE_OK ? 0 : pages_written_ + log_pages_until_next_try;
}

void SqliteCheckpointer::serve() {
  Result<std::unique_ptr<SqliteConnection>> connection =
      failure(ErrorCode::Unavailable, "not opened yet");
  while (wait_for_commits()) {
    if (!connection) connection = SqliteConnection::open(settings_);
    if (!connection) {
      warn(connection.error().message);
      continue;
    }
    if (move_pages(**connection) < log_pages_max) continue;
    // The writer stands still for whatever is left, and for the disk to have taken all of it: the
    // bulk of both goes first.
    if (!sync_moved_pages(**connection)) continue;
    move_pages(**connection);
    restart_is_due_ = true;
  }
}

// How many pages the log has; fewer than none when it could not be looked at.
int SqliteCheckpointer::move_pages(SqliteConnection& connection) {
  int pages = -1;
  const int code = sqlite3_wal_checkpoint_v2(connection.handle(), nullptr,
                                             SQLITE_CHECKPOINT_PASSIVE, &pages, nullptr);
  // Busy is no failure: the writer is beginning the log anew just now.
  if (code != SQLITE_OK && (code & 0xff) != SQLITE_BUSY) warn(sqlite3_errstr(code));
  return pages;
}

// Sleeps while nothing is written, and between two checkpoints. False when it is time to end.
bool SqliteCheckpointer::wait_for_commits() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return committed_ || stopping_; });
  changed_.wait_for(lock, checkpoint_interval, [&] { return log_is_long_ || stopping_; });
  committed_ = false;
  log_is_long_ = false;
  return !stopping_;
}

}  // namespace callwright::db
