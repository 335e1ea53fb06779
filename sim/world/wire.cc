#include "sim/world/wire.h"

namespace callwright::sim {
namespace {

using notifications::AcceptedByProvider;
using notifications::HandOver;
using notifications::NotHandedOver;
using notifications::PerhapsHandedOver;

constexpr double refused_while_down = 0.3;
constexpr double early_share = 0.2;

// Marks that the process is at work for as long as this lives.
class Inside {
 public:
  explicit Inside(int& depth) : depth_(depth) { ++depth_; }
  ~Inside() { --depth_; }
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;

 private:
  int& depth_;
};

}  // namespace

providers::sandbox::Deliver Wire::in_front_of(providers::sandbox::Deliver deliver_onward) {
  deliver_ = std::move(deliver_onward);
  return [this](http::ClientRequest request) { return deliver(std::move(request)); };
}

notifications::Network Wire::in_front_of(const notifications::Network& network) {
  sms_ = &network.sms;
  calls_ = &network.calls;
  mail_ = &network.mail;
  return {.sms = *this, .calls = *this, .mail = *this};
}

Task<http::ClientResult> Wire::deliver(http::ClientRequest request) {
  using http::ClientError;
  using http::SendFailure;
  if (parts_.life.is_dead() && inside_ == 0 && parts_.chance.fraction() >= refused_while_down) {
    restart_();
  }
  if (parts_.life.is_dead()) {
    co_return std::unexpected(ClientError{SendFailure::NotSent, "connection refused"});
  }
  ++parts_.tally.webhooks;
  parts_.trace.add(request.url);
  parts_.trace.add(request.body);
  const Inside inside(inside_);
  http::ClientResult answer = co_await deliver_(std::move(request));
  if (parts_.life.is_dead()) {
    answer = std::unexpected(ClientError{SendFailure::Ambiguous, "connection reset"});
  }
  parts_.trace.add(answer ? std::string_view(answer->body) : "");
  co_return answer;
}

// A process that is dead sends nothing, and one that dies here has not yet.
bool Wire::dies_before_request() {
  return parts_.life.ends_here();
}

// What the process hears of its request. It may die before it hears.
HandOver Wire::heard(HandOver answer) {
  const bool accepted = std::holds_alternative<AcceptedByProvider>(answer);
  if (accepted && parts_.faults.is_on(Fault::EarlyCallback) &&
      parts_.chance.fraction() < early_share * parts_.faults.weight(Fault::EarlyCallback)) {
    parts_.tally.count_fault("early_callback");
    call_back_();
  }
  parts_.trace.add(answer.index());
  if (parts_.life.ends_here()) return PerhapsHandedOver{"the process has died"};
  return answer;
}

Task<HandOver> Wire::send(notifications::OutboundSms sms) {
  if (dies_before_request()) co_return NotHandedOver{"the process has died", std::nullopt};
  const Inside inside(inside_);
  const std::string to = sms.to.e164();
  ReceivedText text{.from = sms.from.e164(), .body = sms.body.text()};
  parts_.trace.add(to);
  parts_.trace.add(text.body);
  HandOver answer = co_await sms_->send(std::move(sms));
  if (std::holds_alternative<AcceptedByProvider>(answer)) {
    watch_(to, text.body);
    parts_.post.put(to, std::move(text));
  }
  co_return heard(std::move(answer));
}

Task<Result<std::optional<std::string>>> Wire::look_up(notifications::OutboundSms sms,
                                                       Instant since) {
  if (dies_before_request()) co_return failure(ErrorCode::Unavailable, "the process has died");
  co_return co_await sms_->look_up(std::move(sms), since);
}

Task<HandOver> Wire::place(notifications::OutboundCall call) {
  if (dies_before_request()) co_return NotHandedOver{"the process has died", std::nullopt};
  const Inside inside(inside_);
  parts_.trace.add(call.to.e164());
  co_return heard(co_await calls_->place(std::move(call)));
}

Task<HandOver> Wire::send(notifications::OutboundMail mail) {
  if (dies_before_request()) co_return NotHandedOver{"the process has died", std::nullopt};
  const Inside inside(inside_);
  parts_.trace.add(mail.to);
  co_return heard(co_await mail_->send(std::move(mail)));
}

}  // namespace callwright::sim
