#include "sim/checks/call_checker.h"

#include <algorithm>
#include <array>

namespace callwright::sim {
namespace {

// The edges as the page docs/call-lifecycle.md draws them.
constexpr auto edges = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"initiated", "active"},
    {"initiated", "voicemail"},
    {"initiated", "ended"},
    {"active", "transferring"},
    {"active", "voicemail"},
    {"active", "ended"},
    {"transferring", "active"},
    {"transferring", "voicemail"},
    {"transferring", "ended"},
    {"voicemail", "active"},
    {"voicemail", "ended"},
});

constexpr auto carrier_ranks = std::to_array<std::pair<std::string_view, int>>({
    {"", -1},
    {"queued", 0},
    {"initiated", 1},
    {"ringing", 2},
    {"in-progress", 3},
    {"completed", 4},
    {"busy", 4},
    {"failed", 4},
    {"no-answer", 4},
    {"canceled", 4},
    {"cancelled", 4},
});

constexpr auto outcomes = std::to_array<std::string_view>(
    {"booked", "rescheduled", "cancelled", "answered_faq", "emergency_escalated", "voicemail",
     "callback_queued", "transferred", "opted_out", "rejected", "abandoned", "failed"});

// The promise is a minute; the product gives a speaking caller two, and the reaper a moment.
constexpr Milliseconds quiet_max = Minutes(2) + Seconds(10);
constexpr Milliseconds recording_max = Minutes(6) + Seconds(10);
constexpr Milliseconds open_max = Minutes(30) + Seconds(10);
constexpr Milliseconds bridged_max = Minutes(4 * 60) + Seconds(10);

int carrier_rank(std::string_view status) {
  const auto found =
      std::ranges::find_if(carrier_ranks, [&](const auto& entry) { return entry.first == status; });
  return found == carrier_ranks.end() ? -1 : found->second;
}

}  // namespace

void CallChecker::committed(const Batch& batch) {
  for (std::size_t i = 0; i < batch.size(); ++i) {
    const Change change = batch[i];
    if (change.table == Table::Calls) call_changed(batch, change);
    if (change.table == Table::CallEvents) event_changed(change);
    if (change.table == Table::Conversations) conversation_changed(batch, change);
  }
}

void CallChecker::call_changed(const Batch& batch, const Change& change) {
  constexpr auto id_at = column(Table::Calls, "call_id");
  constexpr auto state_at = column(Table::Calls, "state");
  constexpr auto status_at = column(Table::Calls, "carrier_status");
  constexpr auto ended_at = column(Table::Calls, "ended_at");
  const std::string id = change.row().string(id_at);
  expect(1, change.after.has_value(), [&] { return told("call ", id, " was deleted"); });
  if (!change.after) return;

  const RowView& after = *change.after;
  const std::string_view to = after.text(state_at);
  expect(1, (to == "ended") == !after.is_null(ended_at),
         [&] { return told("call ", id, " is ", to, " with the wrong time of its end"); });
  if (change.is_insert()) {
    const Instant started = after.instant(column(Table::Calls, "started_at"));
    open_[id] = {.state = std::string(to),
                 .recorded = std::string(to),
                 .conversation = after.string(column(Table::Calls, "conversation_id")),
                 .events = 0,
                 .started_at = started,
                 .moved_at = started,
                 .due = started + quiet_max};
    quiet_.add(started + quiet_max, id);
    return;
  }
  const std::string_view from = change.before->text(state_at);
  expect(1, carrier_rank(after.text(status_at)) >= carrier_rank(change.before->text(status_at)),
         [&] { return told("call ", id, ": the carrier's status went back"); });
  if (from == to) return;
  expect(1, std::ranges::find(edges, std::pair(from, to)) != edges.end(),
         [&] { return told("call ", id, " went from ", from, " to ", to); });
  bool is_recorded = false;
  batch.for_each(Table::CallEvents, [&](const Change& event) {
    if (!event.is_insert()) return;
    const RowView& row = *event.after;
    is_recorded = is_recorded || (row.text(column(Table::CallEvents, "call_id")) == id &&
                                  row.text(column(Table::CallEvents, "from_state")) == from &&
                                  row.text(column(Table::CallEvents, "to_state")) == to &&
                                  !row.text(column(Table::CallEvents, "source_event")).empty());
  });
  expect(1, is_recorded,
         [&] { return told("call ", id, ": nothing records its way from ", from, " to ", to); });
  if (Call* call = find(open_, id)) {
    call->state = to;
    call->moved_at = now();
  }
}

