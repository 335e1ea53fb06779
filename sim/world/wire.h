#pragma once

#include <functional>

#include "notifications/deliver_message.h"
#include "providers/sandbox/sandbox_carrier.h"
#include "sim/faults/fault_plan.h"
#include "sim/faults/mortal_database.h"
#include "sim/trace.h"
#include "sim/world/post.h"
#include "sim/world/tally.h"

namespace callwright::sim {

// Everything between the process and the telephone network, in both directions: written down, cut
// when the process dies, and now and then out of order.
class Wire final : public notifications::SmsSender,
                   public notifications::CallPlacer,
                   public notifications::MailSender {
 public:
  struct Parts {
    Life& life;
    const FaultPlan& faults;
    Random& chance;
    Post& post;
    Tally& tally;
    Trace& trace;
  };
  explicit Wire(Parts parts) : parts_(parts) {}

  // Where the process dies and a webhook comes in later, it is brought up again first.
  void restart_with(std::function<void()> restart) { restart_ = std::move(restart); }
  // Delivers what the carrier has for us now, while a request of ours is still under way.
  void call_back_early_with(std::function<void()> call_back) { call_back_ = std::move(call_back); }
  // Told of each text that the carrier took.
  using WatchTexts = std::function<void(const std::string& to, const std::string& body)>;
  void watch_texts(WatchTexts watch) { watch_ = std::move(watch); }

  providers::sandbox::Deliver in_front_of(providers::sandbox::Deliver deliver);
  notifications::Network in_front_of(const notifications::Network& network);

  Task<notifications::HandOver> send(notifications::OutboundSms sms) override;
  Task<Result<std::optional<std::string>>> look_up(notifications::OutboundSms sms,
                                                   Instant since) override;
  Task<notifications::HandOver> place(notifications::OutboundCall call) override;
  Task<notifications::HandOver> send(notifications::OutboundMail mail) override;

 private:
  Task<http::ClientResult> deliver(http::ClientRequest request);
  bool dies_before_request();
  notifications::HandOver heard(notifications::HandOver answer);

  const Parts parts_;
  std::function<void()> restart_;
  std::function<void()> call_back_;
  WatchTexts watch_;
  providers::sandbox::Deliver deliver_;
  notifications::SmsSender* sms_ = nullptr;
  notifications::CallPlacer* calls_ = nullptr;
  notifications::MailSender* mail_ = nullptr;
  int inside_ = 0;  // Requests, in either direction, that the process is working on.
};

}  // namespace callwright::sim
