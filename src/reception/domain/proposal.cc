#include "reception/domain/proposal.h"

#include <algorithm>
#include <array>

#include "language/service_kinds.h"
#include "language/words.h"

namespace callwright::reception {
namespace {

using language::EmergencyLevel;
using language::Intent;
using language::Question;
using language::Understanding;

constexpr auto intents = std::to_array<Intent>(
    {Intent::None, Intent::Schedule, Intent::Reschedule, Intent::Cancel, Intent::Faq,
     Intent::SpeakToHuman, Intent::LeaveMessage, Intent::Repeat, Intent::OutOfScope});

constexpr std::array<std::string_view, no_proposal_count> names = {
    "unanswered",     "breaker_open", "daily_cap", "unreachable", "timeout", "throttled",
    "provider_error", "declined",     "malformed", "schema",      "too_long"};

// A reading that says nothing, or says it without being sure.
bool is_unsure(const language::IntentReading& intent) {
  return intent.label == Intent::None || intent.label == Intent::OutOfScope ||
         intent.confidence < sure_min;
}

// Questions that are answered by words of the person's own, and whether the rules have read one.
bool awaits_answer(const language::Slots& slots, Question asked) {
  switch (asked) {
    case Question::None:
    case Question::AnythingElse:
      return true;
    case Question::Name:
      return !slots.name;
    case Question::Address:
      return !slots.address;
    case Question::Problem:
      return !slots.service;  // Any words are a problem to the reader, also a greeting.
    case Question::Time:
      return !slots.date_time;
    case Question::Phone:
      return !slots.phone;
    case Question::Email:
      return !slots.email;
    case Question::Identity:
      return !slots.name && !slots.address;
    // Yes, no, one of a list, a key or a message: what a model makes of it could only do harm.
    case Question::Confirm:
    case Question::EmergencyConfirm:
    case Question::AppointmentChoice:
    case Question::Pin:
    case Question::Menu:
    case Question::Message:
    case Question::OwnerQuery:
      return false;
  }
  return false;
}

// Where the quoted words stand in what was said, as it was said. Empty: nowhere.
std::string_view found_in(std::string_view said, std::string_view quote) {
  const language::Words words{said};
  const language::Words wanted{quote};
  if (wanted.empty() || wanted.size() > words.size()) return {};
  for (std::size_t at = 0; at + wanted.size() <= words.size(); ++at) {
    std::size_t same = 0;
    while (same < wanted.size() && words[at + same].text == wanted[same].text) ++same;
    if (same < wanted.size()) continue;
    const std::size_t begin = words[at].begin;
    return said.substr(begin, words[at + same - 1].end - begin);
  }
  return {};
}

// Takes the parts of a proposal one by one.
class Scales {
 public:
  Scales(Understanding heard, std::string_view words, const language::Context& context)
      : words_(words), context_(context) {
    weighed_.understanding = std::move(heard);
  }

  void weigh_intent(const Proposal& proposal) {
    language::IntentReading& intent = weighed_.understanding.intent;
    if (proposal.intent == Intent::None) return;
    if (std::ranges::find(intents, proposal.intent) == intents.end()) return refuse("intent:label");
    if (!is_unsure(intent)) return refuse("intent:known");
    if (proposal.confidence < proposal_confidence_min) return refuse("intent:unsure");
    intent = {.label = proposal.intent,
              .confidence = std::min(proposal.confidence, 1.0),
              .faq_topic = proposal.intent == Intent::Faq ? proposal.faq_topic : std::nullopt};
    take("intent");
  }

  // Raised to a question, never to more, and never lowered.
  void weigh_emergency(const Proposal& proposal) {
    language::EmergencyReading& emergency = weighed_.understanding.emergency;
    if (!proposal.emergency || emergency.level != EmergencyLevel::NotEmergency) return;
    emergency.level = EmergencyLevel::Ambiguous;
    emergency.score = std::max(emergency.score, 0.5);
    emergency.reasons.emplace_back("proposed");
    take("emergency");
  }

  void weigh_service(const Proposal& proposal) {
    std::optional<std::string>& service = weighed_.understanding.slots.service;
    if (proposal.service.empty()) return;
    if (service) return refuse("service:known");
    if (language::find_service_kind(proposal.service) == nullptr) return refuse("service:label");
    service = proposal.service;
    take("service");
  }

  // Where to reach a person is changed only where it was asked for.
  template <class Slot>
  void weigh_contact(std::string_view name, std::string_view quote, Question question,
                     std::optional<Slot> language::Slots::* slot) {
    if (quote.empty()) return;
    if (context_.asked != question) return refuse(std::string(name) + ":not_asked");
    weigh_slot(name, quote, question, slot);
  }

  // The quoted words are read as the answer to the plain question for them, by the same rules.
  template <class Slot>
  void weigh_slot(std::string_view name, std::string_view quote, Question question,
                  std::optional<Slot> language::Slots::* slot) {
    if (quote.empty()) return;
    const std::string part(name);
    std::optional<Slot>& known = weighed_.understanding.slots.*slot;
    if (known) return refuse(part + ":known");
    const std::string_view said = found_in(words_, quote);
    if (said.empty()) return refuse(part + ":not_said");
    language::Context context = context_;
    context.asked = question;
    known = language::understand(said, context).slots.*slot;
    if (!known) return refuse(part + ":not_read");
    take(part);
  }

  Weighed done() { return std::move(weighed_); }

 private:
  void take(std::string part) { weighed_.taken.push_back(std::move(part)); }
  void refuse(std::string why) { weighed_.refused.push_back(std::move(why)); }

  std::string_view words_;
  const language::Context& context_;
  Weighed weighed_;
};

}  // namespace

std::span<const Intent> proposable_intents() {
  return intents;
}

bool wants_proposal(const Understanding& heard, Question asked, std::string_view words) {
  if (words.empty() || words.size() > proposal_words_bytes_max) return false;
  if (heard.emergency.level != EmergencyLevel::NotEmergency) return false;
  if (heard.opt_out != language::OptOut::None) return false;
  return is_unsure(heard.intent) && awaits_answer(heard.slots, asked);
}

Weighed weigh(Understanding heard, const Proposal& proposal, std::string_view words,
              const language::Context& context) {
  using language::Slots;
  Scales scales(std::move(heard), words, context);
  scales.weigh_intent(proposal);
  scales.weigh_emergency(proposal);
  scales.weigh_service(proposal);
  scales.weigh_slot("name", proposal.name, Question::Name, &Slots::name);
  scales.weigh_slot("address", proposal.address, Question::Address, &Slots::address);
  scales.weigh_contact("phone", proposal.phone, Question::Phone, &Slots::phone);
  scales.weigh_contact("email", proposal.email, Question::Email, &Slots::email);
  scales.weigh_slot("problem", proposal.problem, Question::Problem, &Slots::problem);
  scales.weigh_slot("date_time", proposal.date_time, Question::Time, &Slots::date_time);
  return scales.done();
}

std::string_view to_string(NoProposal reason) {
  return names[static_cast<std::size_t>(reason)];
}

}  // namespace callwright::reception
