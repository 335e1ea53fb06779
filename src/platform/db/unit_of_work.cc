#include "platform/db/unit_of_work.h"

#include <algorithm>
#include <map>

namespace callwright::db {
namespace {

void answer_here(UnitOfWork& unit) {
  unit.done(wake_and_take(unit));
}

}  // namespace

Result<void> BlockedCaller::wait() {
  std::unique_lock lock(mutex_);
  answered_.wait(lock, [&] { return outcome_.has_value(); });
  return *std::move(outcome_);
}

void BlockedCaller::resolve(Result<void> outcome) {
  // Told under the lock: the caller destroys this as soon as it has the answer.
  const std::lock_guard lock(mutex_);
  outcome_ = std::move(outcome);
  answered_.notify_one();
}

Result<void> wake_and_take(UnitOfWork& unit) {
  if (unit.outcome) {
    for (Wake& wake : unit.wakes) wake();
  }
  return std::move(unit.outcome);
}

void answer(std::vector<UnitOfWork> units) {
  std::map<Executor*, std::vector<UnitOfWork>> by_home;
  for (UnitOfWork& unit : units) by_home[unit.home].push_back(std::move(unit));
  for (auto& [home, together] : by_home) {
    if (home == nullptr || home == Executor::current()) {
      std::ranges::for_each(together, answer_here);
    } else {
      home->post([waiting = std::move(together)]() mutable {
        std::ranges::for_each(waiting, answer_here);
      });
    }
  }
}

}  // namespace callwright::db
