#pragma once

#include "providers/twilio/call_notice.h"
#include "providers/twilio/gate.h"

namespace callwright::providers::twilio {

// What the carrier tells us without anybody waiting for an answer: how far calls and texts have
// come, and recordings that are ready. It comes late, twice and in any order.
class NewsWebhook {
 public:
  // Older news that is really new is refused: the carrier stops retrying long before. With clocks
  // that differ a little, both ways.
  static constexpr Minutes age_max{20};
  static constexpr Minutes clock_difference_max{5};

  explicit NewsWebhook(const Gate& gate) : gate_(gate) {}

  Task<http::Response> call_status(http::Request request) const;
  Task<http::Response> text_status(http::Request request) const;
  Task<http::Response> recording_status(http::Request request) const;
  // The message a caller left on the apology: the call is still up, the rest is as above.
  Task<http::Response> fallback_recorded(http::Request request) const;

 private:
  bool is_timely(const CallProgress& progress) const;
  Result<std::string> advance_call(db::Transaction& tx, const tenants::TenantPtr& tenant,
                                   const CallProgress& progress,
                                   const reception::Turn& hang_up) const;
  Result<void> keep_fallback_message(db::Transaction& tx, const tenants::Tenant& tenant,
                                     const std::string& call_sid,
                                     const std::optional<PhoneNumber>& caller,
                                     const reception::Recorded& recorded) const;
  Result<void> tell_owner(db::Transaction& tx, const tenants::Tenant& tenant,
                          const calls::Callback& callback, const std::string& call_sid,
                          const std::string& recording_sid) const;

  const Gate& gate_;
};

}  // namespace callwright::providers::twilio
