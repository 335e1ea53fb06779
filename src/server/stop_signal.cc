#include "server/stop_signal.h"

namespace callwright::server {

StopSignal::StopSignal() {
  sigemptyset(&signals_);
  sigaddset(&signals_, SIGINT);
  sigaddset(&signals_, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
  // A peer that hangs up while we write to it is no reason to die.
  std::signal(SIGPIPE, SIG_IGN);
}

void StopSignal::wait() const {
  int received = 0;
  sigwait(&signals_, &received);
}

bool StopSignal::wait_for(timespec length) const {
  return sigtimedwait(&signals_, nullptr, &length) > 0;
}

}  // namespace callwright::server
