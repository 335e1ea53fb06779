#include "dialogue/domain/walk_moves.h"

#include <algorithm>

#include "dialogue/domain/hearing.h"

namespace callwright::dialogue {
namespace {

using language::Intent;
using language::Understanding;
using Moves = std::vector<WalkMove>;

Understanding with_intent(Intent intent) {
  Understanding heard;
  heard.intent.label = intent;
  return heard;
}

language::AddressReading reading_of(const customers::Address& address) {
  return {
      .street = address.street, .unit = {}, .city = address.city, .state = {}, .zip = address.zip};
}

void add_intents(Moves& moves) {
  struct Named {
    Intent intent;
    std::string_view name;
  };
  constexpr Named intents[] = {
      {Intent::None, "says something that is not understood"},
      {Intent::Schedule, "asks for a visit"},
      {Intent::Reschedule, "wants to move a visit"},
      {Intent::Cancel, "wants to cancel a visit"},
      {Intent::Faq, "asks a question"},
      {Intent::Emergency, "says it is urgent"},
      {Intent::SpeakToHuman, "asks for a person"},
      {Intent::LeaveMessage, "wants to leave a message"},
      {Intent::Affirm, "says yes"},
      {Intent::Deny, "says no"},
      {Intent::Repeat, "asks to hear it again"},
      {Intent::Goodbye, "says goodbye"},
      {Intent::OutOfScope, "speaks of something else"},
  };
  for (const Named& entry : intents) {
    moves.push_back({.name = std::string(entry.name), .heard = with_intent(entry.intent)});
  }
  // The part of a read-back that is wrong, named.
  for (const std::string_view part : {"name", "address", "phone", "time"}) {
    moves.push_back({.name = "says that the " + std::string(part) + " is wrong",
                     .heard = with_intent(Intent::Deny),
                     .text = std::string(part)});
  }
}

// Each value alone, with a yes and with a no beside it, and doubtfully heard.
void add_value(Moves& moves, const std::string& name, const language::Slots& slots) {
  for (const Intent intent : {Intent::None, Intent::Affirm, Intent::Deny}) {
    WalkMove move{.name = "gives " + name, .heard = with_intent(intent)};
    if (intent == Intent::Affirm) move.name = "says yes and gives " + name;
    if (intent == Intent::Deny) move.name = "says no and gives " + name;
    move.heard.slots = slots;
    move.at_once = intent != Intent::None;
    moves.push_back(std::move(move));
  }
  WalkMove unsure{.name = "gives " + name + ", heard badly", .sure = false};
  unsure.heard.slots = slots;
  moves.push_back(std::move(unsure));
}

language::Slots every_value(const WalkSamples& samples) {
  language::Slots slots;
  slots.name = language::NameReading{.full = "B"};
  slots.phone = samples.phone;
  slots.address = reading_of(samples.other_inside);
  slots.problem = "P";
  slots.date_time = language::TimeReading{.kind = language::TimeReading::Kind::Window,
                                          .begin = samples.window.begin - Minutes(600),
                                          .end = samples.window.end - Minutes(600)};
  return slots;
}

void add_values(Moves& moves, const WalkSamples& samples) {
  const language::Slots every = every_value(samples);
  add_value(moves, "a name", {.name = every.name});
  add_value(moves, "a number", {.phone = every.phone});
  add_value(moves, "an address", {.address = every.address});
  if (samples.outside) {
    add_value(moves, "an address outside the area", {.address = reading_of(*samples.outside)});
  }
  if (samples.unplaced) {
    add_value(moves, "a street without a town", {.address = reading_of(*samples.unplaced)});
  }
  add_value(moves, "an e-mail address", {.email = "b@example.com"});
  add_value(moves, "a problem", {.problem = "P"});
  add_value(moves, "a time", {.date_time = every.date_time});
  for (const Intent intent :
       {Intent::None, Intent::Schedule, Intent::Cancel, Intent::Affirm, Intent::SpeakToHuman}) {
    WalkMove move{.name = "gives everything at once, " + std::string(language::to_string(intent)),
                  .heard = with_intent(intent)};
    move.heard.slots = every;
    move.at_once = true;
    moves.push_back(std::move(move));
  }
}

void add_choices(Moves& moves) {
  moves.push_back({.name = "takes the second", .text = "the second one"});
  moves.push_back({.name = "does not want it any more", .text = "never mind"});
  moves.push_back({.name = "says that it has stopped", .text = "it stopped"});
  moves.push_back({.name = "has no wish when", .text = "whenever"});
  moves.push_back({.name = "asks a question and wants a visit",
                   .heard = with_intent(Intent::Faq),
                   .text = "do you do that, I need one"});
}

void add_emergencies(Moves& moves, const WalkSamples& samples) {
  using language::EmergencyLevel;
  for (const EmergencyLevel level : {EmergencyLevel::Emergency, EmergencyLevel::Ambiguous}) {
    WalkMove move{.name = level == EmergencyLevel::Emergency ? "tells of an emergency"
                                                             : "tells of what may be one"};
    move.heard.emergency.level = level;
    moves.push_back(move);
    move.name += " with all the facts";
    move.heard.slots = every_value(samples);
    moves.push_back(move);
  }
}

void add_consent(Moves& moves) {
  using language::OptOut;
  for (const auto& [word, name] : {std::pair{OptOut::Stop, "wants no more texts"},
                                   std::pair{OptOut::Start, "wants texts again"},
                                   std::pair{OptOut::Help, "asks for help with texts"}}) {
    WalkMove move{.name = name};
    move.heard.opt_out = word;
    moves.push_back(std::move(move));
  }
}

void add_keys(Moves& moves) {
  for (const std::string_view keys :
       {"0", "1", "2", "3", "4", "8", "9", "5550100102", "1204*66101"}) {
    moves.push_back({.name = "presses " + std::string(keys),
                     .kind = WalkMove::Kind::Keys,
                     .keys = std::string(keys)});
  }
}

void add_events(Moves& moves) {
  for (const auto& [event, name] : {std::pair{Signal::Silence, "says nothing"},
                                    std::pair{Signal::TransferReached, "is put through"},
                                    std::pair{Signal::TransferFailed, "is not put through"},
                                    std::pair{Signal::RecordingTaken, "leaves a message"},
                                    std::pair{Signal::RecordingEmpty, "leaves no message"}}) {
    moves.push_back({.name = name, .kind = WalkMove::Kind::Event, .event = event});
  }
}

bool can_happen(Signal event, Stage stage) {
  switch (event) {
    case Signal::TransferReached:
    case Signal::TransferFailed:
      return stage == Stage::Transferring;
    case Signal::RecordingTaken:
    case Signal::RecordingEmpty:
      return stage == Stage::Recording;
    default:
      return stage != Stage::Transferring && stage != Stage::Recording;
  }
}

std::vector<WalkAnswer> slot_answers(const Memory& memory, const WalkWorld& world,
                                     const WalkSamples& samples) {
  std::vector<WalkAnswer> answers;
  Memory none = memory;
  answers.emplace_back(none, Signal::NoSlots);
  if (!world.has_slots) return answers;
  Memory found = memory;
  found.offers = samples.offers;
  answers.emplace_back(found, Signal::SlotsFound);
  answers.emplace_back(found, Signal::ExactNotFree);
  if (memory.wish) {
    found.chosen = samples.offers.front();
    answers.emplace_back(found, Signal::ExactFree);
  }
  return answers;
}

std::vector<WalkAnswer> visit_answers(const Memory& memory, const WalkSamples& samples) {
  Memory many = memory;
  many.visits = samples.visits;
  Memory one = many;
  one.visit = samples.visits.front();
  return {{memory, Signal::NoVisit}, {one, Signal::OneVisit}, {many, Signal::ManyVisits}};
}

std::vector<WalkAnswer> alert_answers(const Memory& memory, const WalkWorld& world) {
  std::vector<WalkAnswer> answers;
  Memory alerted = memory;
  alerted.alert = AlertId("alert");
  if (world.alerts_on) {
    answers.emplace_back(alerted, Signal::AlertRaised);
    answers.emplace_back(alerted, Signal::AlertKnown);
  }
  if (world.alerts_off) answers.emplace_back(memory, Signal::AlertsOff);
  return answers;
}

}  // namespace

std::vector<WalkMove> walk_moves(const WalkSamples& samples, bool is_text, bool plain) {
  Moves moves;
  add_intents(moves);
  add_values(moves, samples);
  add_choices(moves);
  add_emergencies(moves, samples);
  add_consent(moves);
  if (!is_text) {
    add_keys(moves);
    add_events(moves);
  }
  if (plain) {
    std::erase_if(moves, [](const WalkMove& move) { return !move.sure || move.at_once; });
  }
  return moves;
}

std::optional<Signal> make_move(const WalkMove& move, Memory& memory,
                                const tenants::Tenant& tenant) {
  if (move.kind == WalkMove::Kind::Event) {
    if (!can_happen(move.event, memory.stage)) return std::nullopt;
    return move.event;
  }
  // Nobody is listening while a transfer rings or a message is recorded.
  if (!can_happen(Signal::Silence, memory.stage)) return std::nullopt;
  if (move.kind == WalkMove::Kind::Keys) return signal_of_keys(memory, move.keys);
  return hear(memory, tenant, move.heard, move.text, move.sure);
}

std::vector<WalkAnswer> walk_answers(Action action, const Memory& memory,
                                     const tenants::Tenant& tenant, const WalkWorld& world,
                                     const WalkSamples& samples, bool open) {
  switch (action) {
    case Action::CheckNeeds:
      if (open) return open_needs(memory, tenant, samples);
      return {{memory, next_need(memory, tenant)}};
    case Action::UpdateAlert:
    case Action::TellOwner:
      return {{memory, next_need(memory, tenant)}};
    case Action::RaiseAlert:
      return alert_answers(memory, world);
    case Action::FindSlots:
      return slot_answers(memory, world, samples);
    case Action::Book: {
      Memory first_visit = memory;
      first_visit.identified = true;
      return {{memory, Signal::Booked}, {first_visit, Signal::Booked}, {memory, Signal::SlotLost}};
    }
    case Action::FindVisits:
      return visit_answers(memory, samples);
    case Action::CheckIdentity: {
      Memory known = memory;
      known.identified = true;
      std::vector<WalkAnswer> answers = open_needs(known, tenant, samples);
      answers.emplace_back(memory, Signal::NoVisit);
      answers.emplace_back(memory, Signal::NotRecognised);
      return answers;
    }
    case Action::MoveVisit:
      return {{memory, Signal::Moved}, {memory, Signal::SlotLost}, {memory, Signal::NoVisit}};
    case Action::CancelVisit:
      return {{memory, Signal::Cancelled}, {memory, Signal::NoVisit}};
    case Action::AddCallback:
    case Action::KeepRecording:
      return {{memory, Signal::CallbackQueued}};
    case Action::ChangeConsent:
      return {{memory, Signal::ConsentChanged}};
    case Action::Listen:
    case Action::Transfer:
    case Action::Record:
    case Action::End:
    case Action::Ignore:
      break;
  }
  return {};
}

}  // namespace callwright::dialogue
