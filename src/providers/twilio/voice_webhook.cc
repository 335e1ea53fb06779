#include "providers/twilio/voice_webhook.h"

#include <variant>

#include "providers/twilio/twiml.h"

namespace callwright::providers::twilio {
namespace {

constexpr std::string_view accepted = "accepted";
constexpr std::string_view not_accepted = "not accepted";

std::string transfer_key(std::string_view caller_sid, int turn) {
  return std::string(caller_sid) + "/" + std::to_string(turn);
}

// Whether a transfer was accepted is settled once, by whichever comes first: the key that is
// pressed, or the end of the ringing. The other finds it settled.
Result<bool> settle_acceptance(const WebhookParts& parts, db::Transaction& tx,
                               const TenantId& tenant, const std::string& transfer,
                               std::string_view proposed) {
  const EventKey key{.source = "twilio.transfer_acceptance", .natural_key = transfer, .token = ""};
  TRY_ASSIGN(const std::string settled,
             parts.receipts.once(tx, tenant, key, parts.clock.now(),
                                 [&]() -> Result<std::string> { return std::string(proposed); }));
  return settled == accepted;
}

// The line of whoever is rung knows the caller's line, whose name is the conversation's.
std::optional<CorrelationId> conversation_of(const std::string& caller_sid) {
  if (caller_sid.empty()) return std::nullopt;
  return CorrelationId(caller_sid);
}

EventKey whisper_key(const std::string& transfer) {
  return {.source = "twilio.whisper", .natural_key = transfer, .token = ""};
}

}  // namespace

Task<http::Response> VoiceWebhook::arrive(http::Request request) const {
  return take(std::move(request), "voice", read_arrival);
}

Task<http::Response> VoiceWebhook::answer(http::Request request) const {
  return take(std::move(request), "turn", read_answer);
}

Task<http::Response> VoiceWebhook::recorded(http::Request request) const {
  return take(std::move(request), "recording", read_recording);
}

Task<http::Response> VoiceWebhook::take(http::Request request, std::string webhook,
                                        ReadTurn read) const {
  const auto form = gate_.admit(request);
  if (!form) co_return form.error();
  const auto call = read_call(*form);
  if (!call) co_return gate_.refuse(call.error());
  const auto turn = read(*form);
  if (!turn) co_return gate_.refuse(turn.error());

  // One instant for reading and deciding: "in an hour" is the same hour to both.
  const Instant now = gate_.parts().clock.now();
  const auto reading = read_words(call->business, *turn, now);
  co_await gate_.ask_for_proposal(call->business, *turn, reading);
  const auto twiml =
      co_await gate_.once({.form = *form,
                           .at = now,
                           .business = call->business,
                           .key = {.source = "twilio." + webhook,
                                   .natural_key = turn->source_event,
                                   .token = form->retry_token()}},
                          [&](db::Transaction& tx, const tenants::TenantPtr& tenant) {
                            return take_turn(tx, tenant, *turn, reading);
                          });
  co_return gate_.answer_call(twiml, webhook, [&] {
    return twiml::apology(call->call_sid, call->business, gate_.links());
  });
}

Task<http::Response> VoiceWebhook::transfer_ended(http::Request request) const {
  const auto form = gate_.admit(request);
  if (!form) co_return form.error();
  const auto call = read_call(*form);
  if (!call) co_return gate_.refuse(call.error());
  const auto unaccepted = read_transfer_end(*form, false);
  if (!unaccepted) co_return gate_.refuse(unaccepted.error());

  const auto twiml = co_await gate_.once(
      {.form = *form,
       .at = gate_.parts().clock.now(),
       .business = call->business,
       .key = {.source = "twilio.transfer",
               .natural_key = unaccepted->source_event,
               .token = form->retry_token()}},
      [&](db::Transaction& tx, const tenants::TenantPtr& tenant) -> Result<std::string> {
        const std::string transfer = transfer_key(call->call_sid, *unaccepted->number);
        TRY_ASSIGN(const bool taken,
                   settle_acceptance(gate_.parts(), tx, tenant->id, transfer, not_accepted));
        return take_turn(tx, tenant, taken ? *read_transfer_end(*form, true) : *unaccepted,
                         std::nullopt);
      });
  co_return gate_.answer_call(twiml, "transfer", [&] {
    return twiml::apology(call->call_sid, call->business, gate_.links());
  });
}

Task<http::Response> VoiceWebhook::whisper(http::Request request) const {
  const auto form = gate_.admit(request);
  if (!form) co_return form.error();
  const auto call = read_call(*form);
  if (!call) co_return gate_.refuse(call.error());
  const auto turn = linked_turn(*form);
  if (!turn) co_return gate_.refuse({400, "no_turn"});

  // The answer was written down when the transfer began. A whisper to nobody's transfer ends the
  // call.
  const auto twiml =
      co_await gate_.once({.form = *form,
                           .at = gate_.parts().clock.now(),
                           .business = call->business,
                           .key = whisper_key(transfer_key(call->parent_sid, *turn)),
                           .correlation = conversation_of(call->parent_sid)},
                          [](db::Transaction&, const tenants::TenantPtr&) -> Result<std::string> {
                            return failure(ErrorCode::NotFound, "no such transfer");
                          });
  co_return gate_.answer_call(twiml, "whisper", twiml::hang_up);
}

Task<http::Response> VoiceWebhook::whisper_accept(http::Request request) const {
  const auto form = gate_.admit(request);
  if (!form) co_return form.error();
  const auto call = read_call(*form);
  if (!call) co_return gate_.refuse(call.error());
  const auto turn = linked_turn(*form);
  if (!turn) co_return gate_.refuse({400, "no_turn"});
  if (form->field("Digits") != "1") co_return xml_response(twiml::hang_up());

  const std::string transfer = transfer_key(call->parent_sid, *turn);
  const auto twiml = co_await gate_.once(
      {.form = *form,
       .at = gate_.parts().clock.now(),
       .business = call->business,
       .key = {.source = "twilio.whisper_accept",
               .natural_key = transfer + "/" + call->call_sid,
               .token = form->retry_token()},
       .correlation = conversation_of(call->parent_sid)},
      [&](db::Transaction& tx, const tenants::TenantPtr& tenant) -> Result<std::string> {
        TRY_ASSIGN(const bool taken,
                   settle_acceptance(gate_.parts(), tx, tenant->id, transfer, accepted));
        // Too late: the caller is with us again. Otherwise the end of the whisper joins the two
        // lines.
        return taken ? twiml::nothing() : twiml::hang_up();
      });
  co_return gate_.answer_call(twiml, "whisper_accept", twiml::hang_up);
}

Task<http::Response> VoiceWebhook::fall_back(http::Request request) const {
  const auto form = gate_.admit(request);
  if (!form) co_return form.error();
  const auto call = read_call(*form);
  if (!call) co_return gate_.refuse(call.error());
  co_return xml_response(twiml::apology(call->call_sid, call->business, gate_.links()));
}

std::optional<language::Understanding> VoiceWebhook::read_words(const PhoneNumber& business,
                                                                const reception::Turn& turn,
                                                                Instant now) const {
  // Where this process has not met the number yet, the words are read inside the transaction.
  const tenants::TenantPtr tenant = gate_.parts().tenants.recently_seen(business);
  if (!tenant) return std::nullopt;
  return gate_.parts().receptionist.read(*tenant, turn, now);
}

Result<std::string> VoiceWebhook::take_turn(
    db::Transaction& tx, const tenants::TenantPtr& tenant, const reception::Turn& turn,
    const std::optional<language::Understanding>& reading) const {
  const WebhookParts& parts = gate_.parts();
  TRY_ASSIGN(const reception::Reply reply, parts.receptionist.take_turn(tx, tenant, turn, reading));
  if (const auto* transfer = std::get_if<reception::Transfer>(&reply.next)) {
    // The whisper comes on a line of its own that knows nothing of this conversation, so its answer
    // is kept from here, and what it says of the caller is in no link.
    TRY(parts.receipts.once(
        tx, tenant->id, whisper_key(transfer_key(turn.conversation_key, reply.turn)),
        parts.clock.now(),
        [&]() -> Result<std::string> { return twiml::whisper(reply, *transfer, gate_.links()); }));
  }
  return twiml::render(reply, turn.conversation_key, gate_.links());
}

}  // namespace callwright::providers::twilio
