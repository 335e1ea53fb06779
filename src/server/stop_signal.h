#pragma once

#include <csignal>
#include <ctime>

namespace callwright::server {

// Waits for the two ways a server is asked to stop. Made before any other thread, which then leave
// the signals to this one.
class StopSignal {
 public:
  StopSignal();

  void wait() const;
  // False when the time was over first.
  bool wait_for(timespec length) const;

 private:
  sigset_t signals_;
};

}  // namespace callwright::server
