#pragma once

#include "sim/checks/checker.h"

namespace callwright::sim {

// Whoever was promised a call back is in the queue until somebody closes it: 7.
class CallbackChecker final : public Checker {
 public:
  using Checker::Checker;

  void committed(const Batch& batch) override;

 private:
  void callback_changed(const Batch& batch, const Change& change);

  TextSet promised_;  // Conversations with an item in the queue, open or closed.
};

}  // namespace callwright::sim
