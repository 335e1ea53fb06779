#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "platform/db/database.h"
#include "platform/metrics/metrics.h"

namespace callwright::server {

// The database of a server that answers its phone whether the database is well or not. While it
// cannot be opened every transaction is Unavailable, which a caller hears as the apology and the
// offer to leave a message, and it is tried again until it can. The log and a metric say so.
class PatientDatabase final : public db::Database {
 public:
  using Open = std::function<Result<std::unique_ptr<db::Database>>()>;

  // Tries once. An error other than Unavailable does not pass by itself and is given back.
  static Result<std::unique_ptr<PatientDatabase>> open(db::Engine engine, Open open);
  ~PatientDatabase() override;

  db::Engine engine() const override { return engine_; }
  void submit(db::Access access, Work work, Done done) override;
  Result<void> run(db::Access access, Work work) override;

  // Whether the last transaction that wrote was answered by a database that works.
  bool is_well() const { return is_well_; }

 private:
  PatientDatabase(db::Engine engine, Open open);
  Result<void> try_to_open();
  void keep_trying();
  void note(const Result<void>& outcome);
  Error away() const;

  const db::Engine engine_;
  const Open open_;
  const metrics::Gauge available_;
  std::unique_ptr<db::Database> owned_;
  std::atomic<db::Database*> opened_ = nullptr;  // Set once, when it may be used.
  std::atomic<bool> is_well_ = true;

  std::mutex mutex_;
  std::condition_variable stop_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace callwright::server
