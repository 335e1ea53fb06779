#include "calls/domain/call_state.h"

namespace callwright::calls {
namespace {

constexpr std::array<std::string_view, call_states.size()> state_words = {
    "initiated", "active", "transferring", "voicemail", "ended"};
constexpr std::array<std::string_view, call_events.size()> event_words = {
    "answered",          "transfer_started", "transfer_failed", "transfer_bridged",
    "voicemail_started", "voicemail_taken",  "hung_up"};

std::string_view meaning(CallState state) {
  switch (state) {
    case CallState::Initiated:
      return "The carrier has announced it; nothing was said yet.";
    case CallState::Active:
      return "The receptionist and the caller are talking.";
    case CallState::Transferring:
      return "A person is being rung for the caller.";
    case CallState::Voicemail:
      return "A message is being recorded.";
    case CallState::Ended:
      return "It is over. Nothing revives it.";
  }
  return {};
}

std::string cell(std::string_view text) {
  return "`" + std::string(text) + "`";
}

}  // namespace

std::string_view to_string(CallState state) {
  return state_words.at(static_cast<std::size_t>(state));
}

std::string_view to_string(CallEvent event) {
  return event_words.at(static_cast<std::size_t>(event));
}

std::optional<CallState> parse_call_state(std::string_view text) {
  const auto found = std::ranges::find(state_words, text);
  if (found == state_words.end()) return std::nullopt;
  return static_cast<CallState>(found - state_words.begin());
}

std::optional<CallEvent> parse_call_event(std::string_view text) {
  const auto found = std::ranges::find(event_words, text);
  if (found == event_words.end()) return std::nullopt;
  return static_cast<CallEvent>(found - event_words.begin());
}

std::string call_lifecycle_markdown() {
  std::string page =
      "# The life of a call\n\n"
      "Printed from the table in `src/calls/domain/call_state.h`; a test fails when the two "
      "differ.\n"
      "An event that has no row below is recorded and changes nothing: carriers repeat, reorder "
      "and\n"
      "delay what they tell us.\n\n"
      "| state | rank | meaning |\n|---|---|---|\n";
  for (const CallState state : call_states) {
    page += "| " + cell(to_string(state)) + " | " + std::to_string(rank(state)) + " | " +
            std::string(meaning(state)) + " |\n";
  }
  page += "\nRank never decreases.\n\n| in state | on event | goes to |\n|---|---|---|\n";
  for (const Transition& row : call_transitions) {
    page += "| " + cell(to_string(row.from)) + " | " + cell(to_string(row.on)) + " | " +
            cell(to_string(row.to)) + " |\n";
  }
  page += "\n```mermaid\nstateDiagram-v2\n  [*] --> initiated\n";
  for (const Transition& row : call_transitions) {
    page += "  " + std::string(to_string(row.from)) + " --> " + std::string(to_string(row.to)) +
            ": " + std::string(to_string(row.on)) + "\n";
  }
  return page + "  ended --> [*]\n```\n";
}

}  // namespace callwright::calls
