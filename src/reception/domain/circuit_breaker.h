#pragma once

#include <cstdint>
#include <string_view>

#include "base/time.h"

namespace callwright::reception {

// Keeps callers from waiting for a provider that does not answer. A value: whoever holds it says
// what time it is and how each attempt went.
//
//   closed     attempts pass; several failures in a row open it
//   open       nothing passes until a while has gone by
//   half open  one attempt passes as a probe; it closes the breaker, or opens it again
struct CircuitBreaker {
  enum class State : std::uint8_t { Closed, Open, HalfOpen };

  State state = State::Closed;
  int failures = 0;  // In a row.
  Instant since;     // Open: when it opened. Half open: when the probe left.

  friend bool operator==(const CircuitBreaker&, const CircuitBreaker&) = default;
};

constexpr int breaker_failures_max = 3;
constexpr Seconds breaker_pause{30};

// Whether nothing passes now. Asking changes nothing.
bool blocks(const CircuitBreaker& breaker, Instant now);
// Whether an attempt is made now; the attempt must be reported by one of the two below. A probe
// that is never reported is taken for lost after the pause.
bool may_pass(CircuitBreaker& breaker, Instant now);
void succeeded(CircuitBreaker& breaker);
void failed(CircuitBreaker& breaker, Instant now);

std::string_view to_string(CircuitBreaker::State state);

}  // namespace callwright::reception
