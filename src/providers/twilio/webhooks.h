#pragma once

#include "platform/http/router.h"
#include "providers/twilio/alert_webhook.h"
#include "providers/twilio/gate.h"
#include "providers/twilio/news_webhook.h"
#include "providers/twilio/sms_webhook.h"
#include "providers/twilio/voice_webhook.h"

namespace callwright::providers::twilio {

// Everything the carrier calls, under /twilio/. Must outlive the router it is added to, as must the
// parts it is made of.
class Webhooks {
 public:
  Webhooks(AccountSettings settings, const WebhookParts& parts)
      : gate_(std::move(settings), parts),
        voice_(gate_),
        news_(gate_),
        alerts_(gate_),
        sms_(gate_) {}
  Webhooks(const Webhooks&) = delete;
  Webhooks& operator=(const Webhooks&) = delete;

  void add_routes(http::Router& router) const;

 private:
  Gate gate_;
  VoiceWebhook voice_;
  NewsWebhook news_;
  AlertWebhook alerts_;
  SmsWebhook sms_;
};

}  // namespace callwright::providers::twilio
