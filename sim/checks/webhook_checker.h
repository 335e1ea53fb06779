#pragma once

#include "sim/checks/checker.h"

namespace callwright::sim {

// What one webhook may do, and what it is answered: 2, 3, 26, 27, and that an answer is a promise.
class WebhookChecker final : public Checker {
 public:
  using Checker::Checker;

  void committed(const Batch& batch) override;
  void webhook_begins(const Webhook& webhook) override;
  void webhook_ends(const Webhook& webhook, int status, std::string_view answer) override;
  void interrupted(Instant resumed) override;

 private:
  bool inside_ = false;
  bool known_before_ = false;  // The token was answered before this webhook came.
  int commits_ = 0;            // During this webhook.
  int changes_ = 0;
  std::string tenant_;  // Whose rows were changed.
  std::string token_;
  TextMap<std::string> answers_;  // By token: what is stored to be said again.
};

}  // namespace callwright::sim
