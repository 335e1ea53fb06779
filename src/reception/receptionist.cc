#include "reception/receptionist.h"

#include "base/text.h"
#include "dialogue/domain/hearing.h"
#include "dialogue/memory_codec.h"
#include "language/redaction.h"
#include "platform/journal/event_scope.h"
#include "reception/conversation_closer.h"
#include "reception/owner_notice.h"
#include "reception/parts.h"
#include "reception/reading.h"
#include "reception/session.h"
#include "reception/take_proposal.h"
#include "reception/trace.h"

namespace callwright::reception {
namespace {

using dialogue::Memory;
using dialogue::Signal;
using dialogue::Stage;
using language::Channel;
using language::Understanding;
using messaging::Conversation;

// A recogniser that is less sure than this may have misheard a name or a number.
constexpr double confidence_sure = 0.6;

language::RedactionPolicy transcript_policy(const tenants::Policies& policies) {
  return {
      .dob = policies.redact_dob, .email = policies.redact_email, .phone = policies.redact_phone};
}

PrivateText for_transcript(const std::string& words, const tenants::Tenant& tenant) {
  if (!tenant.policies.transcripts) return PrivateText();
  return PrivateText(language::redact(words, transcript_policy(tenant.policies)).text);
}

std::string speech_text(const std::vector<Speech>& speech) {
  std::vector<std::string> pieces;
  for (const Speech& piece : speech) pieces.push_back(piece.text);
  return joined(pieces, " ");
}

Signal signal_of_event(Memory& memory, const tenants::Tenant& tenant, const Turn& turn,
                       const std::optional<Understanding>& heard) {
  if (const Said* said = words_of(turn)) {
    if (trimmed(said->text.text()).empty()) return Signal::Silence;
    return dialogue::hear(memory, tenant, *heard, said->text.text(),
                          said->confidence >= confidence_sure);
  }
  if (std::holds_alternative<Said>(turn.event)) return Signal::Unclear;
  if (const auto* pressed = std::get_if<Pressed>(&turn.event)) {
    return dialogue::signal_of_keys(memory, pressed->keys);
  }
  if (const auto* transfer = std::get_if<TransferEnded>(&turn.event)) {
    return transfer->bridged ? Signal::TransferReached : Signal::TransferFailed;
  }
  if (const auto* recorded = std::get_if<Recorded>(&turn.event)) {
    return recorded->url.empty() ? Signal::RecordingEmpty : Signal::RecordingTaken;
  }
  return std::holds_alternative<Arrived>(turn.event) ? Signal::Arrived : Signal::Silence;
}

// What is known about the person before a word is said.
Result<Memory> first_memory(const Parts& parts, db::Transaction& tx, const tenants::Tenant& tenant,
                            const Turn& turn) {
  Memory memory;
  if (!tenant.languages.empty()) memory.language = tenant.languages.front();
  memory.phone = turn.person;
  memory.line = turn.person;
  if (!turn.person) return memory;

  TRY_ASSIGN(const auto customer, parts.customers.find_by_phone(tx, tenant.id, *turn.person));
  if (!customer) return memory;
  memory.customer = customer->id;
  memory.name = customer->name;
  memory.identified = turn.verification == Verification::A;
  if (!customer->addresses.empty()) memory.address_on_file = customer->addresses.front();
  return memory;
}

// Turns that the call register has a word for.
std::optional<calls::CallEvent> call_event_of(const Event& event, const Next& next) {
  using calls::CallEvent;
  if (std::holds_alternative<Transfer>(next)) return CallEvent::TransferStarted;
  if (std::holds_alternative<Record>(next)) return CallEvent::VoicemailStarted;
  if (const auto* transfer = std::get_if<TransferEnded>(&event)) {
    return transfer->bridged ? CallEvent::TransferBridged : CallEvent::TransferFailed;
  }
  if (std::holds_alternative<Recorded>(event)) return CallEvent::VoicemailTaken;
  if (std::holds_alternative<Arrived>(event)) return CallEvent::Answered;
  return std::nullopt;
}

// A turn in progress: the conversation, what it remembers, and what is made of the turn.
struct Taken {
  Conversation conversation;
  Memory memory;
};

Result<Taken> open_conversation(const Parts& parts, db::Transaction& tx,
                                const tenants::Tenant& tenant, const Turn& turn) {
  const Instant now = parts.clock.now();
  TRY_ASSIGN(Memory memory, first_memory(parts, tx, tenant, turn));
  // The correlation id of a call is the carrier's name for it: support has it in hand.
  TRY_ASSIGN(Conversation conversation,
             parts.conversations.open(tx, tenant.id, turn.channel, turn.conversation_key,
                                      turn.person, CorrelationId(turn.source_event), now));
  journal::belongs_to(conversation.correlation);
  conversation.customer = memory.customer;
  TRY(schedule_closing(parts.queue, tx, tenant, conversation, now));
  return Taken{.conversation = std::move(conversation), .memory = std::move(memory)};
}

Result<Taken> load(Conversation conversation) {
  journal::belongs_to(conversation.correlation);
  TRY_ASSIGN(Memory memory, dialogue::decode(conversation.memory));
  return Taken{.conversation = std::move(conversation), .memory = std::move(memory)};
}

Reply reply_of(const Taken& taken, const tenants::Tenant& tenant, std::vector<Speech> speech,
               Next next) {
  return {.conversation = taken.conversation.id,
          .turn = taken.conversation.turn,
          .language = taken.memory.language,
          .business = tenant.numbers.front(),
          .speech = std::move(speech),
          .next = std::move(next)};
}

// A turn that was answered before, asked for again under another name: the same once more.
Reply repeated_reply(const Taken& taken, const tenants::Tenant& tenant) {
  if (taken.memory.stage == Stage::Done) return reply_of(taken, tenant, {}, HangUp{});
  return reply_of(taken, tenant, {{.prompt = "repeat", .text = taken.memory.last_said}},
                  Listen{.asked = dialogue::question_of(taken.memory.stage)});
}

bool is_stale(const Turn& turn, const Conversation& conversation) {
  return turn.number && *turn.number != conversation.turn;
}

// What the words were read as, and what a model had to do with it.
struct Heard {
  std::optional<Understanding> reading;
  Json proposal;
};

// The words were read as an answer to what the wire said we had asked; the memory has the last
// word.
Result<Heard> hear(const Parts& parts, db::Transaction& tx, const tenants::Tenant& tenant,
                   const Taken& taken, const Turn& turn,
                   const std::optional<Understanding>& reading) {
  const Instant now = parts.clock.now();
  const language::Question asked = dialogue::question_of(taken.memory.stage);
  const std::optional<Instant> day = dialogue::day_in_talk(taken.memory, tenant.zone);
  const bool read_right =
      reading && turn.asked == asked && !(day && reading->slots.date_time.has_value());
  Heard heard{.reading = read_right ? reading : read_words(tenant, turn, asked, now, day)};
  TRY_ASSIGN(heard.proposal, take_proposal(tx, tenant, turn, asked, now, heard.reading));
  return heard;
}

Result<Reply> answer(const Parts& parts, db::Transaction& tx, const tenants::Tenant& tenant,
                     Taken& taken, const Turn& turn, const Heard& heard,
                     messaging::MessageKind* kind) {
  Session session(parts, tx, tenant, taken.conversation, taken.memory, turn);
  PrivateText heard_text;
  if (const Said* said = std::get_if<Said>(&turn.event)) {
    heard_text = for_transcript(said->text.text(), tenant);
    session.set_heard(PrivateText(safe_words(said->text.text())));
  }
  if (const auto* recorded = std::get_if<Recorded>(&turn.event)) session.set_recording(*recorded);

  const Signal signal = signal_of_event(taken.memory, tenant, turn, heard.reading);
  TRY_ASSIGN(Next next, session.run(signal));
  const std::string said = speech_text(session.speech());
  if (!said.empty()) taken.memory.last_said = said;
  ++taken.memory.turns;

  const messaging::TurnRecord record{
      .turn = taken.conversation.turn,
      .at = parts.clock.now(),
      .heard = heard_text,
      .said = tenant.policies.transcripts ? PrivateText(said) : PrivateText(),
      .trace = trace_of({turn, heard.reading, heard.proposal, session.steps(), taken.memory,
                         session.speech()},
                        tenant.zone)
                   .dump()};
  ++taken.conversation.turn;
  taken.conversation.last_at = parts.clock.now();
  taken.conversation.memory = dialogue::encode(taken.memory);
  TRY(parts.conversations.save(tx, taken.conversation, record));
  if (kind != nullptr) *kind = session.reply_kind();
  return reply_of(taken, tenant, session.speech(), std::move(next));
}

Result<void> leave(const Parts& parts, db::Transaction& tx, const tenants::Tenant& tenant,
                   Taken& taken, const Turn& turn) {
  Session session(parts, tx, tenant, taken.conversation, taken.memory, turn);
  TRY(session.leave());
  const messaging::TurnRecord record{
      .turn = taken.conversation.turn,
      .at = parts.clock.now(),
      .trace =
          trace_of({turn, std::nullopt, nullptr, session.steps(), taken.memory, session.speech()},
                   tenant.zone)
              .dump()};
  ++taken.conversation.turn;
  taken.conversation.memory = dialogue::encode(taken.memory);
  return parts.conversations.save(tx, taken.conversation, record);
}

// What the turn is to the call register, in order; for most turns nothing.
std::vector<calls::CallEvent> call_events_of(const Turn& turn, const Next& next) {
  std::vector<calls::CallEvent> events;
  // A recorded message both ends a recording and may begin nothing; a transfer's end comes before
  // what follows it.
  if (std::holds_alternative<TransferEnded>(turn.event) ||
      std::holds_alternative<Recorded>(turn.event)) {
    events.push_back(*call_event_of(turn.event, HangUp{}));
  }
  if (const auto event = call_event_of(turn.event, next)) events.push_back(*event);
  return events;
}

Result<void> record_call_events(const Parts& parts, db::Transaction& tx,
                                const tenants::Tenant& tenant, const Turn& turn,
                                const std::vector<calls::CallEvent>& events) {
  if (turn.channel != Channel::Voice || events.empty()) return {};
  TRY_ASSIGN(auto call, parts.calls.find(tx, tenant.id, turn.conversation_key));
  if (!call) return {};
  for (const calls::CallEvent event : events) {
    TRY(parts.calls.apply(tx, *call, event, turn.source_event, parts.clock.now()));
  }
  return {};
}

}  // namespace

std::optional<Understanding> Receptionist::read(const tenants::Tenant& tenant, const Turn& turn,
                                                Instant now) const {
  return read_words(tenant, turn, turn.asked, now);
}

Result<Reply> Receptionist::take_turn(db::Transaction& tx, const tenants::TenantPtr& tenant,
                                      const Turn& turn,
                                      const std::optional<Understanding>& reading) const {
  TRY_ASSIGN(auto conversation,
             parts_.conversations.latest(tx, tenant->id, turn.channel, turn.conversation_key));
  const bool arrives = std::holds_alternative<Arrived>(turn.event);
  if (!conversation && !arrives) return failure(ErrorCode::NotFound, "no such conversation");

  TRY_ASSIGN(Taken taken, conversation ? load(std::move(*conversation))
                                       : open_conversation(parts_, tx, *tenant, turn));
  if (!conversation && turn.channel == Channel::Voice) {
    TRY(parts_.calls.open(tx, tenant->id, turn.conversation_key, taken.conversation.id,
                          parts_.clock.now()));
  }

  if (std::holds_alternative<HungUp>(turn.event)) {
    if (!taken.conversation.ended_at) TRY(leave(parts_, tx, *tenant, taken, turn));
    TRY(record_call_events(parts_, tx, *tenant, turn, {calls::CallEvent::HungUp}));
    return reply_of(taken, *tenant, {}, HangUp{});
  }
  if (is_stale(turn, taken.conversation) || taken.conversation.ended_at) {
    return repeated_reply(taken, *tenant);
  }

  TRY_ASSIGN(const Heard heard, hear(parts_, tx, *tenant, taken, turn, reading));
  TRY_ASSIGN(Reply reply, answer(parts_, tx, *tenant, taken, turn, heard, nullptr));
  TRY(record_call_events(parts_, tx, *tenant, turn, call_events_of(turn, reply.next)));
  return reply;
}

Result<void> Receptionist::take_text(db::Transaction& tx, const tenants::TenantPtr& tenant,
                                     const Turn& turn,
                                     const std::optional<Understanding>& reading) const {
  TRY_ASSIGN(const bool taken_over, accept_alert_by_text(tx, *tenant, turn));
  if (taken_over) return {};

  TRY_ASSIGN(auto conversation,
             parts_.conversations.latest(tx, tenant->id, turn.channel, turn.conversation_key));
  TRY_ASSIGN(Taken taken, conversation ? load(std::move(*conversation))
                                       : open_conversation(parts_, tx, *tenant, turn));
  if (taken.conversation.ended_at) {
    // The thread goes on with what was known; what was decided in it stays decided.
    taken.conversation.ended_at.reset();
    taken.conversation.outcome.clear();
    taken.memory.stage = Stage::Opening;
    taken.memory.repairs = 0;
    taken.memory.turns = 0;
    TRY(schedule_closing(parts_.queue, tx, *tenant, taken.conversation, parts_.clock.now()));
  }
  TRY_ASSIGN(const Heard heard, hear(parts_, tx, *tenant, taken, turn, reading));
  messaging::MessageKind kind = messaging::MessageKind::Reply;
  TRY_ASSIGN(const Reply reply, answer(parts_, tx, *tenant, taken, turn, heard, &kind));
  return send_reply(tx, *tenant, taken.conversation, turn, reply, kind);
}

Result<std::optional<PhoneNumber>> Receptionist::person_in(
    db::Transaction& tx, const TenantId& tenant, const ConversationId& conversation) const {
  TRY_ASSIGN(const auto found, parts_.conversations.find(tx, tenant, conversation));
  if (!found) return std::nullopt;
  return found->person;
}

Result<bool> Receptionist::accept_alert_by_text(db::Transaction& tx, const tenants::Tenant& tenant,
                                                const Turn& turn) const {
  const Said* said = std::get_if<Said>(&turn.event);
  if (said == nullptr || !turn.person || trimmed(said->text.text()) != "1") return false;
  TRY_ASSIGN(const auto alert, parts_.alerts.ringing_for(tx, tenant.id, *turn.person));
  if (!alert) return false;
  TRY(parts_.alerts.acknowledge(tx, tenant, *alert,
                                access::Actor{access::Actor::Kind::Owner, "text"}));
  return true;
}

Result<void> Receptionist::send_reply(db::Transaction& tx, const tenants::Tenant& tenant,
                                      const Conversation& conversation, const Turn& turn,
                                      const Reply& reply, messaging::MessageKind kind) const {
  const std::string text = speech_text(reply.speech);
  if (text.empty()) return {};
  const bool chat = turn.channel == Channel::Chat;
  if (!chat && !turn.person) return {};
  TRY_ASSIGN(
      const messaging::SendAnswer sent,
      parts_.outbox.send(
          tx, tenant.id,
          {.cause_key = "reply:" + conversation.id.text() + ":" + std::to_string(reply.turn),
           .to = chat ? turn.conversation_key : turn.person->e164(),
           .role = messaging::RecipientRole::Customer,
           .channel = chat ? messaging::MessageChannel::Chat : messaging::MessageChannel::Sms,
           .kind = kind,
           .body = PrivateText(text),
           .conversation = conversation.id,
           .correlation = conversation.correlation}));
  if (chat || !std::holds_alternative<messaging::Suppressed>(sent)) return {};
  // Who wants no texts and writes all the same: a person reads it. Said once a day.
  const std::string day = iso_date(tenant.zone.to_local(parts_.clock.now()).date);
  return send_owner_notice(parts_.outbox, tx, tenant, conversation,
                           "unanswered:" + conversation.id.text() + ":" + day,
                           turn.person->national() +
                               " wants no texts, so what they write gets no answer. Please look "
                               "at it and call them.");
}

}  // namespace callwright::reception
