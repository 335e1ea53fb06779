#pragma once

#include <string>
#include <string_view>

#include "messaging/domain/message.h"
#include "notifications/ports.h"
#include "sim/observe/batch.h"

namespace callwright::sim {

// A message on its way into a provider's hands.
struct Parcel {
  std::string message_id;
  messaging::MessageChannel channel = messaging::MessageChannel::Sms;
  std::string to;
  std::string body;  // Empty for a call, whose words are asked for when it is picked up.
};

// Whether the carrier signed what arrives. Looking costs time, so it is not always done.
enum class SignatureSeen : std::uint8_t { NotLookedAt, Right, Wrong };

// A request of the carrier's, as it reaches us.
struct Webhook {
  std::string path;   // "/twilio/turn", without what follows a question mark.
  std::string body;   // As it arrived.
  std::string token;  // The carrier's retry token; empty where it sends none.
  SignatureSeen signature = SignatureSeen::NotLookedAt;
};

// Is told everything that can be seen from outside, in the order it happens.
class Witness {
 public:
  virtual ~Witness() = default;

  virtual void committed(const Batch& batch) = 0;

  virtual void handing_over(const Parcel& parcel) = 0;
  virtual void handed_over(const Parcel& parcel, const notifications::HandOver& answer) = 0;
  // The provider was asked whether it has the message. No answer: it could not say.
  virtual void looked_up(const Parcel& parcel, const Result<bool>& has_it) = 0;

  virtual void webhook_begins(const Webhook& webhook) = 0;
  // Status 0: no answer came out of the process.
  virtual void webhook_ends(const Webhook& webhook, int status, std::string_view answer) = 0;
};

}  // namespace callwright::sim
