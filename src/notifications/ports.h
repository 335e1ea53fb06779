#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/id.h"
#include "base/phone_number.h"
#include "base/private_text.h"
#include "base/time.h"
#include "platform/async/task.h"

// What delivery needs from the outside world. Providers implement these; one suite of tests says
// what they mean.
namespace callwright::notifications {

// The provider took it, under its own id.
struct AcceptedByProvider {
  std::string provider_id;
};
// The provider says it can never be delivered so: another try is useless.
struct RefusedByProvider {
  std::string code;  // "21610".
};
// It surely did not go: try again, no sooner than asked.
struct NotHandedOver {
  std::string reason;
  std::optional<Milliseconds> retry_after;
};
// It may have gone: the answer was lost.
struct PerhapsHandedOver {
  std::string reason;
};
using HandOver =
    std::variant<AcceptedByProvider, RefusedByProvider, NotHandedOver, PerhapsHandedOver>;

struct OutboundSms {
  MessageId id;
  PhoneNumber from;
  PhoneNumber to;
  PrivateText body;
};

class SmsSender {
 public:
  virtual ~SmsSender() = default;
  virtual Task<HandOver> send(OutboundSms sms) = 0;

  // Looks for a message that was perhaps handed over: its provider id, or nothing when the provider
  // has none like it. An error when the provider cannot say.
  virtual Task<Result<std::optional<std::string>>> look_up(OutboundSms sms, Instant since) = 0;
};

// A call that speaks an alert and asks for a key to accept it.
struct OutboundCall {
  MessageId id;
  PhoneNumber from;
  PhoneNumber to;
};

class CallPlacer {
 public:
  virtual ~CallPlacer() = default;
  virtual Task<HandOver> place(OutboundCall call) = 0;
};

struct OutboundMail {
  MessageId id;
  std::string to;
  std::string subject;
  PrivateText body;
};

class MailSender {
 public:
  virtual ~MailSender() = default;
  virtual Task<HandOver> send(OutboundMail mail) = 0;
};

// The operator of the server, when something needs a person there.
struct OperatorContact {
  std::string email;                 // Empty: none.
  std::optional<PhoneNumber> phone;  // Absent: none. The log and the metric are always written.
};

}  // namespace callwright::notifications
