// Alerting, calling back and telling people, on behalf of the policy.
#include "reception/session.h"
#include "reception/time_wording.h"

namespace callwright::reception {
namespace {

using dialogue::Signal;

// When a callback is promised for: soon where the business is open, else soon after it opens.
Instant callback_due(const tenants::Tenant& tenant, Instant now) {
  const Instant from = tenants::next_opening(tenant, now).value_or(now);
  return from + tenant.policies.callback_promise;
}

}  // namespace

notifications::EmergencyFacts Session::emergency_facts() const {
  const customers::Address& address =
      memory_.address.empty() ? memory_.address_on_file : memory_.address;
  const auto& reasons = memory_.emergency.reasons;
  return {.conversation = conversation_.id,
          .correlation = conversation_.correlation,
          .hazard = reasons.empty() ? "reported" : reasons.front(),
          .caller = memory_.phone ? memory_.phone : turn_.person,
          .address = PrivateText(customers::one_line(address)),
          .words = memory_.problem.empty() ? heard_ : PrivateText(memory_.problem)};
}

Result<Signal> Session::raise_alert() {
  memory_.emergency.level = language::EmergencyLevel::Emergency;
  memory_.emergency.score = 1;
  if (memory_.emergency.reasons.empty()) memory_.emergency.reasons.push_back("caller_confirmed");
  memory_.emergency_at = now_;

  TRY_ASSIGN(const notifications::RaiseAnswer answer,
             parts_.alerts.raise(tx_, tenant_, emergency_facts()));
  if (const auto* raised = std::get_if<notifications::Raised>(&answer)) {
    memory_.alert = raised->id;
    return Signal::AlertRaised;
  }
  if (const auto* known = std::get_if<notifications::AlreadyRaised>(&answer)) {
    memory_.alert = known->id;
    return Signal::AlertKnown;
  }
  return Signal::AlertsOff;
}

Result<Signal> Session::update_alert() {
  TRY(parts_.alerts.add_facts(tx_, tenant_, *memory_.alert, emergency_facts()));
  return dialogue::next_need(memory_, tenant_);
}

// What the caller says later never lowers an alert: the person who is alerted decides.
Result<Signal> Session::tell_owner_more() {
  const std::optional<PhoneNumber>& number = memory_.phone ? memory_.phone : turn_.person;
  TRY(tell_owner("alert:" + memory_.alert->text() + ":since",
                 "The caller of the " + emergency_facts().hazard + " alert" +
                     (number ? ", " + number->national() + "," : "") + " now says: \"" +
                     heard_.text() + "\". Please call all the same."));
  return dialogue::next_need(memory_, tenant_);
}

Result<Signal> Session::add_callback(std::string_view reason) {
  const bool urgent =
      memory_.alert.has_value() || memory_.emergency.level == language::EmergencyLevel::Emergency;
  // A number that may have been misheard is nobody's to call.
  const bool trusted = memory_.phone && memory_.doubt != dialogue::Value::Phone;
  // News of a recording does not say who called; the conversation knows.
  const std::optional<PhoneNumber>& caller = turn_.person ? turn_.person : conversation_.person;
  const std::optional<PhoneNumber> phone = trusted ? memory_.phone : caller;
  const Instant due = urgent ? now_ + Minutes(15) : callback_due(tenant_, now_);
  calls::Callback callback{
      .id = CallbackId("new"),
      .phone = phone ? phone->e164() : "",
      .reason = std::string(reason),
      .priority = urgent ? calls::CallbackPriority::Urgent : calls::CallbackPriority::Normal,
      .due = due,
      .recording = recording_.url,
      .note = memory_.problem.empty() ? heard_ : PrivateText(memory_.problem),
      .conversation = conversation_.id};
  TRY_ASSIGN(const CallbackId id,
             parts_.callbacks.add(tx_, tenant_.id, callback, actor(), conversation_.correlation));
  memory_.callback_due = due;
  // The alert has told the owner of an emergency already.
  if (!urgent) {
    TRY(tell_owner("callback:" + id.text(),
                   "Call back " +
                       (phone ? phone->national() : std::string("a caller without a number")) +
                       (memory_.name.empty() ? "" : " (" + memory_.name + ")") + " by " +
                       spoken_time(due, now_, tenant_.zone, language::Language::English) + ": " +
                       std::string(reason)));
  }
  return Signal::CallbackQueued;
}

Result<Signal> Session::change_consent() {
  const bool stop = signal_ == Signal::StopTexts;
  reply_kind_ = stop ? messaging::MessageKind::OptOutAck : messaging::MessageKind::HelpAck;
  const std::optional<PhoneNumber> number = turn_.person ? turn_.person : memory_.phone;
  if (number) {
    TRY(parts_.consent.set(tx_, tenant_.id, *number,
                           stop ? messaging::Consent::OptedOut : messaging::Consent::OptedIn,
                           actor(), conversation_.correlation));
    if (stop) TRY(parts_.outbox.cancel_queued(tx_, tenant_.id, number->e164()));
  }
  return Signal::ConsentChanged;
}

Result<void> Session::tell_customer(messaging::MessageKind kind, const std::string& cause,
                                    std::string body) {
  // Who writes to us reads it in our very next text.
  if (turn_.channel == language::Channel::Sms) {
    reply_kind_ = kind;
    return {};
  }
  if (!memory_.phone) return {};
  TRY(parts_.outbox.send(tx_, tenant_.id,
                         {.cause_key = cause,
                          .to = memory_.phone->e164(),
                          .role = messaging::RecipientRole::Customer,
                          .channel = messaging::MessageChannel::Sms,
                          .kind = kind,
                          .body = PrivateText(std::move(body)),
                          .conversation = conversation_.id,
                          .correlation = conversation_.correlation}));
  return {};
}

Result<void> Session::tell_owner(const std::string& cause, std::string body) {
  if (!tenant_.owner.phone) return {};
  TRY(parts_.outbox.send(tx_, tenant_.id,
                         {.cause_key = "owner:" + cause,
                          .to = tenant_.owner.phone->e164(),
                          .role = messaging::RecipientRole::Owner,
                          .channel = messaging::MessageChannel::Sms,
                          .kind = messaging::MessageKind::OwnerNotice,
                          .body = PrivateText(std::move(body)),
                          .conversation = conversation_.id,
                          .correlation = conversation_.correlation}));
  return {};
}

}  // namespace callwright::reception
