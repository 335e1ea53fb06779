#pragma once

#include "sim/checks/checker.h"

namespace callwright::sim {

// Whether a text that says stop, start or help is understood and answered as the law asks: 23.
class ConsentChecker final : public Checker {
 public:
  using Checker::Checker;

  void committed(const Batch& batch) override;
  void webhook_begins(const Webhook& webhook) override;
  void webhook_ends(const Webhook& webhook, int status, std::string_view answer) override;

 private:
  int acknowledged_ = 0;    // Confirmations committed during the webhook.
  bool was_taken_ = false;  // Its text made a new turn.
  bool consent_changed_ = false;
};

}  // namespace callwright::sim
