#include "server/rehearsal/program_call.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "server/rehearsal/program_request.h"

namespace callwright::server {
namespace {

using language::Channel;
using providers::sandbox::FaultMenu;

// What saying or writing a sentence, or pressing a key, takes.
constexpr Seconds turn_length{3};

Json error_json(const Error& error) {
  return Json::object(
      {{"error", Json::object({{"code", to_string(error.code)}, {"message", error.message}})}});
}

Milliseconds milliseconds(double seconds) {
  return Milliseconds(static_cast<std::int64_t>(seconds * 1000));
}

bool has_arrived(const messaging::Message& message) {
  using enum messaging::MessageStatus;
  return message.status == Accepted || message.status == Sent || message.status == Delivered;
}

// Troubles that are a state of the world, and what they mean to the practice network. Those of
// parts that a call over TwiML does not use (our own speech synthesis, a mirrored calendar, a
// model) change nothing.
void put_in_force(FaultMenu& menu, std::string_view kind) {
  if (kind == "sms_provider_error") menu.sms.fail = 1;
  if (kind == "call_provider_error") menu.calls.fail = 1;
  if (kind == "stt_all_down") menu.recogniser_deaf = 1;
}

Result<Instant> time_field(const Json& request, std::string_view name) {
  const Json* value = request.find(name);
  if (value == nullptr || value->as_string() == nullptr) {
    return failure(ErrorCode::Invalid,
                   std::string(name) + " is missing: an ISO 8601 time with offset");
  }
  return parse_iso8601(*value->as_string());
}

}  // namespace

std::string ProgramCall::answer(std::string_view line) {
  const Result<Json> request = Json::parse(line);
  if (!request) return error_json(request.error()).dump();
  const Result<Json> reply = dispatch(*request);
  return (reply ? *reply : error_json(reply.error())).dump();
}

Result<Json> ProgramCall::dispatch(const Json& request) {
  if (!request.is_object())
    return failure(ErrorCode::Invalid, "a line is one JSON object with an \"op\"");
  const std::string op = request.string_or("op", "");
  if (op == "open") return open(request);
  const bool known = op == "turn" || op == "event" || op == "advance" || op == "inspect";
  if (!known) {
    return failure(ErrorCode::Invalid,
                   "unknown op \"" + op + "\": open, turn, event, advance or inspect");
  }
  if (!conversation_) return failure(ErrorCode::Invalid, "nothing is open: send an \"open\" first");
  if (op == "turn") return turn(request);
  if (op == "event") return event(request);
  if (op == "advance") return advance(request);
  return inspect();
}

Result<Json> ProgramCall::open(const Json& request) {
  TRY(check_open(request));
  if (request.bool_or("keep", false)) {
    if (rehearsal_ == nullptr) {
      return failure(ErrorCode::Invalid, "there is no world to keep: open one with a tenant first");
    }
    TRY(begin_conversation(request));
    return reply();
  }
  // Where the new world cannot begin, the old one goes on.
  ProgramCall fresh;
  TRY(fresh.open_world(request));
  TRY(fresh.begin_conversation(request));
  *this = std::move(fresh);
  return reply();
}

Result<void> ProgramCall::open_world(const Json& request) {
  const Json* document = request.find("tenant");
  if (document == nullptr)
    return failure(ErrorCode::Invalid, "tenant is missing: a tenant document");
  TRY_ASSIGN(const Instant now, time_field(request, "now"));
  const auto seed = static_cast<std::uint64_t>(request.integer_or("seed", 1));
  TRY_ASSIGN(rehearsal_, Rehearsal::make({.now = now, .seed = seed}));
  TRY_ASSIGN(tenant_, rehearsal_->apply_tenant(*document));
  return {};
}

Result<void> ProgramCall::begin_conversation(const Json& request) {
  if (const Json::Array* events = request["events"].as_array()) {
    for (const Json& entry : *events) TRY(trouble(entry.string_or("kind", ""), entry));
  }
  const Channel channel = *language::parse_channel(request.string_or("channel", "voice"));
  const Json& phone = request["caller"]["phone"];
  person_ = phone.as_string() ? PhoneNumber::parse(*phone.as_string()) : std::nullopt;
  lines_heard_ = 0;
  texts_read_.clear();
  if (channel == Channel::Sms) {
    conversation_ = ConversationRef{tenant_->id, channel, person_->e164()};
    new_texts();  // What was said in the thread before is not news.
    return {};
  }
  if (channel == Channel::Chat) {
    conversation_ = ConversationRef{tenant_->id, channel, "chat-" + std::to_string(++chats_)};
    return {};
  }
  const std::string sid =
      rehearsal_->run(rehearsal_->carrier().dial({.from = person_ ? person_->e164() : "anonymous",
                                                  .to = tenant_->numbers.front(),
                                                  .verification = *read_verification(request)}));
  conversation_ = ConversationRef{tenant_->id, channel, sid};
  rehearsal_->settle();
  return {};
}

// What was spoken or texted to the person since the last answer.
std::string ProgramCall::newly_said() {
  return joined(conversation_->channel == Channel::Voice ? new_lines() : new_texts(), " ");
}

std::vector<std::string> ProgramCall::new_lines() {
  std::vector<std::string> lines;
  const auto call = rehearsal_->carrier().call(conversation_->key);
  if (!call) return lines;
  for (; lines_heard_ < call->heard.size(); ++lines_heard_) {
    lines.push_back(call->heard[lines_heard_].text);
  }
  return lines;
}

// A text that is tried again may arrive after later ones.
std::vector<std::string> ProgramCall::new_texts() {
  Product& product = rehearsal_->product();
  const auto messages = product.world.database.read(
      [&](db::Transaction& tx) { return product.outbox.all(tx, tenant_->id); });
  std::vector<std::string> texts;
  for (const auto& message : messages.value_or(std::vector<messaging::Message>())) {
    const bool theirs =
        message.to == conversation_->key && message.role == messaging::RecipientRole::Customer;
    if (theirs && has_arrived(message) && texts_read_.insert(message.id.text()).second) {
      texts.push_back(message.body.text());
    }
  }
  return texts;
}

Result<Json> ProgramCall::reply() {
  const std::string said = newly_said();
  TRY_ASSIGN(Json json, reply_view(*rehearsal_, *tenant_, *conversation_, said));
  if (said.empty()) json.set("prompts", Json::array());
  return json;
}

Result<Json> ProgramCall::turn(const Json& request) {
  TRY(check_turn(request));
  if (conversation_->channel == Channel::Voice) {
    voice_turn(request);
  } else {
    TRY(text_turn(request));
  }
  rehearsal_->settle();
  return reply();
}

void ProgramCall::voice_turn(const Json& request) {
  auto& carrier = rehearsal_->carrier();
  const std::string& sid = conversation_->key;
  if (request.find("hang_up")) {
    rehearsal_->run(carrier.hang_up(sid));
    return;
  }
  if (const auto silence = request["silence"].as_number()) {
    Milliseconds left = milliseconds(*silence);
    for (bool heard = false; left.count() > 0 && !heard;) {
      const Milliseconds step = until_trouble_ends(left);
      heard = rehearsal_->stay_silent(sid, step);
      left -= step;
    }
    apply_trouble();
    return;
  }
  pass_time(turn_length);
  if (const std::string* say = request["say"].as_string()) {
    const double confidence = request["confidence"].as_number().value_or(0.92);
    rehearsal_->run(carrier.say(sid, *say, confidence));
    return;
  }
  rehearsal_->run(carrier.press(sid, request.string_or("keys", "")));
}

Result<void> ProgramCall::text_turn(const Json& request) {
  if (const auto silence = request["silence"].as_number()) {
    pass_time(milliseconds(*silence));
    return {};
  }
  // A person who stops writing does nothing that could be seen.
  if (request.find("hang_up")) return {};
  pass_time(turn_length);
  const std::string words = request.string_or("say", request.string_or("keys", ""));
  if (conversation_->channel == Channel::Chat) return chat_turn(words);
  rehearsal_->run(rehearsal_->carrier().text_in(person_->e164(), tenant_->numbers.front(), words));
  return {};
}

Result<void> ProgramCall::chat_turn(const std::string& text) {
  Product& product = rehearsal_->product();
  const reception::Turn turn{.channel = Channel::Chat,
                             .conversation_key = conversation_->key,
                             .source_event = conversation_->key,
                             .person = person_,
                             .event = reception::Said{.text = PrivateText(text), .confidence = 1}};
  const auto reading = product.receptionist.read(*tenant_, turn, rehearsal_->clock().now());
  return product.world.database.write([&](db::Transaction& tx) {
    return product.receptionist.take_text(tx, tenant_, turn, reading);
  });
}

Result<Json> ProgramCall::event(const Json& request) {
  TRY(check_event(request));
  TRY(trouble(request.string_or("kind", ""), request));
  rehearsal_->settle();
  return Json::object({{"ok", true}});
}

Result<void> ProgramCall::trouble(const std::string& kind, const Json& request) {
  auto& carrier = rehearsal_->carrier();
  if (kind == "recover") {
    troubles_.clear();
    apply_trouble();
    return {};
  }
  if (kind == "duplicate_webhook") {
    rehearsal_->run(carrier.redeliver_last());
    return {};
  }
  if (kind == "status_callbacks_out_of_order") {
    if (conversation_) rehearsal_->run(carrier.report_progress_backwards(conversation_->key));
    return {};
  }
  if (kind == "competing_booking") return competing_booking(request);
  if (kind == "crash") {
    rehearsal_->crash();
    return {};
  }
  if (kind == "owner_answers") {
    rehearsal_->run(carrier.owner_answers(request.string_or("keys", "")));
    return {};
  }
  if (kind == "sms_in") {
    const PhoneNumber from = *PhoneNumber::parse(request.string_or("from", ""));
    rehearsal_->run(
        carrier.text_in(from.e164(), tenant_->numbers.front(), request.string_or("body", "")));
    return {};
  }
  std::optional<Instant> until;
  if (const auto seconds = request["for_s"].as_number()) {
    until = rehearsal_->clock().now() + milliseconds(*seconds);
  }
  troubles_.push_back({.kind = kind, .until = until});
  apply_trouble();
  return {};
}

// The practice network's faults are those that are in force now.
void ProgramCall::apply_trouble() {
  const Instant now = rehearsal_->clock().now();
  std::erase_if(troubles_,
                [&](const Trouble& entry) { return entry.until && *entry.until <= now; });
  FaultMenu menu;
  for (const Trouble& entry : troubles_) put_in_force(menu, entry.kind);
  rehearsal_->carrier().set_faults(menu);
}

// How much of so much time passes before a trouble that is in force ends.
Milliseconds ProgramCall::until_trouble_ends(Milliseconds at_most) {
  apply_trouble();
  const Instant now = rehearsal_->clock().now();
  for (const Trouble& entry : troubles_) {
    if (entry.until) at_most = std::min(at_most, *entry.until - now);
  }
  return at_most;
}

void ProgramCall::pass_time(Milliseconds left) {
  while (left.count() > 0) {
    const Milliseconds step = until_trouble_ends(left);
    rehearsal_->advance(step);
    left -= step;
  }
  apply_trouble();
}

Result<void> ProgramCall::competing_booking(const Json& request) {
  TRY_ASSIGN(const Instant begin, time_field(request, "start"));
  TRY_ASSIGN(const Instant end, time_field(request, "end"));
  if (begin >= end) {
    return failure(ErrorCode::Invalid, "competing_booking: end is after start");
  }
  const std::string technician = request.string_or("technician", "");
  if (technician.empty() || tenant_->find_technician(TechnicianId(technician)) == nullptr) {
    return failure(ErrorCode::Invalid, "competing_booking: no such technician");
  }
  Product& product = rehearsal_->product();
  return product.world.database.write([&](db::Transaction& tx) -> Result<void> {
    const CorrelationId correlation(product.ids.text("cor"));
    const auto actor = access::Actor::operator_named("somebody_else");
    TRY_ASSIGN(
        const CustomerId customer,
        product.customers.remember(tx, tenant_->id, {.name = "Somebody Else"}, actor, correlation));
    TRY_ASSIGN(const auto answer,
               product.calendar.place(tx, *tenant_,
                                      {.appointment = {.id = product.ids.make<AppointmentId>("apt"),
                                                       .customer = customer,
                                                       .name = "Somebody Else",
                                                       .service = tenant_->services.front().id,
                                                       .technician = TechnicianId(technician),
                                                       .visit = {begin, end}},
                                       .blocks = {begin, end}},
                                      actor, correlation));
    if (!std::holds_alternative<scheduling::Booked>(answer)) {
      return failure(ErrorCode::Conflict, "competing_booking: that time is taken");
    }
    return {};
  });
}

Result<Json> ProgramCall::advance(const Json& request) {
  TRY(check_advance(request));
  rehearsal_->take_fired_jobs();
  pass_time(milliseconds(*request["seconds"].as_number()));
  Json fired = Json::array();
  for (const std::string& kind : rehearsal_->take_fired_jobs()) fired.push_back(kind);
  return Json::object(
      {{"now", tenant_->zone.iso8601(rehearsal_->clock().now())}, {"fired", fired}});
}

Result<Json> ProgramCall::inspect() {
  return inspection(*rehearsal_, *tenant_, *conversation_);
}

}  // namespace callwright::server
