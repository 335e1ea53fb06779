#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "platform/db/sqlite_connection.h"
#include "platform/metrics/metrics.h"

namespace callwright::db {

// Moves committed pages from the write-ahead log into the database file on a thread of its own, so
// that no caller waits for it as one would with SQLite's own checkpoints, which run inside a
// commit.
class SqliteCheckpointer {
 public:
  explicit SqliteCheckpointer(SqliteSettings settings);
  ~SqliteCheckpointer();

  // From now on the commits of this connection are heard of here.
  void watch(SqliteConnection& writer);
  // Under nonstop load the log never empties by itself and would grow without end: the writer calls
  // this between two batches, to begin it anew when it has grown long.
  void restart_when_long(SqliteConnection& writer);

 private:
  static int on_commit(void* self, sqlite3* handle, const char* database, int pages);
  void serve();
  int move_pages(SqliteConnection& connection);
  bool wait_for_commits();

  const SqliteSettings settings_;
  const metrics::Gauge log_pages_;
  std::atomic<bool> restart_is_due_ = false;
  // The writer's own, in pages of the log.
  int pages_written_ = 0;
  int next_try_at_ = 0;

  std::mutex mutex_;
  std::condition_variable changed_;
  bool committed_ = false;
  bool log_is_long_ = false;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace callwright::db
