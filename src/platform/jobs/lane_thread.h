#pragma once

#include <atomic>
#include <chrono>
#include <thread>

#include "platform/jobs/job_runner.h"
#include "platform/jobs/run_loop.h"

namespace callwright::jobs {

// One lane, on a thread of its own: claims what is due, as much as it may run at once, and is the
// executor its handlers go on on. So no lane waits for another, not even for a handler that blocks.
class LaneThread {
 public:
  LaneThread(JobRunner& runner, Lane lane);
  // Claims no more and waits until what runs has ended.
  ~LaneThread();

  void wake() { loop_.wake(); }

 private:
  void serve();
  // Claims and begins what is due; how long to rest before looking again.
  Milliseconds look();
  Result<Milliseconds> claim_due();
  void begin(ClaimedJob claimed);
  void report();

  JobRunner& runner_;
  const Lane lane_;
  const Leases leases_;
  RunLoop loop_;
  int running_ = 0;
  std::chrono::steady_clock::time_point report_at_{};
  std::atomic<bool> stopping_ = false;
  std::thread thread_;
};

}  // namespace callwright::jobs
