#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "platform/async/task.h"

namespace callwright::emulators {

// A thread that looks at the clock: runs what is due, and lets go of what is held.
class Ticker {
 public:
  static constexpr std::chrono::milliseconds interval{50};

  explicit Ticker(std::function<void()> tick)
      : tick_(std::move(tick)), thread_([this] { run(); }) {}
  ~Ticker();
  Ticker(const Ticker&) = delete;
  Ticker& operator=(const Ticker&) = delete;

  // Lets at least this long pass.
  Task<> hold(std::chrono::milliseconds length);

 private:
  struct Held {
    std::chrono::steady_clock::time_point until;
    Completion<bool>::Resolve resolve;
  };
  void run();
  std::vector<Held> take_due();

  std::function<void()> tick_;
  std::mutex mutex_;
  std::condition_variable stopped_;
  bool stopping_ = false;
  std::vector<Held> held_;
  std::thread thread_;
};

}  // namespace callwright::emulators
