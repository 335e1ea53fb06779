#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace callwright::calls {

// Where a call is, for the people who watch it. What a call came to is its outcome, not its state.
enum class CallState : std::uint8_t {
  Initiated,     // The carrier has announced it; nothing was said yet.
  Active,        // The receptionist and the caller are talking.
  Transferring,  // A person is being rung for the caller.
  Voicemail,     // A message is being recorded.
  Ended,
};

enum class CallEvent : std::uint8_t {
  Answered,
  TransferStarted,
  TransferFailed,
  TransferBridged,
  VoicemailStarted,
  VoicemailTaken,
  HungUp,
};

struct Transition {
  CallState from;
  CallEvent on;
  CallState to;
};

inline constexpr std::array call_states = {CallState::Initiated, CallState::Active,
                                           CallState::Transferring, CallState::Voicemail,
                                           CallState::Ended};
inline constexpr std::array call_events = {
    CallEvent::Answered,        CallEvent::TransferStarted,  CallEvent::TransferFailed,
    CallEvent::TransferBridged, CallEvent::VoicemailStarted, CallEvent::VoicemailTaken,
    CallEvent::HungUp};

// clang-format off
inline constexpr auto call_transitions = [] {
  using enum CallState;
  using enum CallEvent;
  return std::to_array<Transition>({
      // from        on                 to
      {Initiated,    Answered,          Active},
      {Initiated,    VoicemailStarted,  Voicemail},  // After hours, or the plan allows no more.
      {Initiated,    HungUp,            Ended},
      {Active,       TransferStarted,   Transferring},
      {Active,       VoicemailStarted,  Voicemail},
      {Active,       HungUp,            Ended},
      {Transferring, TransferFailed,    Active},     // Nobody picked up, or nobody pressed the key.
      {Transferring, TransferBridged,   Ended},      // The caller and a person have talked.
      {Transferring, VoicemailStarted,  Voicemail},
      {Transferring, HungUp,            Ended},
      {Voicemail,    VoicemailTaken,    Active},     // The receptionist says goodbye.
      {Voicemail,    HungUp,            Ended},
  });
}();
// clang-format on

constexpr bool is_terminal(CallState state) {
  return state == CallState::Ended;
}

// How far a call has come. Talking, ringing for a person and recording follow each other in any
// order.
constexpr int rank(CallState state) {
  switch (state) {
    case CallState::Initiated:
      return 0;
    case CallState::Active:
    case CallState::Transferring:
    case CallState::Voicemail:
      return 1;
    case CallState::Ended:
      return 2;
  }
  return 2;
}

// Nothing moves a call back.
static_assert(std::ranges::all_of(call_transitions, [](const Transition& row) {
  return rank(row.to) >= rank(row.from);
}));

// An event with no row is recorded and otherwise ignored: replay and disorder cannot move a call
// back.
constexpr std::optional<CallState> next_state(CallState from, CallEvent on) {
  for (const Transition& row : call_transitions) {
    if (row.from == from && row.on == on) return row.to;
  }
  return std::nullopt;
}

// No limbo: whatever a call is doing, hanging up ends it, and nothing revives an ended call.
static_assert(std::ranges::all_of(call_states, [](CallState state) {
  return is_terminal(state)
             ? std::ranges::none_of(call_transitions,
                                    [=](const Transition& row) { return row.from == state; })
             : next_state(state, CallEvent::HungUp) == CallState::Ended;
}));

std::string_view to_string(CallState state);
std::string_view to_string(CallEvent event);
std::optional<CallState> parse_call_state(std::string_view text);
std::optional<CallEvent> parse_call_event(std::string_view text);

// The table above as docs/call-lifecycle.md shows it.
std::string call_lifecycle_markdown();

}  // namespace callwright::calls
