#pragma once

#include <mutex>

#include "platform/clock/random.h"
#include "providers/sandbox/faults.h"

namespace callwright::providers::sandbox {

// The menu in force, and the dice. What is switched off draws no number, so that switching one
// fault on does not change what the others do under the same seed.
class FaultBox {
 public:
  explicit FaultBox(Random& random) : random_(random) {}

  FaultMenu menu() const {
    const std::lock_guard lock(mutex_);
    return menu_;
  }
  void set(const FaultMenu& menu) {
    const std::lock_guard lock(mutex_);
    menu_ = menu;
  }

  bool strikes(double FaultMenu::* fault) { return happens(menu().*fault); }
  bool strikes(double WebhookFaults::* fault) { return happens(menu().webhooks.*fault); }

  RequestFate draw_fate(RequestFaults FaultMenu::* service) {
    const RequestFaults faults = menu().*service;
    if (happens(faults.refuse)) return RequestFate::Refuse;
    if (happens(faults.fail)) return RequestFate::Fail;
    if (happens(faults.throttle)) return RequestFate::Throttle;
    if (happens(faults.hang)) return RequestFate::Hang;
    if (happens(faults.accept_then_timeout)) return RequestFate::AcceptThenTimeout;
    return RequestFate::Good;
  }

  Random& random() { return random_; }

 private:
  bool happens(double probability) { return probability > 0 && random_.fraction() < probability; }

  Random& random_;
  mutable std::mutex mutex_;
  FaultMenu menu_;
};

}  // namespace callwright::providers::sandbox
