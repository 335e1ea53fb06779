#pragma once

#include "notifications/deliver_message.h"
#include "sim/observe/witness.h"

namespace callwright::sim {

// The ways out of the house, with a witness at the door.
class ObservedNetwork final : public notifications::SmsSender,
                              public notifications::CallPlacer,
                              public notifications::MailSender {
 public:
  ObservedNetwork(notifications::Network inner, Witness& witness)
      : inner_(inner), witness_(witness) {}

  Task<notifications::HandOver> send(notifications::OutboundSms sms) override;
  Task<Result<std::optional<std::string>>> look_up(notifications::OutboundSms sms,
                                                   Instant since) override;
  Task<notifications::HandOver> place(notifications::OutboundCall call) override;
  Task<notifications::HandOver> send(notifications::OutboundMail mail) override;

  notifications::Network network() { return {.sms = *this, .calls = *this, .mail = *this}; }

 private:
  notifications::Network inner_;
  Witness& witness_;
};

}  // namespace callwright::sim
