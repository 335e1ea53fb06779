#pragma once

#include "sim/checks/checker.h"

namespace callwright::sim {

// That work which was promised is done or visibly given up, soon after its worker died, and that
// every call has somebody who looks after it: 5, 20, and the end of everything.
class JobChecker final : public Checker {
 public:
  using Checker::Checker;

  void committed(const Batch& batch) override;
  void at_end(const providers::sandbox::SandboxCarrier& carrier) override;

 private:
  struct Job {
    std::string kind;
    std::string payload;
    Instant due_at;
  };

  void check_lease(const RowView& job);
  void check_looked_after(const Batch& batch, const RowView& conversation);
  void check_enqueued(const Batch& batch, const RowView& message);

  TextMap<Job> waiting_;  // By id.
};

}  // namespace callwright::sim
