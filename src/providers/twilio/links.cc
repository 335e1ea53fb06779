#include "providers/twilio/links.h"

#include "base/text.h"
#include "platform/crypto/crypto.h"
#include "platform/http/message.h"
#include "platform/journal/event_scope.h"

namespace callwright::providers::twilio {
namespace {

// Live calls retry fast, because somebody holds the line; news may take its time.
constexpr std::string_view retry_live = "#rc=2&rp=ct,rt,5xx&ct=2000&rt=4000";
constexpr std::string_view retry_news = "#rc=5&rp=all";

std::string path_of(std::string_view base) {
  const std::size_t host = base.find("://");
  const std::size_t path = base.find('/', host == std::string_view::npos ? 0 : host + 3);
  return path == std::string_view::npos ? "" : std::string(base.substr(path));
}

std::string seal(std::string_view key, std::string_view call_sid, const PhoneNumber& business) {
  std::string sealed = "recording|";
  sealed.append(call_sid).append("|").append(business.e164());
  return crypto::hex(crypto::hmac_sha256(key, sealed)).substr(0, 32);
}

std::string numbered(std::string_view path, int turn) {
  return std::string(path) + "?turn=" + std::to_string(turn);
}

}  // namespace

Links::Links(std::string public_base_url, std::string key, std::string other_key)
    : base_(std::move(public_base_url)),
      prefix_(path_of(base_)),
      key_(std::move(key)),
      other_key_(std::move(other_key)) {}

std::string Links::turn(int turn, language::Question asked) const {
  return numbered(prefix_ + "/twilio/turn", turn) + "&asks=" + std::string(to_string(asked));
}
std::string Links::transfer(int turn) const {
  return numbered(prefix_ + "/twilio/transfer", turn);
}
std::string Links::whisper(int turn) const {
  return numbered(prefix_ + "/twilio/whisper", turn);
}
std::string Links::whisper_accept(int turn) const {
  return numbered(prefix_ + "/twilio/whisper/accept", turn);
}
std::string Links::recording(int turn) const {
  return numbered(prefix_ + "/twilio/recording", turn);
}
std::string Links::fallback_recorded() const {
  return prefix_ + "/twilio/fallback/recorded";
}

std::string Links::alert_accept(std::string_view message, int attempt) const {
  return prefix_ + "/twilio/alert/accept?message=" + http::percent_encoded(message) +
         "&attempt=" + std::to_string(attempt);
}

std::string Links::recording_status(std::string_view call_sid, const PhoneNumber& business,
                                    int turn) const {
  // Drawn, since a replay has not our key.
  journal::EventScope* const event = journal::EventScope::here();
  const std::string drawn_seal = event == nullptr
                                     ? seal_of(call_sid, business)
                                     : event->draw("", [&] { return seal_of(call_sid, business); });
  return numbered(prefix_ + "/twilio/recording-status", turn) +
         "&number=" + http::percent_encoded(business.e164()) + "&seal=" + drawn_seal +
         std::string(retry_news);
}

std::string Links::seal_of(std::string_view call_sid, const PhoneNumber& business) const {
  return seal(key_, call_sid, business);
}

bool Links::is_sealed(std::string_view given, std::string_view call_sid,
                      const PhoneNumber& business) const {
  const bool by_key = equal_in_constant_time(given, seal(key_, call_sid, business));
  if (other_key_.empty()) return by_key;
  return equal_in_constant_time(given, seal(other_key_, call_sid, business)) || by_key;
}

std::string Links::alert(const MessageId& message) const {
  return base_ + "/twilio/alert?message=" + http::percent_encoded(message.text()) +
         std::string(retry_live);
}
std::string Links::call_status() const {
  return base_ + "/twilio/status" + std::string(retry_news);
}
std::string Links::sms_status() const {
  return base_ + "/twilio/sms-status" + std::string(retry_news);
}

NumberConfiguration number_configuration(std::string_view public_base_url) {
  const std::string base(public_base_url);
  return {
      .voice_url = base + "/twilio/voice" + std::string(retry_live),
      .voice_fallback_url = base + "/twilio/fallback",
      .status_callback = base + "/twilio/status" + std::string(retry_news),
      .sms_url = base + "/twilio/sms" + std::string(retry_news),
  };
}

}  // namespace callwright::providers::twilio
