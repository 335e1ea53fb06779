#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace callwright::dialogue {

// What a conversation came to. Every one ends in exactly one. In rising order of weight: where
// several things happened, the heaviest stands.
enum class Outcome : std::uint8_t {
  Abandoned,  // The person left before anything was decided.
  Rejected,   // Not a call for this business: nothing was to be done.
  AnsweredFaq,
  OptedOut,
  CallbackQueued,
  Voicemail,
  Transferred,
  Cancelled,
  Rescheduled,
  Booked,
  EmergencyEscalated,
  Failed,  // Something broke; an operator was alerted.
};

inline constexpr std::array outcomes = {
    Outcome::Abandoned,      Outcome::Rejected,  Outcome::AnsweredFaq,        Outcome::OptedOut,
    Outcome::CallbackQueued, Outcome::Voicemail, Outcome::Transferred,        Outcome::Cancelled,
    Outcome::Rescheduled,    Outcome::Booked,    Outcome::EmergencyEscalated, Outcome::Failed};

std::string_view to_string(Outcome outcome);
std::optional<Outcome> parse_outcome(std::string_view text);

// The outcome after one more thing has happened.
Outcome heavier(std::optional<Outcome> so_far, Outcome happened);

}  // namespace callwright::dialogue
