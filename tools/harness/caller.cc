#include "harness/caller.h"

#include "base/text.h"

namespace callwright::harness {
namespace {

std::string between(std::string_view text, std::string_view before, std::string_view after) {
  const std::size_t begin = text.find(before);
  if (begin == std::string_view::npos) return "";
  text.remove_prefix(begin + before.size());
  return std::string(text.substr(0, text.find_first_of(after)));
}

}  // namespace

Call::Call(const Account& account, std::uint64_t number, std::string business)
    : account_(account),
      sid_(make_sid("CA", number)),
      person_(person_number(number)),
      business_(std::move(business)) {}

Webhook Call::arrive() {
  return webhook("/twilio/voice", "ringing", {{"StirVerstat", "TN-Validation-Passed-A"}});
}

Webhook Call::say(std::string text) {
  return webhook(
      action_, "in-progress",
      {{"SpeechResult", std::move(text)}, {"Confidence", "0.92"}, {"Language", "en-US"}});
}

Webhook Call::hang_up() {
  return webhook("/twilio/status", "completed",
                 {{"CallDuration", "42"}, {"Duration", "1"}, {"SequenceNumber", "0"}});
}

bool Call::hear(int status, const std::string& body) {
  action_.clear();
  asked_.clear();
  if (!is_proper_twiml(status, body)) return false;
  const std::string gather = between(body, "<Gather ", ">");
  action_ = replaced(between(gather, "action=\"", "\""), "&amp;", "&");
  asked_ = between(action_, "asks=", "&");
  if (asked_ == "time") ++times_asked_for_a_time_;
  return true;
}

Webhook Call::webhook(std::string target, const std::string& status, const http::Form& more) {
  http::Form form = {{"AccountSid", account_.sid},
                     {"ApiVersion", "2010-04-01"},
                     {"CallSid", sid_},
                     {"CallStatus", status},
                     {"Called", business_},
                     {"CalledCountry", "US"},
                     {"CalledState", "KS"},
                     {"Caller", person_},
                     {"CallerCity", "SPRINGFIELD"},
                     {"CallerCountry", "US"},
                     {"CallerState", "KS"},
                     {"CallerZip", "66101"},
                     {"Direction", "inbound"},
                     {"From", person_},
                     {"FromCountry", "US"},
                     {"To", business_},
                     {"ToCountry", "US"}};
  form.insert(form.end(), more.begin(), more.end());
  return {.target = std::move(target),
          .form = std::move(form),
          .token = sid_ + "-" + std::to_string(++webhooks_)};
}

std::string Call::spoken_answer(const Booking& booking) const {
  if (asked_ == "name") return booking.name;
  if (asked_ == "address") return "42 Maple Street in Springfield";
  if (asked_ == "time") return times_asked_for_a_time_ == 1 ? booking.time : "the first one";
  if (asked_ == "confirm") return "yes please";
  if (asked_ == "anything_else") return "no that is all";
  return "hi my kitchen sink is clogged";
}

Webhook text_webhook(const Account& account, std::uint64_t number, const std::string& person,
                     const std::string& business, std::string body) {
  const std::string sid = make_sid("SM", number);
  return {.target = "/twilio/sms",
          .form = {{"AccountSid", account.sid},
                   {"ApiVersion", "2010-04-01"},
                   {"Body", std::move(body)},
                   {"From", person},
                   {"FromCity", "SPRINGFIELD"},
                   {"FromCountry", "US"},
                   {"FromState", "KS"},
                   {"MessageSid", sid},
                   {"NumMedia", "0"},
                   {"NumSegments", "1"},
                   {"SmsMessageSid", sid},
                   {"SmsSid", sid},
                   {"SmsStatus", "received"},
                   {"To", business},
                   {"ToCountry", "US"}},
          .token = sid};
}

}  // namespace callwright::harness
