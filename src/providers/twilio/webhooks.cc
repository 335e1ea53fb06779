#include "providers/twilio/webhooks.h"

namespace callwright::providers::twilio {

void Webhooks::add_routes(http::Router& router) const {
  // Any method, so that a wrong one is counted and explained like every other webhook that is
  // refused.
  const auto add = [&](std::string path, std::string name, const auto& webhook, auto handle) {
    router.add("*", "/twilio/" + path, "twilio." + name, [&webhook, handle](http::Request request) {
      return (webhook.*handle)(std::move(request));
    });
  };
  add("voice", "voice", voice_, &VoiceWebhook::arrive);
  add("turn", "turn", voice_, &VoiceWebhook::answer);
  add("transfer", "transfer", voice_, &VoiceWebhook::transfer_ended);
  add("recording", "recording", voice_, &VoiceWebhook::recorded);
  add("whisper", "whisper", voice_, &VoiceWebhook::whisper);
  add("whisper/accept", "whisper_accept", voice_, &VoiceWebhook::whisper_accept);
  add("fallback", "fallback", voice_, &VoiceWebhook::fall_back);
  add("fallback/recorded", "fallback_recorded", news_, &NewsWebhook::fallback_recorded);
  add("recording-status", "recording_status", news_, &NewsWebhook::recording_status);
  add("status", "status", news_, &NewsWebhook::call_status);
  add("sms-status", "sms_status", news_, &NewsWebhook::text_status);
  add("sms", "sms", sms_, &SmsWebhook::receive);
  add("alert", "alert", alerts_, &AlertWebhook::speak);
  add("alert/accept", "alert_accept", alerts_, &AlertWebhook::accept);
}

}  // namespace callwright::providers::twilio
