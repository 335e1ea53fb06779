#pragma once

#include "sim/checks/checker.h"

namespace callwright::sim {

// Whose rows are whose: 25. And that one id joins what a call caused: 39.
class TenancyChecker final : public Checker {
 public:
  using Checker::Checker;

  void committed(const Batch& batch) override;

 private:
  void check_owner(const Change& change, std::string_view tenant);
  void check_joined(const Change& change);
};

}  // namespace callwright::sim
