#pragma once

#include <expected>
#include <functional>
#include <string>
#include <string_view>

#include "providers/twilio/links.h"
#include "providers/twilio/signed_form.h"
#include "providers/twilio/webhook_parts.h"

namespace callwright::providers::twilio {

// What every webhook goes through: only signed ones get in, each is acted upon once, and none that
// is turned away has changed anything.
class Gate {
 public:
  Gate(AccountSettings settings, const WebhookParts& parts);

  // The form, or the answer that turns the request away.
  std::expected<SignedForm, http::Response> admit(const http::Request& request) const;
  http::Response refuse(const Rejection& rejection) const;

  // Where a model is configured and the rules are unsure of the words, gives it its time to propose
  // what they mean. Changes nothing but what is kept of that.
  Task<> ask_for_proposal(PhoneNumber business, reception::Turn turn,
                          std::optional<language::Understanding> reading) const;

  // What one event changes and how it is answered.
  using Act = std::function<Result<std::string>(db::Transaction&, const tenants::TenantPtr&)>;
  struct Event {
    const SignedForm& form;
    Instant at;            // When it came: the time that stands still while it is acted upon.
    PhoneNumber business;  // Whose it is: from the signed form.
    EventKey key;
    std::optional<CorrelationId> correlation;  // Where acting upon it does not find out.
  };
  // Acts in one transaction that also keeps the answer; a second arrival gets those bytes. The work
  // may be run again by the database, so it has no effect but through the transaction.
  Task<Result<std::string>> once(Event event, Act act) const;

  // Answers to what once() gave. The carrier tries news again when it is answered with a 503.
  http::Response answer_news(const Result<std::string>& outcome) const;
  // Somebody holds the line: what is not there is a clear error, anything else speaks the apology.
  http::Response answer_call(const Result<std::string>& outcome, std::string_view webhook,
                             const std::function<std::string()>& apology) const;

  const WebhookParts& parts() const { return parts_; }
  const Links& links() const { return links_; }

 private:
  http::Response turn_away(const Error& error) const;
  void count_failure(std::string_view webhook, const Error& error) const;

  SignatureCheck check_;
  Links links_;
  const WebhookParts& parts_;
};

http::Response xml_response(std::string twiml);

}  // namespace callwright::providers::twilio
