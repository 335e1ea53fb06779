#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

#include "platform/db/sqlite_connection.h"

namespace callwright::db {

// Connections to one file, opened when first needed and handed out one user at a time.
class SqlitePool {
 public:
  SqlitePool(SqliteSettings settings, int connections_max)
      : settings_(std::move(settings)), connections_max_(connections_max) {}

  class Lease {
   public:
    Lease(SqlitePool& pool, std::unique_ptr<SqliteConnection> connection)
        : pool_(&pool), connection_(std::move(connection)) {}
    Lease(Lease&&) = default;
    Lease& operator=(Lease&&) = delete;
    ~Lease() {
      if (connection_) pool_->give_back(std::move(connection_));
    }

    SqliteConnection& operator*() const { return *connection_; }
    SqliteConnection* operator->() const { return connection_.get(); }

   private:
    SqlitePool* pool_;
    std::unique_ptr<SqliteConnection> connection_;
  };

  // Waits while all are in use.
  Result<Lease> lease();

 private:
  void give_back(std::unique_ptr<SqliteConnection> connection);

  const SqliteSettings settings_;
  const int connections_max_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<SqliteConnection>> idle_;
  int open_ = 0;
};

}  // namespace callwright::db
