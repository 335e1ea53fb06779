#pragma once

#include <string>
#include <string_view>

#include "base/id.h"
#include "base/phone_number.h"
#include "language/understanding.h"

namespace callwright::providers::twilio {

// Where our webhooks are, seen from the carrier. Links inside TwiML are paths, so that the answer
// to a webhook does not depend on the name it was reached under.
class Links {
 public:
  // `public_base_url` is the first configured one. The key, an auth token, seals what must come
  // back as we wrote it although the carrier does not send it along. While tokens are changed, what
  // the other one sealed is good too.
  Links(std::string public_base_url, std::string key, std::string other_key = "");

  std::string turn(int turn, language::Question asked) const;
  std::string transfer(int turn) const;
  std::string whisper(int turn) const;
  std::string whisper_accept(int turn) const;
  std::string recording(int turn) const;
  std::string fallback_recorded() const;
  std::string alert_accept(std::string_view message, int attempt) const;

  // News about a recording names its call but not our number, which is what tells the tenant. So
  // the number is in the link, sealed together with the call: a link made for one call is good for
  // no other.
  std::string recording_status(std::string_view call_sid, const PhoneNumber& business,
                               int turn) const;
  std::string seal_of(std::string_view call_sid, const PhoneNumber& business) const;
  bool is_sealed(std::string_view seal, std::string_view call_sid,
                 const PhoneNumber& business) const;

  // The path of the base: "" or "/calls".
  const std::string& base_path() const { return prefix_; }

  // Whole URLs, with how the carrier shall retry in the fragment.
  std::string alert(const MessageId& message) const;
  std::string call_status() const;
  std::string sms_status() const;

 private:
  std::string base_;
  std::string prefix_;
  std::string key_;
  std::string other_key_;
};

// What a number is configured with at the carrier, so that it survives our worst day.
struct NumberConfiguration {
  std::string voice_url;
  std::string voice_fallback_url;
  std::string status_callback;
  std::string sms_url;
};
NumberConfiguration number_configuration(std::string_view public_base_url);

}  // namespace callwright::providers::twilio
