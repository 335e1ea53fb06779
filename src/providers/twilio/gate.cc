#include "providers/twilio/gate.h"

#include "platform/log/log.h"
#include "providers/twilio/journal_input.h"
#include "tenants/journal_owner.h"

namespace callwright::providers::twilio {
namespace {

Links make_links(const AccountSettings& settings) {
  const auto token = [&](std::size_t index) {
    return index < settings.auth_tokens.size() ? settings.auth_tokens[index] : std::string();
  };
  return Links(settings.public_base_urls.empty() ? "" : settings.public_base_urls.front(), token(0),
               token(1));
}

constexpr std::string_view unknown_number = "unknown_number";

journal::Event journal_event(const Gate::Event& event, std::string_view base_path,
                             const tenants::Policies& policies) {
  return {.name = event.key.source,
          .run = {},
          .input =
              [&event, base_path, &policies] {
                return journal_input(event.form, base_path,
                                     {.dob = policies.redact_dob,
                                      .email = policies.redact_email,
                                      .phone = policies.redact_phone});
              },
          .at = event.at,
          .correlation = event.correlation};
}

}  // namespace

Gate::Gate(AccountSettings settings, const WebhookParts& parts)
    : check_(std::move(settings)), links_(make_links(check_.settings())), parts_(parts) {}

std::expected<SignedForm, http::Response> Gate::admit(const http::Request& request) const {
  auto form = check_.verify(request);
  if (!form) return std::unexpected(refuse(form.error()));
  return *std::move(form);
}

http::Response Gate::refuse(const Rejection& rejection) const {
  parts_.metrics
      .counter("callwright_webhooks_rejected_total", "Webhooks turned away, by reason.",
               {{"provider", "twilio"}, {"reason", std::string(rejection.reason)}})
      .increment();
  http::Response response =
      http::problem(rejection.status, rejection.reason, "This webhook was not accepted.");
  if (rejection.status == 405) response.headers.add("Allow", "POST");
  return response;
}

Task<> Gate::ask_for_proposal(PhoneNumber business, reception::Turn turn,
                              std::optional<language::Understanding> reading) const {
  if (parts_.proposals == nullptr) co_return;
  const tenants::TenantPtr tenant = parts_.tenants.recently_seen(business);
  if (tenant) co_await parts_.proposals->ask(tenant, std::move(turn), std::move(reading));
}

Task<Result<std::string>> Gate::once(Event event, Act act) const {
  co_return co_await parts_.database.write_async([this, &event, &act](
                                                     db::Transaction& tx) -> Result<std::string> {
    auto tenant = parts_.tenants.by_number(tx, event.business);
    if (!tenant && tenant.error().code == ErrorCode::NotFound) {
      return failure(ErrorCode::NotFound, std::string(unknown_number));
    }
    if (!tenant) return std::unexpected(tenant.error());
    return parts_.journal.run(
        tx, tenants::journal_owner(**tenant),
        journal_event(event, links_.base_path(), (*tenant)->policies), [&](db::Transaction& noted) {
          return parts_.receipts.once(noted, (*tenant)->id, event.key, event.at,
                                      [&] { return act(noted, *tenant); });
        });
  });
}

http::Response Gate::answer_news(const Result<std::string>& outcome) const {
  if (outcome) return xml_response(*outcome);
  if (outcome.error().code == ErrorCode::NotFound || outcome.error().code == ErrorCode::Invalid) {
    return turn_away(outcome.error());
  }
  count_failure("news", outcome.error());
  return http::failure({ErrorCode::Unavailable, outcome.error().message});
}

http::Response Gate::answer_call(const Result<std::string>& outcome, std::string_view webhook,
                                 const std::function<std::string()>& apology) const {
  if (outcome) return xml_response(*outcome);
  if (outcome.error().code == ErrorCode::NotFound) return turn_away(outcome.error());
  count_failure(webhook, outcome.error());
  return xml_response(apology());
}

http::Response Gate::turn_away(const Error& error) const {
  if (error.code == ErrorCode::Invalid) return refuse({400, "not_acceptable"});
  return refuse({404, error.message == unknown_number ? unknown_number : "unknown_call"});
}

void Gate::count_failure(std::string_view webhook, const Error& error) const {
  parts_.metrics
      .counter("callwright_webhooks_failed_total", "Genuine webhooks that could not be acted upon.",
               {{"provider", "twilio"}, {"webhook", std::string(webhook)}})
      .increment();
  log::error("twilio.webhook_failed", error, {{"webhook", webhook}});
}

http::Response xml_response(std::string twiml) {
  http::Response response;
  response.headers.add("Content-Type", "text/xml; charset=utf-8");
  response.body = std::move(twiml);
  return response;
}

}  // namespace callwright::providers::twilio
