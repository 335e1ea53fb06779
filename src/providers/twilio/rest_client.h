#pragma once

#include <memory>
#include <optional>
#include <string>

#include "notifications/ports.h"
#include "platform/http/client.h"
#include "platform/json/json.h"
#include "providers/twilio/links.h"

namespace callwright::providers::twilio {

struct RestSettings {
  std::string api_base_url = "https://api.twilio.com";
  std::string account_sid;
  // Basic authentication: the account and its token, or an API key and its secret.
  std::string user;
  std::string password;
  Milliseconds timeout{10'000};
};

// Sends texts and places alert calls through the carrier's API. The API takes no key that would
// make a second request harmless, so an answer that is lost is said to be lost, and look_up() finds
// out.
class RestClient final : public notifications::SmsSender, public notifications::CallPlacer {
 public:
  // `links` says where news about what was sent is to go; it and the client must outlive this.
  RestClient(RestSettings settings, const Links& links, http::Client& client)
      : settings_(std::move(settings)), links_(links), client_(client) {}

  Task<notifications::HandOver> send(notifications::OutboundSms sms) override;
  Task<Result<std::optional<std::string>>> look_up(notifications::OutboundSms sms,
                                                   Instant since) override;
  Task<notifications::HandOver> place(notifications::OutboundCall call) override;

 private:
  http::ClientRequest request(std::string method, std::string_view resource) const;

  RestSettings settings_;
  const Links& links_;
  http::Client& client_;
};

// What an answer of the API, or its absence, says about the message. Pure.
notifications::HandOver read_hand_over(const http::ClientResult& result);

}  // namespace callwright::providers::twilio
