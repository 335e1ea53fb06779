#pragma once

#include <vector>

#include "sim/checks/checker.h"
#include "sim/checks/deadlines.h"

namespace callwright::sim {

// That an emergency reaches a human or the operator: 16, 17, 18.
class AlertChecker final : public Checker {
 public:
  explicit AlertChecker(const Scene& scene)
      : Checker(scene),
        first_attempts_(scene.excused),
        next_rungs_(scene.excused),
        operators_(scene.excused) {}

  void committed(const Batch& batch) override;
  void handing_over(const Parcel& parcel) override;
  void handed_over(const Parcel& parcel, const notifications::HandOver& answer) override;
  void interrupted(Instant resumed) override;
  void after_step() override;
  void at_end(const providers::sandbox::SandboxCarrier& carrier) override;

 private:
  struct Alert {
    std::string tenant;
    std::string conversation;
    std::string state;
    Instant raised_at;
    std::int64_t rungs = 0;
    bool attempted = false;
    bool accepted = false;  // By a provider, on a way that wakes somebody.
    bool operator_told = false;
  };

  void alert_changed(const Batch& batch, const Change& change);
  void check_operator_told(const Batch& batch, const std::string& id);
  void message_changed(const Batch& batch, const Change& change);
  bool may_be_withdrawn(const Batch& batch, const RowView& message);
  void turn_added(const Batch& batch, const RowView& turn);
  bool is_told_of(const Batch& batch, const ShadowConversation& conversation) const;
  Alert* alert_of(std::string_view message);

  TextMap<Alert> alerts_;            // By id.
  TextMap<std::string> by_message_;  // The alert a message is for.
  TextMap<std::string> by_caller_;   // The latest alert of a tenant's caller.
  TextSet told_conversations_;       // Those with an alert of their own, or switched off.
  Deadlines first_attempts_;
  Deadlines next_rungs_;
  Deadlines operators_;
};

}  // namespace callwright::sim
