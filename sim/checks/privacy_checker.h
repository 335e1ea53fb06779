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

  void committed(const Batch& batch) override;

 private:
  std::vector<std::string> secrets_;
};

}  // namespace callwright::sim
