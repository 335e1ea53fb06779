#pragma once

#include "sim/checks/audit_reading.h"
#include "sim/checks/checker.h"

namespace callwright::sim {

// Whether a caller said yes to what is done, whether what is said to be done is done, and whether
// the record says the same: 8, 12, 14, 15.
class YesChecker final : public Checker {
 public:
  using Checker::Checker;

  void committed(const Batch& batch) override;
  void webhook_ends(const Webhook& webhook, int status, std::string_view answer) override;

 private:
  void visit_changed(const Batch& batch, const Change& change);
  void check_done(const Batch& batch, const Change& entry);
  void check_record(const Change& change, const AuditView& entry);
  void check_yes(std::string_view id, const Change& change, const AuditView& entry);
  void check_read_back(std::string_view id, const Change& change,
                       const ShadowConversation& conversation);
  void check_told_time(const Batch& batch, const RowView& row, std::string_view conversation);
  void check_receipt(const Batch& batch, const RowView& turn);
  void check_text(const Change& change);

  TextMap<std::string> by_start_;  // The visit a conversation booked for a start.
  TextMap<Instant> live_starts_;   // Of visits that are on.
};

}  // namespace callwright::sim
