// Alerting, calling back and telling people, on behalf of the policy.
#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "notifications/domain/alert_text.h"
#include "reception/owner_notice.h"
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

constexpr std::string_view cancel_or_stop = "cancel_or_stop";

// What the queue calls a reason, as the owner reads it.
std::string_view reason_words(std::string_view reason) {
  static constexpr auto words = std::to_array<std::pair<std::string_view, std::string_view>>({
      {"wants_person", "asked for a person"},
      {"callback_requested", "asked to be called back"},
      {"message", "wanted to leave a message"},
      {"voicemail", "left a message"},
      {"automation_off", "got in touch while only messages are taken"},
      {"question", "asked what I have no answer to"},
      {"outside_area", "is outside the area you serve"},
      {"could_not_book", "found no time that suits"},
      {"could_not_understand", "could not be understood"},
      {"long_conversation", "could not be helped in many turns"},
      {"bookings_closed", "wants a visit, and none are booked just now"},
      {"visit_not_found", "wants to change a visit that was not found"},
      {cancel_or_stop, "texted CANCEL: it stops all texts, and may have meant their visit"},
  });
  const auto* const row =
      std::ranges::find(words, reason, [](const auto& row) { return row.first; });
  return row == words.end() ? reason : row->second;
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
                 "The caller of the " + notifications::hazard_words(emergency_facts().hazard) +
                     " alert" + (number ? ", " + number->national() + "," : "") + " now says: \"" +
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
                       std::string(reason_words(reason))));
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
    if (stop) {
      TRY(parts_.outbox.cancel_queued(tx_, tenant_.id, number->e164()));
      TRY(ask_back_about_cancel(*number));
    }
  }
  if (!stop && memory_.outcome == dialogue::Outcome::OptedOut)
    memory_.outcome = dialogue::Outcome::AnsweredFaq;
  return Signal::ConsentChanged;
}

// CANCEL is a word that carriers stop all texts for. Who has a visit ahead may have meant that, and
// can no longer be asked by text.
Result<void> Session::ask_back_about_cancel(const PhoneNumber& number) {
  if (turn_.channel != language::Channel::Sms || !lowered(heard_.text()).contains("cancel"))
    return {};
  TRY_ASSIGN(const auto customer, parts_.customers.find_by_phone(tx_, tenant_.id, number));
  if (!customer) return {};
  TRY_ASSIGN(const auto visits, parts_.calendar.upcoming(tx_, tenant_.id, customer->id));
  if (!visits.empty()) TRY(add_callback(cancel_or_stop));
  return {};
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
  return send_owner_notice(parts_.outbox, tx_, tenant_, conversation_, cause, std::move(body));
}

}  // namespace callwright::reception
