#include "reception/domain/circuit_breaker.h"

namespace callwright::reception {

using State = CircuitBreaker::State;

bool blocks(const CircuitBreaker& breaker, Instant now) {
  if (breaker.state == State::Closed) return false;
  // A clock that was set back must not keep it open for longer.
  return breaker.since <= now && now < breaker.since + breaker_pause;
}

bool may_pass(CircuitBreaker& breaker, Instant now) {
  if (blocks(breaker, now)) return false;
  if (breaker.state == State::Closed) return true;
  breaker.state = State::HalfOpen;
  breaker.since = now;
  return true;
}

void succeeded(CircuitBreaker& breaker) {
  breaker = {};
}

void failed(CircuitBreaker& breaker, Instant now) {
  ++breaker.failures;
  if (breaker.state == State::Closed && breaker.failures < breaker_failures_max) return;
  // An attempt from before the opening that fails late does not prolong it.
  if (breaker.state == State::Open) return;
  breaker.state = State::Open;
  breaker.since = now;
}

std::string_view to_string(State state) {
  switch (state) {
    case State::Closed:
      return "closed";
    case State::Open:
      return "open";
    case State::HalfOpen:
      return "half_open";
  }
  return "closed";
}

}  // namespace callwright::reception
