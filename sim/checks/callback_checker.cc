#include "sim/checks/callback_checker.h"

#include "sim/checks/audit_reading.h"

namespace callwright::sim {

void CallbackChecker::committed(const Batch& batch) {
  batch.for_each(Table::Callbacks, [&](const Change& change) { callback_changed(batch, change); });
  batch.for_each(Table::Conversations, [&](const Change& change) {
    if (!change.after) return;
    const std::string_view outcome = change.after->text(column(Table::Conversations, "outcome"));
    if (outcome != "voicemail" && outcome != "callback_queued") return;
    const std::string_view id = change.after->text(column(Table::Conversations, "conversation_id"));
    expect(7, promised_.contains(id), [&] {
      return told("conversation ", id, " ended as ", outcome, " and nothing is in the queue");
    });
  });
}

void CallbackChecker::callback_changed(const Batch& batch, const Change& change) {
  const std::string id = change.row().string(column(Table::Callbacks, "callback_id"));
  expect(7, change.after.has_value(), [&] { return told("callback ", id, " was deleted"); });
  if (!change.after) return;
  const RowView& row = *change.after;
  const std::string_view conversation_id = row.text(column(Table::Callbacks, "conversation_id"));
  if (!conversation_id.empty()) promised_.emplace(conversation_id);
  expect(7, !row.text(column(Table::Callbacks, "reason")).empty(),
         [&] { return told("callback ", id, " has no reason"); });
  const ShadowConversation* conversation = shadow().conversation(conversation_id);
  if (change.is_insert() && conversation != nullptr && !conversation->person.empty()) {
    expect(7, !row.text(column(Table::Callbacks, "phone")).empty(),
           [&] { return told("callback ", id, " has no number, and the caller has one"); });
  }
  const auto entry = find_entry(batch, id);
  expect(7, entry && !entry->actor.empty(),
         [&] { return told("callback ", id, " was changed by nobody"); });
  if (row.text(column(Table::Callbacks, "status")) == "done") {
    expect(7, !row.text(column(Table::Callbacks, "outcome")).empty(),
           [&] { return told("callback ", id, " was closed without an outcome"); });
  }
}

}  // namespace callwright::sim
