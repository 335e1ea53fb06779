#include "emulators/ticker.h"

#include <algorithm>

namespace callwright::emulators {

Ticker::~Ticker() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  stopped_.notify_all();
  thread_.join();
}

Task<> Ticker::hold(std::chrono::milliseconds length) {
  const auto until = std::chrono::steady_clock::now() + length;
  co_await Completion<bool>([this, until](Completion<bool>::Resolve resolve) {
    const std::lock_guard lock(mutex_);
    held_.push_back({until, std::move(resolve)});
  });
}

void Ticker::run() {
  std::unique_lock lock(mutex_);
  while (!stopped_.wait_for(lock, interval, [this] { return stopping_; })) {
    lock.unlock();
    for (Held& held : take_due()) held.resolve(true);
    tick_();
    lock.lock();
  }
  // Whoever still waits goes on, so that nothing is left suspended.
  std::vector<Held> left = std::exchange(held_, {});
  lock.unlock();
  for (Held& held : left) held.resolve(true);
}

std::vector<Ticker::Held> Ticker::take_due() {
  const auto now = std::chrono::steady_clock::now();
  const std::lock_guard lock(mutex_);
  std::vector<Held> due;
  std::erase_if(held_, [&](Held& held) {
    if (held.until > now) return false;
    due.push_back(std::move(held));
    return true;
  });
  return due;
}

}  // namespace callwright::emulators
