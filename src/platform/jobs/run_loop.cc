#include "platform/jobs/run_loop.h"

#include <utility>

namespace callwright::jobs {

void RunLoop::post(std::move_only_function<void()> work) {
  const std::lock_guard lock(mutex_);
  work_.push_back(std::move(work));
  changed_.notify_one();
}

void RunLoop::wake() {
  const std::lock_guard lock(mutex_);
  woken_ = true;
  changed_.notify_one();
}

void RunLoop::run_for(Milliseconds time_max) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, time_max, [&] { return woken_ || !work_.empty(); });
  woken_ = false;
  auto work = std::exchange(work_, {});
  lock.unlock();
  for (auto& piece : work) piece();
}

}  // namespace callwright::jobs
