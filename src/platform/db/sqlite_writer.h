#pragma once

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <thread>

#include "platform/db/db_metrics.h"
#include "platform/db/sqlite_checkpointer.h"
#include "platform/db/sqlite_pool.h"
#include "platform/db/unit_of_work.h"

namespace callwright::db {

// The one thread that writes. Callers that wait at the same time share one commit, so the disk is
// synced once for all of them, and none is answered before it is.
class SqliteWriter {
 public:
  SqliteWriter(SqlitePool& pool, SqliteCheckpointer* checkpointer);
  ~SqliteWriter();

  void submit(UnitOfWork unit);
  Result<void> run(Database::Work work);

 private:
  void serve();
  std::optional<UnitOfWork> wait_for_next();
  std::optional<UnitOfWork> take_next();

  void serve_batch(UnitOfWork first);
  std::vector<UnitOfWork> run_batch(SqliteConnection& connection, UnitOfWork first);
  bool run_with_savepoints(SqliteConnection& connection, std::span<UnitOfWork> batch) const;
  bool commit(SqliteConnection& connection) const;

  SqlitePool& pool_;
  SqliteCheckpointer* const checkpointer_;
  const DbMetrics metrics_;

  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<UnitOfWork> waiting_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace callwright::db
