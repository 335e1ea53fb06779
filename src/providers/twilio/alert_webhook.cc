#include "providers/twilio/alert_webhook.h"

#include <charconv>

#include "providers/twilio/twiml.h"

namespace callwright::providers::twilio {
namespace {

int linked_attempt(const SignedForm& form) {
  const std::string_view text = form.parameter("attempt");
  int attempt = 0;
  std::from_chars(text.data(), text.data() + text.size(), attempt);
  return attempt;
}

language::Language language_of(const tenants::Tenant& tenant) {
  return tenant.languages.empty() ? language::Language::English : tenant.languages.front();
}

}  // namespace

Task<http::Response> AlertWebhook::speak(http::Request request) const {
  const auto form = gate_.admit(request);
  if (!form) co_return form.error();
  const auto call = read_call(*form);
  if (!call) co_return gate_.refuse(call.error());
  const std::string message(form->parameter("message"));
  if (message.empty()) co_return gate_.refuse({400, "no_message"});

  const auto twiml =
      co_await gate_.once({.form = *form,
                           .at = gate_.parts().clock.now(),
                           .business = call->business,
                           .key = {.source = "twilio.alert",
                                   .natural_key = call->call_sid,
                                   .token = form->retry_token()}},
                          [&](db::Transaction& tx, const tenants::TenantPtr& tenant) {
                            return spoken(tx, tenant, message, 1);
                          });
  co_return gate_.answer_call(twiml, "alert", twiml::alert_without_details);
}

Task<http::Response> AlertWebhook::accept(http::Request request) const {
  const auto form = gate_.admit(request);
  if (!form) co_return form.error();
  const auto call = read_call(*form);
  if (!call) co_return gate_.refuse(call.error());
  const std::string message(form->parameter("message"));
  if (message.empty()) co_return gate_.refuse({400, "no_message"});
  const int attempt = linked_attempt(*form);
  const bool takes_it = form->field("Digits") == "1";
  if (!takes_it && attempt >= times_spoken_max) co_return xml_response(twiml::hang_up());

  const auto twiml =
      co_await gate_.once({.form = *form,
                           .at = gate_.parts().clock.now(),
                           .business = call->business,
                           .key = {.source = "twilio.alert_accept",
                                   .natural_key = call->call_sid + "/" + std::to_string(attempt),
                                   .token = form->retry_token()}},
                          [&](db::Transaction& tx, const tenants::TenantPtr& tenant) {
                            return takes_it ? accepted(tx, tenant, message, call->call_sid)
                                            : spoken(tx, tenant, message, attempt + 1);
                          });
  co_return gate_.answer_call(twiml, "alert_accept", twiml::alert_without_details);
}

Result<std::string> AlertWebhook::spoken(db::Transaction& tx, const tenants::TenantPtr& tenant,
                                         const std::string& message, int attempt) const {
  TRY_ASSIGN(const AlertId alert, alert_of(tx, tenant->id, message));
  TRY_ASSIGN(const PrivateText words, gate_.parts().alerts.spoken(tx, *tenant, alert));
  return twiml::alert(words.text(), message, attempt, language_of(*tenant), gate_.links());
}

Result<std::string> AlertWebhook::accepted(db::Transaction& tx, const tenants::TenantPtr& tenant,
                                           const std::string& message,
                                           const std::string& call_sid) const {
  TRY_ASSIGN(const AlertId alert, alert_of(tx, tenant->id, message));
  const access::Actor who{access::Actor::Kind::Owner, call_sid};
  TRY(gate_.parts().alerts.acknowledge(tx, *tenant, alert, who));
  return twiml::alert_taken(language_of(*tenant));
}

Result<AlertId> AlertWebhook::alert_of(db::Transaction& tx, const TenantId& tenant,
                                       const std::string& message) const {
  TRY_ASSIGN(const auto alert,
             gate_.parts().alerts.alert_of_message(tx, tenant, MessageId(message)));
  if (!alert) return failure(ErrorCode::NotFound, "no alert belongs to this message");
  return *alert;
}

}  // namespace callwright::providers::twilio
