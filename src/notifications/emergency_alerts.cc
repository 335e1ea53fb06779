#include "notifications/emergency_alerts.h"

#include <algorithm>

#include "notifications/store/alert_rows.h"
#include "platform/journal/event_scope.h"

namespace callwright::notifications {
namespace {

// "gas.smell" and "gas.leak" are one emergency told twice.
std::string_view family_of(std::string_view hazard) {
  return hazard.substr(0, hazard.find('.'));
}

AlertFacts known_facts(const EmergencyFacts& facts) {
  return {.hazard = facts.hazard,
          .caller = facts.caller,
          .address = facts.address,
          .words = facts.words};
}

// What is known after more was said: what was known and not said again stays.
AlertFacts with_news(const AlertFacts& known, const EmergencyFacts& news) {
  return {.hazard = news.hazard.empty() ? known.hazard : news.hazard,
          .caller = news.caller ? news.caller : known.caller,
          .address = news.address.empty() ? known.address : news.address,
          .words = news.words.empty() ? known.words : news.words};
}

// Whether somebody on the way has to hear of it: other words for the same thing are no news.
bool matters(const AlertFacts& before, const AlertFacts& after) {
  return before.hazard != after.hazard || before.caller != after.caller ||
         before.address != after.address;
}

// The alert this emergency is told of by already.
Result<std::optional<AlertId>> known_alert(db::Transaction& tx, const TenantId& tenant,
                                           const EmergencyFacts& facts, Instant now) {
  TRY_ASSIGN(const auto own, store::alert_of_conversation(tx, tenant, facts.conversation));
  if (own) return own->alert.id;
  if (!facts.caller) return std::nullopt;

  TRY_ASSIGN(const auto recent,
             store::alerts_of_caller(tx, tenant, *facts.caller, now - same_emergency_window));
  const auto same = std::ranges::find_if(recent, [&](const store::AlertRow& row) {
    // One that nobody took has helped nobody: whoever calls again gets a ladder of their own.
    return row.alert.state != AlertState::Exhausted &&
           family_of(row.facts.hazard) == family_of(facts.hazard);
  });
  if (same == recent.end()) return std::nullopt;
  return same->alert.id;
}

}  // namespace

std::string_view to_string(AlertState state) {
  switch (state) {
    case AlertState::Ringing:
      return "ringing";
    case AlertState::Acknowledged:
      return "acknowledged";
    case AlertState::Exhausted:
      return "exhausted";
  }
  return "ringing";
}

Result<RaiseAnswer> EmergencyAlerts::raise(db::Transaction& tx, const tenants::Tenant& tenant,
                                           const EmergencyFacts& facts) const {
  const access::Actor actor = access::Actor::caller(facts.conversation);
  if (!tenant.policies.emergency_alerts) {
    TRY(audit_.record(tx, tenant.id, actor, "alert.switched_off", facts.conversation.text(), Json(),
                      Json::object({{"hazard", facts.hazard}}), facts.correlation));
    return SwitchedOff{};
  }
  const Instant now = clock_.now();
  TRY_ASSIGN(const auto known, known_alert(tx, tenant.id, facts, now));
  if (known) return AlreadyRaised{*known};

  const store::AlertRow row{.alert = {.id = ids_.make<AlertId>("alr"),
                                      .conversation = facts.conversation,
                                      .state = AlertState::Ringing,
                                      .raised_at = now,
                                      .taken_by = {},
                                      .taken_at = std::nullopt},
                            .correlation = facts.correlation,
                            .facts = known_facts(facts),
                            .changed_at = now,
                            .last_climbed_at = now};
  TRY(store::insert_alert(tx, tenant.id, row));
  TRY(audit_.record(tx, tenant.id, actor, "alert.raised", row.alert.id.text(), Json(),
                    Json::object({{"state", to_string(row.alert.state)}, {"hazard", facts.hazard}}),
                    facts.correlation));
  TRY_ASSIGN(const auto look_again, climb(tx, tenant, row.alert.id));
  if (look_again) {
    TRY(queue_.enqueue(tx, {.tenant = tenant.id,
                            .kind = std::string(alert_step_job),
                            .dedupe_key = row.alert.id.text(),
                            .payload = row.alert.id.text(),
                            .lane = jobs::Lane::Emergency,
                            .run_at = *look_again,
                            .correlation = facts.correlation}));
  }
  return Raised{row.alert.id};
}

Result<void> EmergencyAlerts::add_facts(db::Transaction& tx, const tenants::Tenant& tenant,
                                        const AlertId& alert, const EmergencyFacts& facts) const {
  TRY_ASSIGN(auto row, store::lock_alert(tx, tenant.id, alert));
  if (!row) return failure(ErrorCode::NotFound, "no such alert");
  const AlertFacts after = with_news(row->facts, facts);
  const bool is_news = matters(row->facts, after);
  row->facts = after;
  if (is_news) row->changed_at = clock_.now();
  TRY(store::update_alert(tx, tenant.id, *row));
  if (!is_news) return {};

  TRY(queue_.enqueue(tx, {.tenant = tenant.id,
                          .kind = std::string(alert_update_job),
                          .dedupe_key = alert.text(),
                          .payload = alert.text(),
                          .lane = jobs::Lane::Emergency,
                          .run_at = clock_.now() + update_wait,
                          .correlation = facts.correlation}));
  return {};
}

Result<void> EmergencyAlerts::tell_update(db::Transaction& tx, const tenants::Tenant& tenant,
                                          const AlertId& alert) const {
  TRY_ASSIGN(const auto row, store::find_alert(tx, tenant.id, alert));
  if (!row) return {};
  TRY_ASSIGN(const auto notices, store::notices_of(tx, tenant.id, alert));
  for (const store::NoticeRow& told : notices) {
    if (told.notice.channel != messaging::MessageChannel::Sms || told.at >= row->changed_at) {
      continue;
    }
    TRY(outbox_.send(tx, tenant.id,
                     {.cause_key = "alert:" + alert.text() + ":update:" + told.notice.to,
                      .to = told.notice.to,
                      .role = told.notice.role,
                      .channel = messaging::MessageChannel::Sms,
                      .kind = messaging::MessageKind::EmergencyAlert,
                      .body = alert_update_sms(row->facts),
                      .conversation = row->alert.conversation,
                      .correlation = row->correlation,
                      .lane = jobs::Lane::Emergency}));
  }
  return {};
}

Result<bool> EmergencyAlerts::acknowledge(db::Transaction& tx, const tenants::Tenant& tenant,
                                          const AlertId& alert, const access::Actor& who) const {
  TRY_ASSIGN(auto row, store::lock_alert(tx, tenant.id, alert));
  if (!row) return failure(ErrorCode::NotFound, "no such alert");
  journal::belongs_to(row->correlation);
  if (row->alert.state == AlertState::Acknowledged) return false;

  const AlertState before = row->alert.state;
  row->alert.state = AlertState::Acknowledged;
  row->alert.taken_by = access::to_string(who);
  row->alert.taken_at = clock_.now();
  TRY(store::update_alert(tx, tenant.id, *row));
  TRY_ASSIGN(const auto notices, store::notices_of(tx, tenant.id, alert));
  for (const store::NoticeRow& notice : notices) {
    TRY(outbox_.withdraw(tx, tenant.id, notice.message, "taken"));
  }
  TRY(audit_.record(tx, tenant.id, who, "alert.acknowledged", alert.text(),
                    Json::object({{"state", to_string(before)}}),
                    Json::object({{"state", to_string(row->alert.state)}}), row->correlation));
  return true;
}

Result<std::optional<Alert>> EmergencyAlerts::find(db::Transaction& tx, const TenantId& tenant,
                                                   const AlertId& alert) const {
  TRY_ASSIGN(auto row, store::find_alert(tx, tenant, alert));
  if (!row) return std::nullopt;
  return std::move(row->alert);
}

Result<std::optional<AlertId>> EmergencyAlerts::alert_of_message(db::Transaction& tx,
                                                                 const TenantId& tenant,
                                                                 const MessageId& message) const {
  return store::alert_of_message(tx, tenant, message);
}

Result<std::optional<AlertId>> EmergencyAlerts::ringing_for(db::Transaction& tx,
                                                            const TenantId& tenant,
                                                            const PhoneNumber& contact) const {
  TRY_ASSIGN(const auto untaken,
             store::untaken_for(tx, tenant, contact.e164(), clock_.now() - answer_window));
  if (untaken.empty()) return std::nullopt;
  const auto ringing = std::ranges::find(untaken, AlertState::Ringing, &Alert::state);
  return ringing == untaken.end() ? untaken.back().id : ringing->id;
}

Result<PrivateText> EmergencyAlerts::spoken(db::Transaction& tx, const tenants::Tenant& tenant,
                                            const AlertId& alert) const {
  TRY_ASSIGN(const auto row, store::find_alert(tx, tenant.id, alert));
  if (!row) return failure(ErrorCode::NotFound, "no such alert");
  journal::belongs_to(row->correlation);
  return alert_speech(row->facts, tenant.name);
}

}  // namespace callwright::notifications
