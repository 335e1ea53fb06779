#pragma once

#include <condition_variable>
#include <mutex>
#include <vector>

#include "base/time.h"
#include "platform/async/executor.h"

namespace callwright::jobs {

// An executor whose thread runs posted work between other things it does.
class RunLoop final : public Executor {
 public:
  void post(std::move_only_function<void()> work) override;

  // Ends a wait that is going on, or else the next one.
  void wake();
  // Waits for work or a wake, no longer than told, and runs what was posted.
  void run_for(Milliseconds time_max);

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::move_only_function<void()>> work_;
  bool woken_ = false;
};

}  // namespace callwright::jobs
