#include "platform/clock/clock.h"

namespace callwright {

Instant SystemClock::now() const {
  return std::chrono::floor<Milliseconds>(std::chrono::system_clock::now());
}

}  // namespace callwright
