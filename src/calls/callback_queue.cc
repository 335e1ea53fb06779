#include "calls/callback_queue.h"

#include <algorithm>

#include "calls/store/callback_rows.h"

namespace callwright::calls {
namespace {

// What two promises in one conversation come to: the more urgent, the sooner, and all that was
// said.
Callback merged(const Callback& first, const Callback& second) {
  Callback both = first;
  if (both.phone.empty()) both.phone = second.phone;
  if (second.priority == CallbackPriority::Urgent) both.priority = CallbackPriority::Urgent;
  both.due = std::min(first.due, second.due);
  if (!second.recording.empty()) {
    both.recording = second.recording;
    both.reason = second.reason;  // There is something to listen to now: that is what it is about.
  }
  if (!second.note.empty()) both.note = second.note;
  return both;
}

// What the audit keeps. The number and the note are the row's: they can be erased there.
Json described(const Callback& callback) {
  return Json::object({{"reason", callback.reason},
                       {"priority", to_string(callback.priority)},
                       {"due", iso8601_utc(callback.due)},
                       {"status", to_string(callback.status)},
                       {"recorded", !callback.recording.empty()}});
}

}  // namespace

std::string_view to_string(CallbackPriority priority) {
  return priority == CallbackPriority::Urgent ? "urgent" : "normal";
}

std::string_view to_string(CallbackStatus status) {
  return status == CallbackStatus::Open ? "open" : "done";
}

std::optional<CallbackPriority> parse_callback_priority(std::string_view text) {
  if (text == "urgent") return CallbackPriority::Urgent;
  if (text == "normal") return CallbackPriority::Normal;
  return std::nullopt;
}

std::optional<CallbackStatus> parse_callback_status(std::string_view text) {
  if (text == "open") return CallbackStatus::Open;
  if (text == "done") return CallbackStatus::Done;
  return std::nullopt;
}

Result<CallbackId> CallbackQueue::add(db::Transaction& tx, const TenantId& tenant,
                                      const Callback& callback, const access::Actor& actor,
                                      const CorrelationId& correlation) const {
  if (callback.conversation) {
    TRY_ASSIGN(const auto open, store::find_open(tx, tenant, *callback.conversation));
    if (open) {
      const Callback both = merged(*open, callback);
      if (both == *open) return open->id;
      TRY(store::update_callback(tx, tenant, both));
      TRY(audit_.record(tx, tenant, actor, "callback.changed", open->id.text(), described(*open),
                        described(both), correlation));
      return open->id;
    }
  }
  Callback added = callback;
  added.id = ids_.make<CallbackId>("cbk");
  added.status = CallbackStatus::Open;
  TRY(store::insert_callback(tx, tenant, added, clock_.now()));
  TRY(audit_.record(tx, tenant, actor, "callback.added", added.id.text(), Json(), described(added),
                    correlation));
  return added.id;
}

Result<bool> CallbackQueue::close(db::Transaction& tx, const TenantId& tenant, const CallbackId& id,
                                  std::string_view outcome, const access::Actor& actor,
                                  const CorrelationId& correlation) const {
  if (outcome.empty()) return failure(ErrorCode::Invalid, "a callback is closed with an outcome");
  TRY_ASSIGN(const bool closed, store::close_callback(tx, tenant, id, outcome, clock_.now()));
  if (!closed) return false;
  TRY(audit_.record(
      tx, tenant, actor, "callback.closed", id.text(),
      Json::object({{"status", to_string(CallbackStatus::Open)}}),
      Json::object({{"status", to_string(CallbackStatus::Done)}, {"outcome", outcome}}),
      correlation));
  return true;
}

Result<std::vector<Callback>> CallbackQueue::all(db::Transaction& tx,
                                                 const TenantId& tenant) const {
  return store::all_callbacks(tx, tenant);
}

}  // namespace callwright::calls
