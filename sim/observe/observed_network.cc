#include "sim/observe/observed_network.h"

namespace callwright::sim {

using messaging::MessageChannel;
using notifications::HandOver;

namespace {

Parcel parcel_of(const notifications::OutboundSms& sms) {
  return {.message_id = sms.id.text(),
          .channel = MessageChannel::Sms,
          .to = sms.to.e164(),
          .body = sms.body.text()};
}

}  // namespace

Task<HandOver> ObservedNetwork::send(notifications::OutboundSms sms) {
  const Parcel parcel = parcel_of(sms);
  witness_.handing_over(parcel);
  Task<HandOver> sending = inner_.sms.send(std::move(sms));
  HandOver answer = co_await std::move(sending);
  witness_.handed_over(parcel, answer);
  co_return answer;
}

Task<Result<std::optional<std::string>>> ObservedNetwork::look_up(notifications::OutboundSms sms,
                                                                  Instant since) {
  const Parcel parcel = parcel_of(sms);
  Task<Result<std::optional<std::string>>> asking = inner_.sms.look_up(std::move(sms), since);
  const Result<std::optional<std::string>> answer = co_await std::move(asking);
  if (answer) {
    witness_.looked_up(parcel, answer->has_value());
  } else {
    witness_.looked_up(parcel, std::unexpected(answer.error()));
  }
  co_return answer;
}

Task<HandOver> ObservedNetwork::place(notifications::OutboundCall call) {
  const Parcel parcel{.message_id = call.id.text(),
                      .channel = MessageChannel::Call,
                      .to = call.to.e164(),
                      .body = {}};
  witness_.handing_over(parcel);
  Task<HandOver> placing = inner_.calls.place(std::move(call));
  HandOver answer = co_await std::move(placing);
  witness_.handed_over(parcel, answer);
  co_return answer;
}

Task<HandOver> ObservedNetwork::send(notifications::OutboundMail mail) {
  const Parcel parcel{.message_id = mail.id.text(),
                      .channel = MessageChannel::Email,
                      .to = mail.to,
                      .body = mail.body.text()};
  witness_.handing_over(parcel);
  Task<HandOver> mailing = inner_.mail.send(std::move(mail));
  HandOver answer = co_await std::move(mailing);
  witness_.handed_over(parcel, answer);
  co_return answer;
}

}  // namespace callwright::sim
