#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <vector>

#include "platform/async/executor.h"
#include "platform/db/guarded_transaction.h"

namespace callwright::db {

// One caller's work on its way through an engine, how it ended, and whom to wake once it is
// durable.
struct UnitOfWork {
  Database::Work work;
  Database::Done done;
  Executor* home;  // Where the caller goes on; null when that is anywhere.
  Result<void> outcome;
  std::vector<Wake> wakes;
};

inline UnitOfWork unit_of_work(Database::Work work, Database::Done done) {
  return {.work = std::move(work), .done = std::move(done), .home = Executor::current()};
}

// Lets a thread stand still until an engine's thread has answered it.
class BlockedCaller {
 public:
  // The caller goes on on the engine's thread for a moment, and not on its executor, which stands
  // still.
  UnitOfWork unit(Database::Work work) {
    return {.work = std::move(work),
            .done = [this](Result<void> outcome) { resolve(std::move(outcome)); },
            .home = nullptr};
  }
  Result<void> wait();

 private:
  void resolve(Result<void> outcome);

  std::mutex mutex_;
  std::condition_variable answered_;
  std::optional<Result<void>> outcome_;
};

// Wakes whom a successful work asked to wake; how the work ended.
Result<void> wake_and_take(UnitOfWork& unit);

// Answers every caller, with one post for all that go on on the same executor.
void answer(std::vector<UnitOfWork> units);

}  // namespace callwright::db
