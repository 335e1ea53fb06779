#include "platform/db/sqlite_writer.h"

#include <algorithm>
#include <chrono>

#include "platform/db/sqlite_transaction.h"

namespace callwright::db {
namespace {

constexpr std::size_t batch_max = 256;
// A batch that runs longer than this is committed, so that its first callers do not wait for its
// last.
constexpr std::chrono::milliseconds batch_time_max{5};
// More callers than this cannot be served in a time that still helps them.
constexpr std::size_t waiting_max = 8'192;

std::vector<UnitOfWork> only(UnitOfWork unit) {
  std::vector<UnitOfWork> units;
  units.push_back(std::move(unit));
  return units;
}

}  // namespace

SqliteWriter::SqliteWriter(SqlitePool& pool, SqliteCheckpointer* checkpointer)
    : pool_(pool),
      checkpointer_(checkpointer),
      metrics_(Engine::Sqlite),
      thread_([this] { serve(); }) {}

SqliteWriter::~SqliteWriter() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  arrived_.notify_one();
  thread_.join();
}

void SqliteWriter::submit(UnitOfWork unit) {
  {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() < waiting_max) {
      waiting_.push_back(std::move(unit));
      arrived_.notify_one();
      return;
    }
  }
  unit.outcome = failure(ErrorCode::Unavailable, "too many transactions are waiting");
  metrics_.count(unit.outcome);
  answer(only(std::move(unit)));
}

Result<void> SqliteWriter::run(Database::Work work) {
  BlockedCaller caller;
  // Whoever was answered on the writer's thread may write again from there: the batch is over by
  // then.
  if (std::this_thread::get_id() == thread_.get_id()) {
    serve_batch(caller.unit(std::move(work)));
  } else {
    submit(caller.unit(std::move(work)));
  }
  return caller.wait();
}

void SqliteWriter::serve() {
  while (std::optional<UnitOfWork> first = wait_for_next()) serve_batch(*std::move(first));
}

// Nothing once the engine ends and everyone has been served.
std::optional<UnitOfWork> SqliteWriter::wait_for_next() {
  {
    std::unique_lock lock(mutex_);
    arrived_.wait(lock, [&] { return stopping_ || !waiting_.empty(); });
  }
  return take_next();
}

std::optional<UnitOfWork> SqliteWriter::take_next() {
  const std::lock_guard lock(mutex_);
  if (waiting_.empty()) return std::nullopt;
  UnitOfWork unit = std::move(waiting_.front());
  waiting_.pop_front();
  return unit;
}

void SqliteWriter::serve_batch(UnitOfWork first) {
  std::vector<UnitOfWork> batch;
  if (Result<SqlitePool::Lease> connection = pool_.lease()) {
    if (checkpointer_ != nullptr) checkpointer_->watch(**connection);
    batch = run_batch(**connection, std::move(first));
    if (checkpointer_ != nullptr) checkpointer_->restart_when_long(**connection);
  } else {
    first.outcome = std::unexpected(std::move(connection).error());
    batch = only(std::move(first));
  }
  for (const UnitOfWork& unit : batch) metrics_.count(unit.outcome);
  answer(std::move(batch));
}

std::vector<UnitOfWork> SqliteWriter::run_batch(SqliteConnection& connection, UnitOfWork first) {
  std::vector<UnitOfWork> batch = only(std::move(first));
  if (Result<void> begun = connection.command("BEGIN IMMEDIATE"); !begun) {
    batch.front().outcome = std::move(begun);
    return batch;
  }
  const auto full_at = std::chrono::steady_clock::now() + batch_time_max;
  bool whole = run_after_others(connection, batch.front());
  while (whole && batch.size() < batch_max && std::chrono::steady_clock::now() < full_at) {
    std::optional<UnitOfWork> next = take_next();
    if (!next) break;
    batch.push_back(*std::move(next));
    whole = run_after_others(connection, batch.back());
  }
  if (whole && commit(connection)) return batch;

  // Either the work failed that ran last, or the disk.
  const bool work_failed = !whole && connection.in_transaction();
  connection.abandon();
  if (work_failed && batch.size() == 1) return batch;
  if (work_failed && run_with_savepoints(connection, batch)) return batch;

  // The disk failed under the batch. One by one, whoever can be served is, and the others hear why
  // not.
  connection.abandon();
  for (UnitOfWork& unit : batch) run_alone(connection, Access::Write, unit);
  return batch;
}

// The same works again, so that the failure of one undoes only its own writes.
bool SqliteWriter::run_with_savepoints(SqliteConnection& connection,
                                       std::span<UnitOfWork> batch) const {
  if (!connection.command("BEGIN IMMEDIATE")) return false;
  const bool whole = std::ranges::all_of(
      batch, [&](UnitOfWork& unit) { return run_among_others(connection, unit); });
  return whole && commit(connection);
}

bool SqliteWriter::commit(SqliteConnection& connection) const {
  if (!connection.command("COMMIT")) return false;
  metrics_.commits.increment();
  return true;
}

}  // namespace callwright::db
