#include "notifications/deliver_message.h"

#include "notifications/answer_json.h"
#include "notifications/domain/alert_text.h"
#include "notifications/domain/delivery_step.h"
#include "notifications/outbound.h"
#include "platform/log/log.h"
#include "platform/metrics/metrics.h"
#include "tenants/journal_owner.h"

namespace callwright::notifications {
namespace {

using messaging::AttemptResult;
using messaging::Message;
using messaging::MessageChannel;
using messaging::MessageKind;

// The recipient has told the carrier STOP.
constexpr std::string_view code_opted_out = "21610";

jobs::Outcome tried_again(const Error& error) {
  return jobs::RetryLater{.reason = error.message, .at_least = std::nullopt};
}

void count_answer(const Message& message, const HandOver& answer) {
  constexpr std::array<std::string_view, 4> words = {"accepted", "refused", "not_handed_over",
                                                     "perhaps"};
  metrics::Registry::global()
      .counter("callwright_hand_overs_total", "Messages handed to a provider, by its answer.",
               {{"channel", std::string(to_string(message.channel))},
                {"answer", std::string(words.at(answer.index()))}})
      .increment();
}

// How long an emergency waited until it first left the house.
void measure_first_attempt(const Message& message, Instant now) {
  metrics::Registry::global()
      .histogram("callwright_emergency_first_attempt_seconds",
                 "From the record of an emergency alert to the first request to a provider.", {},
                 {0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 30, 60, 90})
      .observe(std::chrono::duration<double>(now - message.at).count());
}

}  // namespace

Task<jobs::Outcome> DeliverMessage::run(jobs::Job job) {
  journal::Event begins = journal::event_of(job, parts_.clock.now());
  begins.may_go_on = true;
  const auto preparing = [&](db::Transaction& tx) { return note_preparing(tx, job, begins); };
  Result<Plan> plan = co_await parts_.database.write_async(preparing);
  if (!plan) co_return tried_again(plan.error());

  if (const auto* ask = std::get_if<AskFirst>(&*plan)) {
    const Parcel parcel = ask->parcel;
    const auto sms = outbound_sms(*parcel.tenant, parcel.delivery.message, 1);
    ASSERT(sms.has_value() && parcel.delivery.in_doubt_since.has_value());
    Task<Result<std::optional<std::string>>> look_up = network_of(parcel).sms.look_up(
        *sms, *parcel.delivery.in_doubt_since - provider_clock_behind_max);
    const Result<std::optional<std::string>> found = co_await std::move(look_up);
    const auto taking = [&, event = journal::event_of(job, parts_.clock.now(), looked_up_step,
                                                      to_json(found).dump())](db::Transaction& tx) {
      return parts_.journal.run_for(
          tx, tenants::journal_owner(*parcel.tenant), event,
          [&](db::Transaction& noted) { return take_look_up(noted, job, parcel, found); },
          [](const Plan& next) { return in_words(next); });
    };
    plan = co_await parts_.database.write_async(taking);
    if (!plan) co_return tried_again(plan.error());
  }
  if (const auto* outcome = std::get_if<jobs::Outcome>(&*plan)) co_return *outcome;

  // Its lease ran out meanwhile and another run took the message up.
  if (!std::holds_alternative<HandOverNow>(*plan)) {
    co_return jobs::RetryLater{.reason = "another attempt is under way", .at_least = std::nullopt};
  }

  const Parcel parcel = std::get<HandOverNow>(*plan).parcel;
  if (parcel.attempt == 1 && parcel.delivery.message.kind == MessageKind::EmergencyAlert) {
    measure_first_attempt(parcel.delivery.message, parts_.clock.now());
  }
  Task<HandOver> handing_over = hand_over(parcel);
  const HandOver answer = co_await std::move(handing_over);
  count_answer(parcel.delivery.message, answer);
  const auto taking = [&, event = journal::event_of(job, parts_.clock.now(), answered_step,
                                                    to_json(answer).dump())](db::Transaction& tx) {
    return parts_.journal.run_for(
        tx, tenants::journal_owner(*parcel.tenant), event,
        [&](db::Transaction& noted) { return take_answer(noted, job, parcel, answer); },
        jobs::words);
  };
  const Result<jobs::Outcome> outcome = co_await parts_.database.write_async(taking);
  // The answer is lost with the commit: the next run finds the attempt open.
  co_return outcome ? *outcome : tried_again(outcome.error());
}

Result<DeliverMessage::Plan> DeliverMessage::note_preparing(db::Transaction& tx,
                                                            const jobs::Job& job,
                                                            const journal::Event& event) const {
  TRY_ASSIGN(const tenants::TenantPtr tenant, parts_.tenants.by_id(tx, job.tenant));
  return parts_.journal.run_for(
      tx, tenants::journal_owner(*tenant), event,
      [&](db::Transaction& noted) { return prepare(noted, tenant, job); },
      [](const Plan& plan) { return in_words(plan); });
}

std::string DeliverMessage::in_words(const Plan& plan) {
  if (const auto* outcome = std::get_if<jobs::Outcome>(&plan)) return jobs::words(*outcome);
  return std::holds_alternative<AskFirst>(plan) ? "ask the provider first" : "hand over";
}

Result<DeliverMessage::Plan> DeliverMessage::prepare(db::Transaction& tx,
                                                     const tenants::TenantPtr& tenant,
                                                     const jobs::Job& job) const {
  const MessageId id(job.payload);
  // Only a parked job comes back to a message that was given up on, when a person asked for it.
  TRY(parts_.book.reopen(tx, job.tenant, id));
  TRY_ASSIGN(auto delivery, parts_.book.find(tx, job.tenant, id));
  if (!delivery) return jobs::Outcome(jobs::Park{"the message is gone"});
  const Message& message = delivery->message;

  TRY_ASSIGN(const bool consented, parts_.outbox.may_send(tx, job.tenant, message));
  const DeliveryFacts facts{.status = message.status,
                            .wanted = consented && !delivery->withdrawn,
                            .repeatable = may_be_repeated(message.kind, message.role),
                            .can_look_up = message.channel == MessageChannel::Sms,
                            .copies_in_doubt = delivery->copies_in_doubt};
  const DeliveryStep step = next_delivery_step(facts);
  switch (step) {
    case DeliveryStep::Nothing:
      return jobs::Outcome(jobs::Done{});
    case DeliveryStep::Cancel:
      TRY(parts_.book.cancel(tx, job.tenant, id, consented ? "withdrawn" : "opted_out"));
      return jobs::Outcome(jobs::Done{});
    case DeliveryStep::LeaveUnconfirmed:
      return leave(tx, job, message, messaging::unconfirmed);
    case DeliveryStep::AskProvider:
    case DeliveryStep::HandOver:
      break;
  }
  if (const auto fault = addressing_fault(*tenant, message)) return leave(tx, job, message, *fault);
  if (job.attempt > policy_.attempts_max) {
    // Whatever became of the last attempt, the store could not keep it.
    const bool doubt = delivery->copies_in_doubt > 0;
    return leave(tx, job, message, doubt ? messaging::unconfirmed : messaging::gave_up);
  }
  Parcel parcel{.delivery = *std::move(delivery), .tenant = tenant};
  if (step == DeliveryStep::AskProvider) return AskFirst{std::move(parcel)};
  TRY_ASSIGN(parcel.attempt, parts_.book.begin_attempt(tx, job.tenant, parcel.delivery));
  return HandOverNow{std::move(parcel)};
}

Result<DeliverMessage::Plan> DeliverMessage::take_look_up(
    db::Transaction& tx, const jobs::Job& job, const Parcel& parcel,
    const Result<std::optional<std::string>>& found) const {
  const Message& message = parcel.delivery.message;
  if (!found) {
    return retry_or_give_up(
        tx, job, message,
        {.reason = "the provider cannot say whether it has the message", .at_least = look_up_wait},
        messaging::unconfirmed);
  }
  if (!*found) {
    TRY(parts_.book.end_doubt(tx, job.tenant, parcel.delivery, AttemptResult::NeverWent, {}));
    return prepare(tx, parcel.tenant, job);
  }
  TRY_ASSIGN(const bool is_ours, parts_.book.accept(tx, job.tenant, message.id, **found));
  if (!is_ours) {
    // The same words went to the same person before: which of the two this is, nobody can say.
    return leave(tx, job, message, messaging::unconfirmed);
  }
  TRY(parts_.book.end_doubt(tx, job.tenant, parcel.delivery, AttemptResult::Accepted, **found));
  return jobs::Outcome(jobs::Done{});
}

Task<HandOver> DeliverMessage::hand_over(Parcel parcel) const {
  const Message& message = parcel.delivery.message;
  const tenants::Tenant& tenant = *parcel.tenant;
  const Network& network = network_of(parcel);
  const int copy = parcel.delivery.copies_in_doubt + 1;
  switch (message.channel) {
    case MessageChannel::Sms: {
      Task<HandOver> sending = network.sms.send(*outbound_sms(tenant, message, copy));
      co_return co_await std::move(sending);
    }
    case MessageChannel::Call: {
      Task<HandOver> placing = network.calls.place(*outbound_call(tenant, message));
      co_return co_await std::move(placing);
    }
    case MessageChannel::Email: {
      Task<HandOver> mailing = network.mail.send(outbound_mail(tenant, message, copy));
      co_return co_await std::move(mailing);
    }
    case MessageChannel::Webhook:
    case MessageChannel::Chat:
      break;
  }
  co_return RefusedByProvider{"no_carrier"};
}

Result<jobs::Outcome> DeliverMessage::take_answer(db::Transaction& tx, const jobs::Job& job,
                                                  const Parcel& parcel,
                                                  const HandOver& answer) const {
  const Message& message = parcel.delivery.message;
  const auto ended = [&](AttemptResult result, std::string_view detail) {
    return parts_.book.end_attempt(tx, job.tenant, message.id, parcel.attempt, result, detail);
  };
  if (const auto* accepted = std::get_if<AcceptedByProvider>(&answer)) {
    TRY(ended(AttemptResult::Accepted, accepted->provider_id));
    TRY(parts_.book.accept(tx, job.tenant, message.id, accepted->provider_id));
    return jobs::Done{};
  }
  if (const auto* refusal = std::get_if<RefusedByProvider>(&answer)) {
    TRY(ended(AttemptResult::Refused, refusal->code));
    TRY(refused(tx, job, parcel, *refusal));
    return jobs::Done{};
  }
  if (const auto* kept = std::get_if<NotHandedOver>(&answer)) {
    TRY(ended(AttemptResult::NotHandedOver, kept->reason));
    const bool doubt = parcel.delivery.copies_in_doubt > 0;
    return retry_or_give_up(tx, job, message,
                            {.reason = kept->reason, .at_least = kept->retry_after},
                            doubt ? messaging::unconfirmed : messaging::gave_up);
  }
  const auto& perhaps = std::get<PerhapsHandedOver>(answer);
  TRY(ended(AttemptResult::Perhaps, perhaps.reason));
  const bool at_once = may_be_repeated(message.kind, message.role);
  return retry_or_give_up(
      tx, job, message,
      {.reason = perhaps.reason, .at_least = at_once ? std::nullopt : std::optional(look_up_wait)},
      messaging::unconfirmed);
}

Result<void> DeliverMessage::refused(db::Transaction& tx, const jobs::Job& job,
                                     const Parcel& parcel, const RefusedByProvider& answer) const {
  const Message& message = parcel.delivery.message;
  TRY(parts_.book.fail(tx, job.tenant, message.id, answer.code));
  const auto number = PhoneNumber::parse(message.to);
  if (answer.code != code_opted_out || !number) return {};

  // The carrier knows of a STOP that we never saw. Ours is the stricter book, so it is written down
  // there.
  TRY(parts_.consent.set(
      tx, job.tenant, *number, messaging::Consent::OptedOut,
      {.kind = access::Actor::Kind::Provider, .name = std::string(to_string(message.channel))},
      job.correlation));
  TRY(parts_.outbox.cancel_queued(tx, job.tenant, message.to));
  return {};
}

// The last attempt is known here, so that a message never stays queued behind a job that was given
// up.
Result<jobs::Outcome> DeliverMessage::retry_or_give_up(db::Transaction& tx, const jobs::Job& job,
                                                       const Message& message,
                                                       jobs::RetryLater retry,
                                                       std::string_view final_code) const {
  if (job.attempt < policy_.attempts_max) return std::move(retry);
  return leave(tx, job, message, final_code);
}

Result<jobs::Outcome> DeliverMessage::leave(db::Transaction& tx, const jobs::Job& job,
                                            const Message& message, std::string_view code) const {
  TRY(parts_.book.fail(tx, job.tenant, message.id, code));
  return jobs::Park{std::string(code)};
}

}  // namespace callwright::notifications
