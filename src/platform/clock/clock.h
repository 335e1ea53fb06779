#pragma once

#include <atomic>

#include "base/time.h"

namespace callwright {

// The time of day, as an argument: the simulator and the stories move it by hand.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
 public:
  Instant now() const override;
};

// A clock that moves only when told to.
class ManualClock final : public Clock {
 public:
  explicit ManualClock(Instant start) : now_ms_(to_ms(start)) {}

  Instant now() const override { return from_ms(now_ms_.load()); }
  void set(Instant instant) { now_ms_.store(to_ms(instant)); }
  void advance(Milliseconds by) { now_ms_.fetch_add(by.count()); }

 private:
  std::atomic<std::int64_t> now_ms_;
};

}  // namespace callwright
