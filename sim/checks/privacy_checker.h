#pragma once

#include <string>
#include <vector>

#include "sim/checks/checker.h"

namespace callwright::sim {

// Numbers of cards and identity papers that callers speak are in no row: 35.
class PrivacyChecker final : public Checker {
 public:
  using Checker::Checker;

  // Digits somebody is about to speak or write, nine or more.
  void add_secret(std::string digits);

  // Rows are searched while somebody's words with such a number are taken in: what is not in the
  // memory, the record or a message of that commit is nowhere later.
  void webhook_begins(const Webhook& webhook) override;
  void webhook_ends(const Webhook& webhook, int status, std::string_view answer) override;
  void committed(const Batch& batch) override;

 private:
  std::vector<std::string> secrets_;
  bool was_spoken_ = false;
};

}  // namespace callwright::sim
