#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "notifications/ports.h"
#include "platform/clock/clock.h"

namespace callwright::notifications {

// How a provider behaves.
enum class Mood : std::uint8_t {
  Answers,
  Refuses,          // With `refusal`.
  Throttles,        // Asks to come back after `throttle_wait`.
  Down,             // Says at once that it cannot.
  Hangs,            // Takes nothing, and no answer comes.
  AcceptsThenHangs  // Takes it, and no answer comes.
};

// A network of providers in memory.
class StubNetwork final : public SmsSender, public CallPlacer, public MailSender {
 public:
  explicit StubNetwork(const Clock& clock) : clock_(clock) {}

  // What a provider was handed and has.
  struct Held {
    std::string provider_id;
    MessageId message;
    Instant at;
    std::string to;
    std::string body;  // Empty for a call.
  };

  Mood sms_mood = Mood::Answers;
  Mood call_mood = Mood::Answers;
  Mood mail_mood = Mood::Answers;
  bool look_up_works = true;
  std::string refusal = "30006";
  Milliseconds throttle_wait{45'000};
  // Called while the provider has a request and we have no answer yet.
  std::function<void(const Held&)> meanwhile = [](const Held&) {};

  std::vector<Held> texts;
  std::vector<Held> calls;
  std::vector<Held> mails;
  std::vector<Instant> requests;  // Every time somebody was asked to take something.

  Task<HandOver> send(OutboundSms sms) override {
    co_return take(sms_mood, texts, "SM", sms.id, sms.to.e164(), sms.body.text());
  }
  Task<HandOver> place(OutboundCall call) override {
    co_return take(call_mood, calls, "CA", call.id, call.to.e164(), "");
  }
  Task<HandOver> send(OutboundMail mail) override {
    co_return take(mail_mood, mails, "ML", mail.id, mail.to, mail.body.text());
  }

  Task<Result<std::optional<std::string>>> look_up(OutboundSms sms, Instant since) override {
    if (!look_up_works) co_return failure(ErrorCode::Unavailable, "the list is not available");
    for (const Held& text : texts) {
      if (text.to == sms.to.e164() && text.body == sms.body.text() && text.at >= since) {
        co_return std::optional(text.provider_id);
      }
    }
    co_return std::optional<std::string>();
  }

 private:
  HandOver take(Mood mood, std::vector<Held>& held, std::string_view prefix, const MessageId& id,
                const std::string& to, const std::string& body) {
    requests.push_back(clock_.now());
    const Held item{.provider_id = std::string(prefix) + std::to_string(++count_),
                    .message = id,
                    .at = clock_.now(),
                    .to = to,
                    .body = body};
    if (mood == Mood::Answers || mood == Mood::AcceptsThenHangs) held.push_back(item);
    meanwhile(item);
    switch (mood) {
      case Mood::Answers:
        return AcceptedByProvider{item.provider_id};
      case Mood::Refuses:
        return RefusedByProvider{refusal};
      case Mood::Throttles:
        return NotHandedOver{.reason = "throttled", .retry_after = throttle_wait};
      case Mood::Down:
        return NotHandedOver{.reason = "503", .retry_after = std::nullopt};
      case Mood::Hangs:
      case Mood::AcceptsThenHangs:
        break;
    }
    return PerhapsHandedOver{"no answer"};
  }

  const Clock& clock_;
  int count_ = 0;
};

}  // namespace callwright::notifications
