#include "dialogue/domain/outcome.h"

namespace callwright::dialogue {

std::string_view to_string(Outcome outcome) {
  switch (outcome) {
    case Outcome::Abandoned:
      return "abandoned";
    case Outcome::Rejected:
      return "rejected";
    case Outcome::AnsweredFaq:
      return "answered_faq";
    case Outcome::OptedOut:
      return "opted_out";
    case Outcome::CallbackQueued:
      return "callback_queued";
    case Outcome::Voicemail:
      return "voicemail";
    case Outcome::Transferred:
      return "transferred";
    case Outcome::Cancelled:
      return "cancelled";
    case Outcome::Rescheduled:
      return "rescheduled";
    case Outcome::Booked:
      return "booked";
    case Outcome::EmergencyEscalated:
      return "emergency_escalated";
    case Outcome::Failed:
      return "failed";
  }
  return "failed";
}

std::optional<Outcome> parse_outcome(std::string_view text) {
  for (const Outcome outcome : outcomes) {
    if (to_string(outcome) == text) return outcome;
  }
  return std::nullopt;
}

Outcome heavier(std::optional<Outcome> so_far, Outcome happened) {
  return so_far && *so_far > happened ? *so_far : happened;
}

}  // namespace callwright::dialogue
