#include "platform/db/sqlite_pool.h"

namespace callwright::db {

Result<SqlitePool::Lease> SqlitePool::lease() {
  std::unique_lock lock(mutex_);
  returned_.wait(lock, [&] { return !idle_.empty() || open_ < connections_max_; });
  if (!idle_.empty()) {
    std::unique_ptr<SqliteConnection> connection = std::move(idle_.back());
    idle_.pop_back();
    return Lease(*this, std::move(connection));
  }
  ++open_;
  lock.unlock();
  Result<std::unique_ptr<SqliteConnection>> opened = SqliteConnection::open(settings_);
  if (!opened) {
    lock.lock();
    --open_;
    returned_.notify_one();
    return std::unexpected(std::move(opened).error());
  }
  return Lease(*this, *std::move(opened));
}

void SqlitePool::give_back(std::unique_ptr<SqliteConnection> connection) {
  {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(connection));
  }
  returned_.notify_one();
}

}  // namespace callwright::db
