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

  bool strikes(double FaultMenu::* fault) {
    return happens([fault](FaultMenu& menu) -> double& { return menu.*fault; });
  }
  bool strikes(double WebhookFaults::* fault) {
    return happens([fault](FaultMenu& menu) -> double& { return menu.webhooks.*fault; });
  }

  RequestFate draw_fate(RequestFaults FaultMenu::* service) {
    const auto strikes_it = [&](double RequestFaults::* fault) {
      return happens([=](FaultMenu& menu) -> double& { return menu.*service.*fault; });
    };
    if (strikes_it(&RequestFaults::refuse)) return RequestFate::Refuse;
    if (strikes_it(&RequestFaults::fail)) return RequestFate::Fail;
    if (strikes_it(&RequestFaults::throttle)) return RequestFate::Throttle;
    if (strikes_it(&RequestFaults::hang)) return RequestFate::Hang;
    if (strikes_it(&RequestFaults::accept_then_timeout)) return RequestFate::AcceptThenTimeout;
    return RequestFate::Good;
  }

  // How often each fault struck so far, in place of its probability.
  FaultMenu struck() const {
    const std::lock_guard lock(mutex_);
    return struck_;
  }

  Random& random() { return random_; }

 private:
  // `place` finds the fault in a menu.
  template <class Place>
  bool happens(Place place) {
    const std::lock_guard lock(mutex_);
    const double probability = place(menu_);
    if (probability <= 0 || random_.fraction() >= probability) return false;
    place(struck_) += 1;
    return true;
  }

  Random& random_;
  mutable std::mutex mutex_;
  FaultMenu menu_;
  FaultMenu struck_;
};

}  // namespace callwright::providers::sandbox
