#pragma once

#include "providers/twilio/call_notice.h"
#include "providers/twilio/gate.h"

namespace callwright::providers::twilio {

// A text message to one of our numbers. What we answer goes out as messages of their own.
class SmsWebhook {
 public:
  explicit SmsWebhook(const Gate& gate) : gate_(gate) {}

  Task<http::Response> receive(http::Request request) const;

 private:
  const Gate& gate_;
};

}  // namespace callwright::providers::twilio
