#include "sim/checks/audit_reading.h"

namespace callwright::sim {

std::optional<AuditView> find_entry(const Batch& batch, std::string_view object) {
  std::optional<AuditView> found;
  batch.for_each(Table::AuditEntries, [&](const Change& change) {
    if (!change.is_insert()) return;
    const RowView& row = *change.after;
    if (row.text(column(Table::AuditEntries, "object")) != object) return;
    found = AuditView{.actor = row.text(column(Table::AuditEntries, "actor")),
                      .action = row.text(column(Table::AuditEntries, "action")),
                      .details = row.text(column(Table::AuditEntries, "details"))};
  });
  return found;
}

std::string_view caller_of(std::string_view actor) {
  constexpr std::string_view prefix = "caller:";
  return actor.starts_with(prefix) ? actor.substr(prefix.size()) : std::string_view();
}

}  // namespace callwright::sim