void CallChecker::event_changed(const Change& change) {
  const std::string call = change.row().string(column(Table::CallEvents, "call_id"));
  expect(1, change.is_insert(), [&] { return told("call ", call, ": its record was changed"); });
  if (!change.is_insert()) return;
  const std::int64_t number = change.after->integer(column(Table::CallEvents, "number"));
  // What an event found must be what the one before it left.
  const bool is_state = change.after->text(column(Table::CallEvents, "source")) == "state";
  const std::string_view from = change.after->text(column(Table::CallEvents, "from_state"));
  const std::string_view to = change.after->text(column(Table::CallEvents, "to_state"));
  if (Call* known = find(open_, call)) {
    if (is_state && !to.empty()) {
      expect(1, from == known->recorded,
             [&] { return told("call ", call, " is on record as ", from, ", which it was not"); });
      known->recorded = to;
    }
    expect(1, number == known->events + 1, [&] {
      return told("call ", call, ": event ", std::to_string(number), " out of order");
    });
    known->events = number;
  }
}

void CallChecker::conversation_changed(const Batch& batch, const Change& change) {
  constexpr auto outcome_at = column(Table::Conversations, "outcome");
  constexpr auto ended_at = column(Table::Conversations, "ended_at");
  const std::string id = change.row().string(column(Table::Conversations, "conversation_id"));
  expect(4, change.after.has_value(), [&] { return told("conversation ", id, " was deleted"); });
  if (!change.after) return;

  const RowView& after = *change.after;
  const std::string_view outcome = after.text(outcome_at);
  const bool ended = !after.is_null(ended_at);
  expect(4, ended == !outcome.empty(), [&] {
    return told("conversation ", id, ended ? " ended without an outcome" : " goes on with outcome ",
                outcome);
  });
  expect(4, outcome.empty() || std::ranges::find(outcomes, outcome) != outcomes.end(),
         [&] { return told("conversation ", id, " has the unknown outcome ", outcome); });
  const bool is_call = after.text(column(Table::Conversations, "channel")) == "voice";
  if (change.before && is_call && !change.before->is_null(ended_at)) {
    expect(4,
           change.before->text(outcome_at) == outcome &&
               change.before->optional_instant(ended_at) == after.optional_instant(ended_at),
           [&] { return told("conversation ", id, " ended twice, the second time ", outcome); });
  }
  if (outcome != "failed") return;
  bool operator_told = false;
  batch.for_each(Table::Messages, [&](const Change& message) {
    operator_told =
        operator_told || message.row().text(column(Table::Messages, "role")) == "operator";
  });
  expect(4, operator_told,
         [&] { return told("conversation ", id, " failed and nobody was told"); });
}

void CallChecker::after_step() {
  for (std::string& id : quiet_.take_passed(now())) {
    Call* call = find(open_, id);
    if (call == nullptr || call->state == "ended") {
      open_.erase(id);
      continue;
    }
    const Instant due = due_of(*call);
    expect(5, due != call->due, [&] {
      return told("call ", id, " is still ", call->state, "; it began ",
                  iso8601_utc(call->started_at), " and moved last ", iso8601_utc(call->moved_at));
    });
    call->due = due;
    quiet_.add(due, std::move(id));
  }
}

// When somebody who never hears of the call again must have ended it. Who is to do so was told a
// time of day: where the clock is set back, that time comes later than a turn after it suggests.
Instant CallChecker::due_of(const Call& call) const {
  const ShadowConversation* conversation = shadow().conversation(call.conversation);
  const Instant last =
      conversation == nullptr ? call.moved_at : std::max(call.moved_at, conversation->latest_at);
  // Bridged people talk as long as they like, and only the carrier knows that they do.
  if (call.state == "transferring") return last + bridged_max;
  const Milliseconds bound = call.state == "voicemail" ? recording_max : quiet_max;
  return std::min(last + bound, std::max(call.started_at + open_max, call.moved_at));
}

void CallChecker::at_end(const providers::sandbox::SandboxCarrier& /*carrier*/) {
  for (const auto& [id, call] : open_) {
    expect(everything_ends, call.state == "ended" || call.state == "transferring",
           [&] { return told("call ", id, " is still ", call.state); });
  }
  for (const auto& [id, conversation] : shadow().conversations()) {
    const bool may_be_open = conversation.channel != "voice" || conversation.key.empty();
    expect(4, conversation.ended || may_be_open,
           [&] { return told("conversation ", id, " has no outcome at the end"); });
  }
}

}  // namespace callwright::sim
