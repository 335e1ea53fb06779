#pragma once

#include "providers/twilio/call_notice.h"
#include "providers/twilio/gate.h"

namespace callwright::providers::twilio {

// A caller's line: the call arrives, is talked to, is put through, leaves a message.
class VoiceWebhook {
 public:
  explicit VoiceWebhook(const Gate& gate) : gate_(gate) {}

  Task<http::Response> arrive(http::Request request) const;
  Task<http::Response> answer(http::Request request) const;
  Task<http::Response> transfer_ended(http::Request request) const;
  Task<http::Response> recorded(http::Request request) const;

  // The line of the person who is rung for a caller.
  Task<http::Response> whisper(http::Request request) const;
  Task<http::Response> whisper_accept(http::Request request) const;

  // The carrier could not reach the above. Needs no database.
  Task<http::Response> fall_back(http::Request request) const;

 private:
  using ReadTurn = std::expected<reception::Turn, Rejection> (*)(const SignedForm&);
  Task<http::Response> take(http::Request request, std::string webhook, ReadTurn read) const;
  Result<std::string> take_turn(db::Transaction& tx, const tenants::TenantPtr& tenant,
                                const reception::Turn& turn,
                                const std::optional<language::Understanding>& reading) const;
  std::optional<language::Understanding> read_words(const PhoneNumber& business,
                                                    const reception::Turn& turn, Instant now) const;

  const Gate& gate_;
};

}  // namespace callwright::providers::twilio
