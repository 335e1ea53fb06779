#include "sim/checks/alert_checker.h"

#include "sim/checks/audit_reading.h"

namespace callwright::sim {
namespace {

constexpr Seconds first_attempt_max{60};
constexpr Seconds next_rung_max{30};
constexpr Seconds operator_max{90};
// The ladder is looked at every ten seconds, and a moment is a moment.
constexpr Seconds look_slack{11};
// From the first rung to the operator is six minutes.
constexpr Minutes given_up_max{10};

bool wakes(std::string_view channel) {
  return channel == "sms" || channel == "call";
}

}  // namespace

void AlertChecker::committed(const Batch& batch) {
  for (std::size_t i = 0; i < batch.size(); ++i) {
    const Change change = batch[i];
    if (change.table == Table::Alerts) alert_changed(batch, change);
    if (change.table == Table::AlertNotices && change.is_insert()) {
      by_message_[change.after->string(column(Table::AlertNotices, "message_id"))] =
          change.after->string(column(Table::AlertNotices, "alert_id"));
    }
  }
  for (std::size_t i = 0; i < batch.size(); ++i) {
    const Change change = batch[i];
    if (change.table == Table::Messages) message_changed(batch, change);
    if (change.table == Table::Turns && change.is_insert()) turn_added(batch, *change.after);
  }
}

void AlertChecker::alert_changed(const Batch& batch, const Change& change) {
  const std::string id = change.row().string(column(Table::Alerts, "alert_id"));
  expect(18, change.after.has_value(), [&] { return told("alert ", id, " was deleted"); });
  if (!change.after) return;
  const RowView& row = *change.after;
  Alert& alert = alerts_[id];
  alert.state = row.text(column(Table::Alerts, "state"));
  alert.rungs = row.integer(column(Table::Alerts, "rungs_climbed"));
  const bool gives_up = alert.state == "exhausted" && change.before &&
                        change.before->text(column(Table::Alerts, "state")) != "exhausted";
  if (gives_up) check_operator_told(batch, id);
  alert.tenant = row.text(column(Table::Alerts, "tenant_id"));
  // Who withholds their number may tell it when the alert is out.
  constexpr auto caller_at = column(Table::Alerts, "caller");
  const std::string_view caller = row.text(caller_at);
  const bool is_new = change.is_insert() || change.before->text(caller_at) != caller;
  if (is_new && !caller.empty()) by_caller_[joined_key(alert.tenant, caller)] = id;
  if (!change.is_insert()) return;

  alert.conversation = row.text(column(Table::Alerts, "conversation_id"));
  alert.raised_at = row.instant(column(Table::Alerts, "raised_at"));
  told_conversations_.insert(alert.conversation);

  const BusinessRules* business = shadow().business(alert.tenant);
  const bool reachable = business != nullptr && business->reachable;
  bool has_message = false;
  batch.for_each(Table::Messages, [&](const Change& message) {
    has_message =
        has_message || (message.is_insert() &&
                        message.after->text(column(Table::Messages, "kind")) == "emergency_alert");
  });
  expect(16, has_message || !reachable,
         [&] { return told("alert ", id, " was raised and nobody is told in its commit"); });
  if (reachable) first_attempts_.add(alert.raised_at + first_attempt_max, id);
  if (business != nullptr && business->reachable_by_phone) {
    next_rungs_.add(alert.raised_at + next_rung_max + look_slack, id);
  }
  operators_.add(alert.raised_at + operator_max + look_slack, id);
}

// An alert that everybody was told of and nobody took is given up to the operator.
void AlertChecker::check_operator_told(const Batch& batch, const std::string& id) {
  bool operator_told = false;
  batch.for_each(Table::Messages, [&](const Change& message) {
    operator_told =
        operator_told || (message.is_insert() &&
                          message.after->text(column(Table::Messages, "role")) == "operator" &&
                          message.after->text(column(Table::Messages, "cause_key")).contains(id));
  });
  expect(17, operator_told,
         [&] { return told("alert ", id, " was given up and the operator was not told"); });
}

void AlertChecker::message_changed(const Batch& batch, const Change& change) {
  if (!change.after) return;
  const RowView& row = *change.after;
  const std::string_view id = row.text(column(Table::Messages, "message_id"));
  const std::string_view status = row.text(column(Table::Messages, "status"));
  const std::string_view failure = row.text(column(Table::Messages, "failure"));
  const std::string_view role = row.text(column(Table::Messages, "role"));
  if (role == "operator" && change.is_insert()) {
    // The cause says about what, and the words say it to the operator.
    for (auto& [alert_id, alert] : alerts_) {
      if (row.text(column(Table::Messages, "cause_key")).contains(alert_id)) {
        alert.operator_told = true;
      }
    }
  }
  if (row.text(column(Table::Messages, "kind")) != "emergency_alert") return;
  constexpr auto withdrawn_at = column(Table::Messages, "withdrawn");
  const bool withdrawn = row.integer(withdrawn_at) != 0;
  if (withdrawn && (!change.before || change.before->integer(withdrawn_at) == 0)) {
    expect(18, may_be_withdrawn(batch, row),
           [&] { return told("alert message ", id, " was taken back, and nobody has the alert"); });
  }
  if (status == "cancelled") {
    // A copy in doubt was looked for first; then only the row says that it is not wanted.
    const bool has_reason = failure == "taken" || failure == "repeated" || failure == "withdrawn";
    expect(18, withdrawn && has_reason,
           [&] { return told("alert message ", id, " was cancelled: ", failure); });
  }
  expect(18, failure != "opted_out",
         [&] { return told("alert message ", id, " was not sent: its reader had opted out"); });
  const bool accepted = status == "accepted" || status == "sent" || status == "delivered";
  Alert* alert = alert_of(id);
  if (alert != nullptr && accepted && wakes(row.text(column(Table::Messages, "channel")))) {
    alert->accepted = true;
  }
}

// Where a human has taken the alert, or where the same person is told once more in the same way.
bool AlertChecker::may_be_withdrawn(const Batch& batch, const RowView& message) {
  const std::string_view id = message.text(column(Table::Messages, "message_id"));
  const std::string* alert_id = find(by_message_, id);
  if (alert_id == nullptr) return false;
  if (alerts_[*alert_id].state == "acknowledged") return true;
  bool repeated = false;
  batch.for_each(Table::AlertNotices, [&](const Change& notice) {
    const RowView& row = notice.row();
    repeated = repeated || (notice.is_insert() &&
                            row.text(column(Table::AlertNotices, "alert_id")) == *alert_id &&
                            row.text(column(Table::AlertNotices, "message_id")) != id &&
                            row.text(column(Table::AlertNotices, "channel")) ==
                                message.text(column(Table::Messages, "channel")) &&
                            row.text(column(Table::AlertNotices, "recipient")) ==
                                message.text(column(Table::Messages, "recipient")));
  });
  return repeated;
}

void AlertChecker::turn_added(const Batch& batch, const RowView& turn) {
  const std::string_view trace = turn.text(column(Table::Turns, "trace"));
  if (!trace.contains("\"emergency\":{\"level\":\"emergency\"")) return;
  const std::string_view id = turn.text(column(Table::Turns, "conversation_id"));
  const ShadowConversation* conversation = shadow().conversation(id);
  if (conversation == nullptr) return;
  expect(16, told_conversations_.contains(id) || is_told_of(batch, *conversation),
         [&] { return told("conversation ", id, " is an emergency and nobody is told"); });
}

// By an earlier alert of the same caller, or because the business wants none.
bool AlertChecker::is_told_of(const Batch& batch, const ShadowConversation& conversation) const {
  const BusinessRules* business = shadow().business(conversation.tenant);
  if (business != nullptr && !business->emergency_alerts) {
    bool on_record = false;
    batch.for_each(Table::AuditEntries, [&](const Change& entry) {
      on_record = on_record ||
                  entry.row().text(column(Table::AuditEntries, "action")) == "alert.switched_off";
    });
    return on_record;
  }
  const std::string* recent =
      find(by_caller_, joined_key(conversation.tenant, conversation.person));
  const Alert* alert = recent == nullptr ? nullptr : find(alerts_, *recent);
  return alert != nullptr && now() - alert->raised_at <= std::chrono::hours(1);
}

AlertChecker::Alert* AlertChecker::alert_of(std::string_view message) {
  const std::string* id = find(by_message_, message);
  return id == nullptr ? nullptr : find(alerts_, *id);
}

void AlertChecker::handing_over(const Parcel& parcel) {
  if (Alert* alert = alert_of(parcel.message_id)) alert->attempted = true;
}

void AlertChecker::handed_over(const Parcel& parcel, const notifications::HandOver& answer) {
  Alert* alert = alert_of(parcel.message_id);
  if (alert == nullptr || parcel.channel == messaging::MessageChannel::Email) return;
  if (std::holds_alternative<notifications::AcceptedByProvider>(answer)) alert->accepted = true;
}

void AlertChecker::interrupted(Instant resumed) {
  first_attempts_.extend_to(resumed);
  next_rungs_.extend_to(resumed);
  operators_.extend_to(resumed);
}

void AlertChecker::after_step() {
  const Instant at = now();
  for (const std::string& id : first_attempts_.take_passed(at)) {
    const Alert& alert = alerts_[id];
    expect(16, alert.attempted || alert.state == "acknowledged", [&] {
      return told("alert ", id, " of ", iso8601_utc(alert.raised_at),
                  " was not handed to any provider within 60 s");
    });
  }
  for (const std::string& id : next_rungs_.take_passed(at)) {
    const Alert& alert = alerts_[id];
    expect(17, alert.accepted || alert.rungs >= 2 || alert.state != "ringing", [&] {
      return told("alert ", id, ": nobody accepted it and the next rung did not begin in 30 s");
    });
  }
  for (const std::string& id : operators_.take_passed(at)) {
    const Alert& alert = alerts_[id];
    const BusinessRules* business = shadow().business(alert.tenant);
    const bool has_rungs = business != nullptr && business->reachable_by_phone;
    expect(17, !has_rungs || alert.rungs >= 2 || alert.state != "ringing",
           [&] { return told("alert ", id, ": nobody took it and it did not climb in 90 s"); });
    expect(17, alert.accepted || alert.operator_told || alert.state == "acknowledged", [&] {
      return told("alert ", id, ": nothing was accepted and the operator was not told in 90 s");
    });
  }
}

void AlertChecker::at_end(const providers::sandbox::SandboxCarrier& /*carrier*/) {
  for (const auto& [id, alert] : alerts_) {
    // One may be raised late, when a thread is closed in which somebody was asked whether it is
    // one.
    const bool is_late = now() - alert.raised_at <= given_up_max;
    expect(everything_ends, alert.state != "ringing" || is_late,
           [&] { return told("alert ", id, " is still ringing"); });
    expect(16, alert.attempted || alert.operator_told || alert.state == "acknowledged",
           [&] { return told("alert ", id, " reached neither a provider nor the operator"); });
  }
}

}  // namespace callwright::sim
