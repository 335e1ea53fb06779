#pragma once

#include "sim/checks/checker.h"
#include "sim/checks/deadlines.h"

namespace callwright::sim {

// How a call moves through its states, and that it gets out of each of them: 1, 4, 5.
class CallChecker final : public Checker {
 public:
  explicit CallChecker(const Scene& scene) : Checker(scene), quiet_(scene.excused) {}

  void committed(const Batch& batch) override;
  void interrupted(Instant resumed) override { quiet_.extend_to(resumed); }
  void after_step() override;
  void at_end(const providers::sandbox::SandboxCarrier& carrier) override;

 private:
  struct Call {
    std::string state;
    std::string recorded;  // The state its own events say it has.
    std::string conversation;
    std::int64_t events = 0;
    Instant started_at;
    Instant moved_at;
    Instant due;  // When it is looked at again.
  };

  void call_changed(const Batch& batch, const Change& change);
  void event_changed(const Change& change);
  void conversation_changed(const Batch& batch, const Change& change);
  Instant due_of(const Call& call) const;

  TextMap<Call> open_;  // By id.
  Deadlines quiet_;     // When to look at an open call again.
};

}  // namespace callwright::sim
