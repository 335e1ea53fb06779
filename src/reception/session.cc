#include "reception/session.h"

#include <algorithm>

#include "base/text.h"
#include "dialogue/domain/action_rules.h"
#include "dialogue/domain/plain_answers.h"
#include "dialogue/domain/questions.h"

namespace callwright::reception {
namespace {

using dialogue::Action;
using dialogue::Prompt;
using dialogue::Row;
using dialogue::Signal;
using dialogue::Stage;

// The policy's longest way through a turn is far shorter; a longer one goes round in a circle.
constexpr int steps_max = 12;

constexpr int digits_keys_max = 0;  // Until the finish key.

// What the recogniser should expect, where the answer is one of few.
std::vector<std::string> hints_of(Stage stage) {
  switch (stage) {
    case Stage::EmergencyConfirm:
    case Stage::Degraded:
    case Stage::BookingConfirm:
    case Stage::MoveConfirm:
    case Stage::CancelConfirm:
    case Stage::AddressOnFile:
    case Stage::ValueConfirm:
    case Stage::AnythingElse:
      return {"yes", "no", "yeah", "nope", "sí", "repeat that"};
    case Stage::Opening:
      return {"water leak", "no heat", "gas smell", "clogged drain", "appointment"};
    default:
      return {};
  }
}

}  // namespace

Session::Session(const Parts& parts, db::Transaction& tx, const tenants::Tenant& tenant,
                 messaging::Conversation& conversation, dialogue::Memory& memory, const Turn& turn)
    : parts_(parts),
      tx_(tx),
      tenant_(tenant),
      conversation_(conversation),
      memory_(memory),
      turn_(turn),
      now_(parts.clock.now()),
      wording_(tenant, memory, turn_.channel, now_) {
  facts_ =
      dialogue::facts_of(tenant_, turn_.channel, turn_.person, tenants::is_open(tenant_, now_));
}

Result<Next> Session::run(Signal signal) {
  for (int step = 0; step < steps_max; ++step) {
    signal_ = signal;
    TRY(look_up_next_visit());
    facts_.faq_known = memory_.faq_topic && !wording_.faq_answer().empty();
    const Row& row = dialogue::decide(memory_, signal, facts_);
    steps_.push_back(Json::object({{"signal", dialogue::to_string(signal)},
                                   {"row", row.name},
                                   {"action", dialogue::to_string(row.act)}}));
    dialogue::apply(memory_, row);
    if (dialogue::ends_turn(row.act)) {
      speak(row);
      return next_of(row);
    }
    // A callback's promise and a search's offers are known only once they are made; what a row says
    // before its action is about what was heard.
    speak(row);
    const dialogue::ActionRule& rule = dialogue::rule_of(row.act);
    ASSERT(dialogue::what_is_missing(rule, memory_, signal, tenant_).empty());
    TRY_ASSIGN(signal, perform(row));
    ASSERT(rule.answers.contains(signal));
  }
  return failure(ErrorCode::Unavailable, "the policy goes round in a circle at stage " +
                                             std::string(dialogue::to_string(memory_.stage)));
}

Result<void> Session::leave() {
  // Somebody who was asked "is this an emergency?" and is gone may be in one.
  if (memory_.stage == Stage::EmergencyConfirm && !memory_.alert) TRY(run(Signal::Silence));
  return finish();
}

Result<void> Session::finish() {
  memory_.stage = Stage::Done;
  if (conversation_.ended_at) return {};
  conversation_.ended_at = now_;
  conversation_.outcome =
      dialogue::to_string(memory_.outcome.value_or(dialogue::Outcome::Abandoned));
  return {};
}

void Session::speak(const Row& row) {
  for (const Prompt prompt : row.say) {
    if (prompt != Prompt::None) speak(prompt);
  }
}

void Session::speak(Prompt prompt) {
  if (prompt == Prompt::Safety) {
    const auto& reasons = memory_.emergency.reasons;
    prompt = dialogue::safety_for(reasons.empty() ? std::string_view() : reasons.front());
  }
  if (prompt == Prompt::OfferSlots && memory_.offers.size() == 1) prompt = Prompt::OfferOneSlot;
  // Whoever asks what it is that they talk to is told.
  if (prompt == Prompt::NotUnderstood && dialogue::asks_if_automated(heard_.text()))
    prompt = Prompt::IsAutomated;
  if (prompt == Prompt::Question) prompt = dialogue::question_prompt(memory_.stage, memory_.goal);
  prompt = dialogue::at_clarity(prompt, memory_);
  // That somebody has just taken the time is why it is not free.
  if (prompt == Prompt::ExactNotFree && was_said(Prompt::SlotJustTaken)) return;
  if (prompt == Prompt::LastSaid) {
    speech_.push_back({.prompt = "repeat", .text = memory_.last_said});
    return;
  }
  if (prompt == Prompt::None) return;
  std::string text = dialogue::is_receipt(prompt) ? receipt(prompt) : wording_.speak(prompt);
  if (!text.empty()) {
    speech_.push_back(
        {.prompt = std::string(dialogue::to_string(prompt)), .text = std::move(text)});
  }
}

bool Session::was_said(Prompt prompt) const {
  return std::ranges::any_of(
      speech_, [&](const auto& line) { return line.prompt == dialogue::to_string(prompt); });
}

std::string Session::receipt(Prompt prompt) {
  if (prompt == Prompt::BookedReceipt) {
    ASSERT(booked_);
    return wording_.booked(*booked_);
  }
  if (prompt == Prompt::MovedReceipt) {
    ASSERT(moved_);
    return wording_.moved(*moved_);
  }
  ASSERT(cancelled_);
  return wording_.cancelled(*cancelled_);
}

Result<Next> Session::next_of(const Row& row) {
  switch (row.act) {
    case Action::Transfer:
      return Next(Transfer{.to = *tenant_.owner.phone,
                           .whisper = "Call for " + tenant_.name + ". Press 1 to take it."});
    case Action::Record:
      return Next(Record{});
    case Action::End:
      TRY(finish());
      return Next(HangUp{});
    default:
      break;
  }
  return Next(Listen{.asked = dialogue::question_of(memory_.stage),
                     .words = true,
                     .keys_max = dialogue::takes_digits(memory_) ? digits_keys_max : 1,
                     .hints = hints_of(memory_.stage)});
}

Result<Signal> Session::perform(const Row& row) {
  switch (row.act) {
    case Action::CheckNeeds:
      return dialogue::next_need(memory_, tenant_);
    case Action::RaiseAlert:
      return raise_alert();
    case Action::UpdateAlert:
      return update_alert();
    case Action::TellOwner:
      return tell_owner_more();
    case Action::FindSlots:
      return find_slots();
    case Action::Book:
      return book();
    case Action::FindVisits:
      return find_visits();
    case Action::CheckIdentity:
      return check_identity();
    case Action::MoveVisit:
      return move_visit();
    case Action::CancelVisit:
      return cancel_visit();
    case Action::AddCallback:
      return add_callback(dialogue::callback_reason(row));
    case Action::KeepRecording:
      return add_callback("voicemail");
    case Action::ChangeConsent:
      return change_consent();
    case Action::Listen:
    case Action::Transfer:
    case Action::Record:
    case Action::End:
    case Action::Ignore:
      break;
  }
  ASSERT(false);  // An action that ends the turn is not performed.
}

}  // namespace callwright::reception
