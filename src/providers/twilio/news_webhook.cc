#include "providers/twilio/news_webhook.h"

#include "providers/twilio/twiml.h"

namespace callwright::providers::twilio {
namespace {

// Nobody has heard the message, and it may be an emergency.
constexpr Minutes fallback_message_due{15};

}  // namespace

Task<http::Response> NewsWebhook::call_status(http::Request request) const {
  const auto form = gate_.admit(request);
  if (!form) co_return form.error();
  const auto call = read_call(*form);
  if (!call) co_return gate_.refuse(call.error());
  const auto progress = read_progress(*form);
  if (!progress) co_return gate_.refuse(progress.error());
  auto hang_up = *read_hang_up(*form);
  hang_up.source_event = call->call_sid + "/" + progress->status + "/" + progress->sequence;

  const auto outcome = co_await gate_.once(
      {.form = *form,
       .at = gate_.parts().clock.now(),
       .business = call->business,
       .key = {.source = "twilio.status",
               .natural_key = hang_up.source_event,
               .token = form->retry_token()}},
      [&](db::Transaction& tx, const tenants::TenantPtr& tenant) -> Result<std::string> {
        if (!is_timely(*progress)) return failure(ErrorCode::Invalid, "a stale status callback");
        if (!call->outbound) return advance_call(tx, tenant, *progress, hang_up);
        TRY(gate_.parts().outbox.record_status(
            tx, tenant->id, call->call_sid, message_status_of_call(*progress), progress->status));
        return twiml::nothing();
      });
  co_return gate_.answer_news(outcome);
}

Result<std::string> NewsWebhook::advance_call(db::Transaction& tx, const tenants::TenantPtr& tenant,
                                              const CallProgress& progress,
                                              const reception::Turn& hang_up) const {
  const WebhookParts& parts = gate_.parts();
  TRY_ASSIGN(auto call, parts.calls.find(tx, tenant->id, hang_up.conversation_key));
  if (!call) return failure(ErrorCode::NotFound, "no such call");
  TRY(parts.calls.record_carrier_status(tx, *call, progress.status, hang_up.source_event,
                                        parts.clock.now()));
  if (progress.is_final) TRY(parts.receptionist.take_turn(tx, tenant, hang_up, std::nullopt));
  return twiml::nothing();
}

Task<http::Response> NewsWebhook::text_status(http::Request request) const {
  const auto form = gate_.admit(request);
  if (!form) co_return form.error();
  const auto progress = read_text_progress(*form);
  if (!progress) co_return gate_.refuse(progress.error());

  const auto outcome = co_await gate_.once(
      {.form = *form,
       .at = gate_.parts().clock.now(),
       .business = progress->business,
       .key = {.source = "twilio.sms_status",
               .natural_key = progress->message_sid + "/" + progress->status,
               .token = form->retry_token()}},
      [&](db::Transaction& tx, const tenants::TenantPtr& tenant) -> Result<std::string> {
        TRY(gate_.parts().outbox.record_status(tx, tenant->id, progress->message_sid,
                                               progress->meaning, progress->error_code));
        return twiml::nothing();
      });
  co_return gate_.answer_news(outcome);
}

Task<http::Response> NewsWebhook::recording_status(http::Request request) const {
  const auto form = gate_.admit(request);
  if (!form) co_return form.error();
  const auto notice = read_recording_notice(*form);
  if (!notice) co_return gate_.refuse(notice.error());
  if (!gate_.links().is_sealed(notice->seal, notice->call_sid, notice->business)) {
    co_return gate_.refuse({403, "bad_seal"});
  }

  const auto outcome = co_await gate_.once(
      {.form = *form,
       .at = gate_.parts().clock.now(),
       .business = notice->business,
       .key = {.source = "twilio.recording_status",
               .natural_key = notice->recording_sid + "/" + notice->status,
               .token = form->retry_token()},
       .correlation = CorrelationId(notice->call_sid)},
      [&](db::Transaction& tx, const tenants::TenantPtr& tenant) -> Result<std::string> {
        if (notice->status != "completed") return twiml::nothing();
        const WebhookParts& parts = gate_.parts();
        TRY_ASSIGN(const auto call, parts.calls.find(tx, tenant->id, notice->call_sid));
        if (call && notice->turn > 0) {
          // Usually the caller's line has told us of it already; then this turn changes nothing.
          const reception::Turn turn{.channel = language::Channel::Voice,
                                     .conversation_key = notice->call_sid,
                                     .number = notice->turn,
                                     .source_event = notice->recording_sid,
                                     .event = notice->recorded};
          TRY(parts.receptionist.take_turn(tx, tenant, turn, std::nullopt));
        } else {
          TRY(keep_fallback_message(tx, *tenant, notice->call_sid, std::nullopt, notice->recorded));
        }
        return twiml::nothing();
      });
  co_return gate_.answer_news(outcome);
}

Task<http::Response> NewsWebhook::fallback_recorded(http::Request request) const {
  const auto form = gate_.admit(request);
  if (!form) co_return form.error();
  const auto call = read_call(*form);
  if (!call) co_return gate_.refuse(call.error());
  const reception::Recorded recorded{.url = std::string(form->field("RecordingUrl")),
                                     .id = std::string(form->field("RecordingSid"))};
  // The caller said nothing, and the call fell through to here.
  if (recorded.id.empty()) co_return xml_response(twiml::goodbye());

  const auto outcome = co_await gate_.once(
      {.form = *form,
       .at = gate_.parts().clock.now(),
       .business = call->business,
       .key = {.source = "twilio.fallback_recorded",
               .natural_key = recorded.id,
               .token = form->retry_token()},
       .correlation = CorrelationId(call->call_sid)},
      [&](db::Transaction& tx, const tenants::TenantPtr& tenant) -> Result<std::string> {
        TRY(keep_fallback_message(tx, *tenant, call->call_sid, call->person, recorded));
        return twiml::goodbye();
      });
  // Still no database: the recording is safe with the carrier, whose news of it comes until we take
  // it.
  co_return gate_.answer_call(outcome, "fallback_recorded", twiml::goodbye);
}

Result<void> NewsWebhook::keep_fallback_message(db::Transaction& tx, const tenants::Tenant& tenant,
                                                const std::string& call_sid,
                                                const std::optional<PhoneNumber>& caller,
                                                const reception::Recorded& recorded) const {
  const WebhookParts& parts = gate_.parts();
  TRY_ASSIGN(const auto call, parts.calls.find(tx, tenant.id, call_sid));
  // The carrier's news of a recording does not say who called; the conversation knows.
  std::optional<PhoneNumber> person = caller;
  if (!person && call) {
    TRY_ASSIGN(person, parts.receptionist.person_in(tx, tenant.id, call->conversation));
  }
  calls::Callback callback{.id = CallbackId("new"),
                           .phone = person ? person->e164() : "",
                           .reason = "voicemail",
                           .priority = calls::CallbackPriority::Urgent,
                           .due = parts.clock.now() + fallback_message_due,
                           .recording = recorded.url};
  if (call) callback.conversation = call->conversation;
  // Told of twice, by the caller's line and by the carrier's news: it is one message.
  const EventKey key{.source = "twilio.fallback_message", .natural_key = recorded.id, .token = ""};
  TRY(parts.receipts.once(tx, tenant.id, key, parts.clock.now(), [&]() -> Result<std::string> {
    TRY_ASSIGN(const CallbackId id, parts.callbacks.add(tx, tenant.id, callback,
                                                        {access::Actor::Kind::Provider, "twilio"},
                                                        CorrelationId(call_sid)));
    TRY(tell_owner(tx, tenant, callback, call_sid, recorded.id));
    return id.text();
  }));
  return {};
}

Result<void> NewsWebhook::tell_owner(db::Transaction& tx, const tenants::Tenant& tenant,
                                     const calls::Callback& callback, const std::string& call_sid,
                                     const std::string& recording_sid) const {
  if (!tenant.owner.phone) return {};
  const auto caller = PhoneNumber::parse(callback.phone);
  TRY(gate_.parts().outbox.send(
      tx, tenant.id,
      {.cause_key = "fallback_message:" + recording_sid,
       .to = tenant.owner.phone->e164(),
       .role = messaging::RecipientRole::Owner,
       .channel = messaging::MessageChannel::Sms,
       .kind = messaging::MessageKind::OwnerNotice,
       .body = PrivateText("We had technical trouble, and " +
                           (caller ? caller->national() : std::string("a caller")) +
                           " left a message. Nobody has heard it yet; please listen now."),
       .conversation = callback.conversation,
       .correlation = CorrelationId(call_sid)}));
  return {};
}

bool NewsWebhook::is_timely(const CallProgress& progress) const {
  if (!progress.sent_at) return true;
  const Instant now = gate_.parts().clock.now();
  return *progress.sent_at <= now + clock_difference_max && now <= *progress.sent_at + age_max;
}

}  // namespace callwright::providers::twilio
