#include "sim/sabotage/wire_bugs.h"

#include <algorithm>

#include "platform/crypto/crypto.h"
#include "sim/checks/form_reading.h"

namespace callwright::sim {
namespace {

using notifications::HandOver;
using notifications::NotHandedOver;
using notifications::OutboundCall;
using notifications::OutboundMail;
using notifications::OutboundSms;
using notifications::PerhapsHandedOver;

// Stands in front of the ways out; does nothing else until a bug takes a way over.
class Door : public notifications::SmsSender,
             public notifications::CallPlacer,
             public notifications::MailSender {
 public:
  explicit Door(const notifications::Network& inner) : inner_(inner) {}

  Task<HandOver> send(OutboundSms sms) override { return inner_.sms.send(std::move(sms)); }
  Task<Result<std::optional<std::string>>> look_up(OutboundSms sms, Instant since) override {
    return inner_.sms.look_up(std::move(sms), since);
  }
  Task<HandOver> place(OutboundCall call) override { return inner_.calls.place(std::move(call)); }
  Task<HandOver> send(OutboundMail mail) override { return inner_.mail.send(std::move(mail)); }

  notifications::Network network() { return {.sms = *this, .calls = *this, .mail = *this}; }

 protected:
  notifications::Network inner_;
};

template <class Kind>
class AtTheDoor : public Saboteur {
 public:
  notifications::Network in_front_of(const notifications::Network& network) override {
    door_ = std::make_unique<Kind>(network);
    return door_->network();
  }

 protected:
  std::unique_ptr<Kind> door_;
};

class Resending final : public Door {
 public:
  using Door::Door;
  using Door::send;

  Task<HandOver> send(OutboundSms sms) override {
    Task<HandOver> sending = inner_.sms.send(sms);
    HandOver answer = co_await std::move(sending);
    if (!std::holds_alternative<PerhapsHandedOver>(answer)) co_return answer;
    Task<HandOver> again = inner_.sms.send(sms);
    co_return co_await std::move(again);
  }
};

class Misunderstanding final : public Door {
 public:
  using Door::Door;
  using Door::send;

  Task<HandOver> send(OutboundSms sms) override {
    Task<HandOver> sending = inner_.sms.send(std::move(sms));
    HandOver answer = co_await std::move(sending);
    if (!std::holds_alternative<PerhapsHandedOver>(answer)) co_return answer;
    co_return NotHandedOver{.reason = "timeout", .retry_after = std::nullopt};
  }
};

class SentBeforeCommit final : public AtTheDoor<Door> {
 public:
  std::optional<Swallowed> on_write(Statement& statement, db::Transaction& tx) override {
    const bool is_confirmation =
        statement.contains("INSERT INTO messages") && statement.text(7) == "confirmation";
    if (!is_confirmation || !door_) return std::nullopt;
    const auto rows = tx.query("SELECT number FROM tenant_numbers WHERE tenant_id = ? LIMIT 1",
                               statement.text(0));
    const auto to = PhoneNumber::parse(std::string(statement.text(4)));
    if (!rows || rows->empty() || !to) return std::nullopt;
    OutboundSms sms{.id = MessageId(std::string(statement.text(1))),
                    .from = rows->front().phone_number(0),
                    .to = *to,
                    .body = PrivateText(std::string(statement.text(8)))};
    start(door_->send(std::move(sms)), [](const HandOver&) {});
    return std::nullopt;
  }
};

// What was said is written down as it was said.
class WordsNotRedacted final : public Saboteur {
 public:
  void on_webhook(http::ClientRequest& request) override {
    words_ = form_value(request.body, "SpeechResult");
    if (words_.empty()) words_ = form_value(request.body, "Body");
  }
  std::optional<Swallowed> on_write(Statement& statement, db::Transaction& /*tx*/) override {
    if (statement.contains("INSERT INTO turns") && !words_.empty()) statement.set(4, words_);
    return std::nullopt;
  }

 private:
  std::string words_;
};

// Whatever comes is signed anew, as if nobody looked.
class SignatureNotChecked final : public Saboteur {
 public:
  void on_webhook(http::ClientRequest& request) override {
    auto form = http::parse_form(request.body);
    if (!form) return;
    std::ranges::sort(*form);
    std::string text = request.url;
    for (const auto& [name, value] : *form) text += name + value;
    const providers::sandbox::SandboxSettings carrier;
    request.headers.set("X-Twilio-Signature",
                        crypto::base64(crypto::hmac_sha1(carrier.auth_token, text)));
  }
};

}  // namespace

std::unique_ptr<Saboteur> plant_sent_before_commit(const Bug& /*bug*/) {
  return std::make_unique<SentBeforeCommit>();
}
std::unique_ptr<Saboteur> plant_resent_without_asking(const Bug& /*bug*/) {
  return std::make_unique<AtTheDoor<Resending>>();
}
std::unique_ptr<Saboteur> plant_timeout_taken_for_failure(const Bug& /*bug*/) {
  return std::make_unique<AtTheDoor<Misunderstanding>>();
}
std::unique_ptr<Saboteur> plant_words_not_redacted(const Bug& /*bug*/) {
  return std::make_unique<WordsNotRedacted>();
}
std::unique_ptr<Saboteur> plant_signature_not_checked(const Bug& /*bug*/) {
  return std::make_unique<SignatureNotChecked>();
}

}  // namespace callwright::sim
