#include "providers/twilio/sms_webhook.h"

#include "providers/twilio/twiml.h"

namespace callwright::providers::twilio {

Task<http::Response> SmsWebhook::receive(http::Request request) const {
  const auto form = gate_.admit(request);
  if (!form) co_return form.error();
  const auto text = read_text(*form);
  if (!text) co_return gate_.refuse(text.error());

  const WebhookParts& parts = gate_.parts();
  const Instant now = parts.clock.now();
  std::optional<language::Understanding> reading;
  if (const auto tenant = parts.tenants.recently_seen(text->business)) {
    reading = parts.receptionist.read(*tenant, text->turn, now);
  }
  co_await gate_.ask_for_proposal(text->business, text->turn, reading);
  const auto outcome = co_await gate_.once(
      {.form = *form,
       .at = now,
       .business = text->business,
       .key = {.source = "twilio.sms",
               .natural_key = text->turn.source_event,
               .token = form->retry_token()}},
      [&](db::Transaction& tx, const tenants::TenantPtr& tenant) -> Result<std::string> {
        TRY(parts.receptionist.take_text(tx, tenant, text->turn, reading));
        return twiml::nothing();
      });
  co_return gate_.answer_news(outcome);
}

}  // namespace callwright::providers::twilio
