#pragma once

#include <cstdint>

#include "messaging/domain/message.h"

// What delivery does next with a message. A provider of texts has no key by which it would know a
// message again, so a lost answer leaves a copy in doubt, and then either a loss or a repetition is
// possible. The choice: what is no emergency is never repeated without asking the provider first;
// an emergency is repeated at once, and says so in its words.
namespace callwright::notifications {

// An emergency is not repeated for ever into the dark: this many copies may be in doubt.
inline constexpr int copies_in_doubt_max = 3;

// Whether better twice than never.
constexpr bool may_be_repeated(messaging::MessageKind kind, messaging::RecipientRole role) {
  return kind == messaging::MessageKind::EmergencyAlert ||
         role == messaging::RecipientRole::Operator;
}

struct DeliveryFacts {
  messaging::MessageStatus status = messaging::MessageStatus::Queued;
  bool wanted = true;        // Not withdrawn, and the recipient's consent allows it.
  bool repeatable = false;   // See may_be_repeated.
  bool can_look_up = false;  // The provider can be asked what it has.
  int copies_in_doubt = 0;
};

enum class DeliveryStep : std::uint8_t {
  Nothing,  // It has gone, or will never go.
  HandOver,
  Cancel,            // It is not wanted any more and surely did not go.
  AskProvider,       // Whether it has the copy in doubt.
  LeaveUnconfirmed,  // It may have gone, nobody can say, and it must not go twice.
};

constexpr DeliveryStep next_delivery_step(const DeliveryFacts& facts) {
  if (facts.status != messaging::MessageStatus::Queued) return DeliveryStep::Nothing;
  if (facts.copies_in_doubt == 0) {
    return facts.wanted ? DeliveryStep::HandOver : DeliveryStep::Cancel;
  }
  if (facts.wanted && facts.repeatable && facts.copies_in_doubt < copies_in_doubt_max) {
    return DeliveryStep::HandOver;
  }
  return facts.can_look_up ? DeliveryStep::AskProvider : DeliveryStep::LeaveUnconfirmed;
}

}  // namespace callwright::notifications
