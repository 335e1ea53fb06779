#pragma once

#include "sim/checks/checker.h"

namespace callwright::sim {

// The chain of the audit, recomputed: 38. And that what needs a name has one: 7, 15, 23.
class AuditChecker final : public Checker {
 public:
  using Checker::Checker;

  void committed(const Batch& batch) override;

 private:
  struct Head {
    std::int64_t number = 0;
    std::string hash;
  };

  void entry_changed(const Change& change);
  void head_changed(const Change& change);
  void consent_changed(const Batch& batch, const Change& change);

  TextMap<Head> heads_;  // By tenant, as the entries say.
};

}  // namespace callwright::sim
