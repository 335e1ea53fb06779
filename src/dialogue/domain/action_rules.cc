#include "dialogue/domain/action_rules.h"

#include <array>

#include "base/result.h"

namespace callwright::dialogue {
namespace {

using enum Need;
using S = Signal;

constexpr SignalSet any_need = {
    S::NeedsProblem, S::NeedsName,        S::NeedsPhone,    S::NeedsAddressOnFile, S::NeedsAddress,
    S::NeedsPlace,   S::NeedsEmail,       S::NeedsReadBack, S::NeedsTime,          S::NeedsIdentity,
    S::NeedsVisits,  S::NeedsVisitChoice, S::NeedsSearch,   S::NeedsConfirm,       S::NeedsNothing,
    S::OutsideArea,  S::WantsCallback};
constexpr SignalSet any_need_or_stranger = {
    S::NeedsProblem,  S::NeedsName,    S::NeedsPhone,       S::NeedsTime,
    S::NeedsIdentity, S::NeedsVisits,  S::NeedsVisitChoice, S::NeedsSearch,
    S::NeedsConfirm,  S::NeedsNothing, S::NoVisit,          S::NotRecognised};

// clang-format off
constexpr auto rules = std::to_array<ActionRule>({
    {Action::CheckNeeds,    {},                           Prompt::None,            any_need},
    {Action::RaiseAlert,    {},                           Prompt::None,            {S::AlertRaised, S::AlertKnown, S::AlertsOff}},
    {Action::UpdateAlert,   {Alert},                      Prompt::None,            any_need},
    {Action::TellOwner,     {Alert},                      Prompt::None,            any_need},
    {Action::FindSlots,     {},                           Prompt::None,            {S::SlotsFound, S::ExactFree, S::ExactNotFree, S::NoSlots}},
    {Action::Book,          {Name, Phone, Address, Time}, Prompt::ReadBackBooking, {S::Booked, S::SlotLost}},
    {Action::FindVisits,    {Phone, Identity},            Prompt::None,            {S::NoVisit, S::OneVisit, S::ManyVisits}},
    {Action::CheckIdentity, {Phone},                      Prompt::None,            any_need_or_stranger},
    {Action::MoveVisit,     {Identity, Visit, Time},      Prompt::ReadBackMove,    {S::Moved, S::SlotLost, S::NoVisit}},
    {Action::CancelVisit,   {Identity, Visit},            Prompt::ReadBackCancel,  {S::Cancelled, S::NoVisit}},
    {Action::AddCallback,   {},                           Prompt::None,            {S::CallbackQueued}},
    {Action::KeepRecording, {},                           Prompt::None,            {S::CallbackQueued}},
    {Action::ChangeConsent, {},                           Prompt::None,            {S::ConsentChanged}},
});
// clang-format on

}  // namespace

std::span<const ActionRule> action_rules() {
  return rules;
}

const ActionRule& rule_of(Action action) {
  for (const ActionRule& rule : rules) {
    if (rule.action == action) return rule;
  }
  ASSERT(false);  // An action that ends the turn has no rule.
}

bool is_met(Need need, const Memory& memory, const tenants::Tenant& tenant) {
  switch (need) {
    case Name:
      return !memory.name.empty();
    case Phone:
      return memory.phone.has_value();
    case Address:
      return !memory.address.empty() &&
             tenants::covers(tenant.area, memory.address.zip, memory.address.city) ==
                 tenants::AreaAnswer::Inside;
    case Time:
      return memory.chosen.has_value();
    case Visit:
      return memory.visit.has_value();
    case Identity:
      return memory.identified;
    case Alert:
      return memory.alert.has_value();
  }
  return false;
}

std::string_view what_is_missing(const ActionRule& rule, const Memory& memory, Signal signal,
                                 const tenants::Tenant& tenant) {
  for (const auto& need : rule.needs) {
    if (need && !is_met(*need, memory, tenant)) return to_string(*need);
  }
  if (rule.confirmation == Prompt::None) return "";
  if (signal != Signal::Yes) return "yes";
  if (memory.goal == Goal::Book && memory.doubt) return "trust in a value that was heard badly";
  return memory.read_back == commitment(memory) ? "" : "read-back";
}

std::string_view to_string(Need need) {
  constexpr std::array<std::string_view, 7> names = {
      "name", "phone", "address in the area", "time", "visit", "identity", "alert"};
  return names[static_cast<std::size_t>(need)];
}

}  // namespace callwright::dialogue
