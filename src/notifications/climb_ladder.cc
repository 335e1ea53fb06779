// The ladder of an alert: what is due on it, decided in domain/alert_ladder.h.

#include "notifications/emergency_alerts.h"
#include "notifications/store/alert_rows.h"

namespace callwright::notifications {
namespace {

using messaging::MessageChannel;

PrivateText body_for(MessageChannel channel, const AlertFacts& facts, std::string_view business) {
  switch (channel) {
    case MessageChannel::Call:
      return alert_speech(facts, business);
    case MessageChannel::Email:
      return alert_mail(facts, business);
    case MessageChannel::Sms:
    case MessageChannel::Webhook:
    case MessageChannel::Chat:
      return alert_sms(facts);
  }
  return alert_sms(facts);
}

bool was_accepted(const messaging::Message& message) {
  return message.status == messaging::MessageStatus::Accepted ||
         message.status == messaging::MessageStatus::Sent ||
         message.status == messaging::MessageStatus::Delivered;
}

Result<LadderState> state_of(db::Transaction& tx, const TenantId& tenant,
                             const messaging::Outbox& outbox, const store::AlertRow& row,
                             std::size_t rungs) {
  LadderState state{.raised_at = row.alert.raised_at,
                    .rungs = rungs,
                    .climbed = row.rungs_climbed,
                    .last_climbed_at = row.last_climbed_at,
                    .last_rung = {},
                    .operator_told = row.operator_told};
  TRY_ASSIGN(const auto notices, store::notices_of(tx, tenant, row.alert.id));
  for (const store::NoticeRow& notice : notices) {
    TRY_ASSIGN(const auto message, outbox.find(tx, tenant, notice.message));
    ASSERT(message.has_value());
    if (wakes(message->channel) && was_accepted(*message)) state.anything_accepted = true;
    if (notice.rung + 1 == row.rungs_climbed) {
      state.last_rung.push_back({.channel = message->channel, .status = message->status});
    }
  }
  return state;
}

}  // namespace

Result<std::optional<Instant>> EmergencyAlerts::climb(db::Transaction& tx,
                                                      const tenants::Tenant& tenant,
                                                      const AlertId& alert) const {
  TRY_ASSIGN(auto row, store::lock_alert(tx, tenant.id, alert));
  if (!row || row->alert.state != AlertState::Ringing) return std::nullopt;

  // Contacts are read anew each time, so that a number the owner repairs meanwhile is the one that
  // rings.
  const std::vector<Rung> ladder = ladder_for(people_to_reach(tenant));
  while (true) {
    TRY_ASSIGN(const LadderState state, state_of(tx, tenant.id, outbox_, *row, ladder.size()));
    const LadderStep step = next_step(state, clock_.now());
    if (const auto* wait = std::get_if<Wait>(&step)) return wait->until;

    if (const auto* next = std::get_if<Climb>(&step)) {
      TRY(begin_rung(tx, tenant, *row, next->rung, ladder[next->rung]));
    } else if (std::holds_alternative<TellOperator>(step)) {
      row->operator_told = true;
      TRY(alert_operator(tx, tenant.id, "alert_not_accepted", alert.text(), row->correlation));
    } else {
      row->alert.state = AlertState::Exhausted;
      TRY(alert_operator(tx, tenant.id, "alert_exhausted", alert.text(), row->correlation));
      TRY(audit_.record(tx, tenant.id, access::Actor::system(std::string(alert_step_job)),
                        "alert.exhausted", alert.text(),
                        Json::object({{"state", to_string(AlertState::Ringing)}}),
                        Json::object({{"state", to_string(row->alert.state)}}), row->correlation));
    }
    TRY(store::update_alert(tx, tenant.id, *row));
    if (row->alert.state != AlertState::Ringing) return std::nullopt;
  }
}

Result<void> EmergencyAlerts::begin_rung(db::Transaction& tx, const tenants::Tenant& tenant,
                                         store::AlertRow& row, std::size_t number,
                                         const std::vector<Notice>& rung) const {
  const Instant now = clock_.now();
  const AlertId& alert = row.alert.id;
  TRY_ASSIGN(const auto earlier, store::notices_of(tx, tenant.id, alert));
  Json told = Json::array();
  for (const Notice& notice : rung) {
    // A call that is still waiting to go out would ring the same phone right after this one.
    for (const store::NoticeRow& waiting : earlier) {
      if (waiting.notice.channel == notice.channel && waiting.notice.to == notice.to) {
        TRY(outbox_.withdraw(tx, tenant.id, waiting.message, "repeated"));
      }
    }
    TRY_ASSIGN(
        const messaging::SendAnswer answer,
        outbox_.send(tx, tenant.id,
                     {.cause_key = "alert:" + alert.text() + ":" + std::to_string(number) + ":" +
                                   std::string(to_string(notice.channel)) + ":" + notice.to,
                      .to = notice.to,
                      .role = notice.role,
                      .channel = notice.channel,
                      .kind = messaging::MessageKind::EmergencyAlert,
                      .body = body_for(notice.channel, row.facts, tenant.name),
                      .conversation = row.alert.conversation,
                      .correlation = row.correlation,
                      .lane = jobs::Lane::Emergency}));
    const auto* queued = std::get_if<messaging::Queued>(&answer);
    ASSERT(queued != nullptr);  // The cause is new, and no consent is asked for an emergency.
    TRY(store::insert_notice(tx, tenant.id, alert,
                             {.message = queued->id, .at = now, .rung = number, .notice = notice}));
    told.push_back(
        Json::object({{"role", to_string(notice.role)}, {"channel", to_string(notice.channel)}}));
  }
  row.rungs_climbed = number + 1;
  row.last_climbed_at = now;
  return audit_.record(tx, tenant.id, access::Actor::system(std::string(alert_step_job)),
                       "alert.climbed", alert.text(), Json(),
                       Json::object({{"rung", number}, {"told", std::move(told)}}),
                       row.correlation);
}

}  // namespace callwright::notifications
